#pragma warning disable CA1835 // .NET Framework has these only.
using System.IO;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Wire.Tls;
using MrsDiag.Endpoints.Probing;
using MrsDiag.Wire.Tls;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

/// <summary>Each platform reads from the stream below TLS in a way of its own.</summary>
public class TappedStreamTests
{
    private static readonly byte[] Hello = ServerBytes.Record(22, ServerBytes.Hello13());

    [Fact]
    public async Task What_is_read_is_read_along_in_every_way()
    {
        for (int way = 0; way < 3; way++)
        {
            ResumptionReader reader = new();
            using TappedStream stream = new(new MemoryStream(Hello), reader);
            byte[] buffer = new byte[Hello.Length + 10];
            int count = 0;
            for (int read = -1; read != 0; count += read)
                read = await ReadAsync(stream, way, buffer, 3 + count);
            Assert.Equal(Hello.Length, count);
            Assert.False(reader.IsResumed);
        }
    }

    [Fact]
    public async Task What_is_written_goes_through()
    {
        using MemoryStream inner = new();
        using (TappedStream stream = new(inner, new ResumptionReader()))
        {
            stream.Write([1], 0, 1);
            await stream.WriteAsync([2], 0, 1);
            await Task.Factory.FromAsync(stream.BeginWrite, stream.EndWrite, new byte[] { 3 }, 0, 1, null);
            await stream.FlushAsync();
            Assert.Equal([1, 2, 3], inner.ToArray());
        }
        Assert.False(inner.CanRead);
    }

    private static Task<int> ReadAsync(Stream stream, int way, byte[] buffer, int offset) => way switch
    {
        0 => Task.FromResult(stream.Read(buffer, offset, 7)),
        1 => stream.ReadAsync(buffer, offset, 7),
        _ => Task.Factory.FromAsync(stream.BeginRead, stream.EndRead, buffer, offset, 7, null),
    };
}
