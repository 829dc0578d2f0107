#pragma warning disable CA1835 // .NET Framework has these only.
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Core.Tests.Endpoints.Probing.Support;

/// <summary>One connection of a <see cref="RawServer"/>.</summary>
internal sealed class RawConnection(Socket socket, Stream stream, ConcurrentQueue<string> heads, CancellationToken stop)
{
    public CancellationToken Stopped => stop;

    /// <summary>Reads up to the empty line, not a byte further.</summary>
    public async Task<string> ReadHeadAsync()
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!EndsHead(head))
        {
            if (await stream.ReadAsync(one, 0, 1, stop) == 0)
                throw new IOException("The client closed inside the head.");
            head.Append((char)one[0]);
        }
        heads.Enqueue(head.ToString());
        return head.ToString();
    }

    /// <summary>Reads what is there within a time.</summary>
    public async Task<string> ReadSomeAsync(TimeSpan limit)
    {
        byte[] buffer = new byte[4096];
        Task<int> read = stream.ReadAsync(buffer, 0, buffer.Length, stop);
        return await Task.WhenAny(read, Task.Delay(limit, stop)) == read ? Encoding.ASCII.GetString(buffer, 0, await read) : "";
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(byte[] bytes)
    {
        await stream.WriteAsync(bytes, 0, bytes.Length, stop);
        await stream.FlushAsync(stop);
    }

    public Task WaitAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), stop);

    public Task WaitForeverAsync() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Ends the connection with a RST.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private static bool EndsHead(StringBuilder head) =>
        head.Length >= 4 && head[head.Length - 1] == '\n' && head[head.Length - 2] == '\r' && head[head.Length - 3] == '\n' && head[head.Length - 4] == '\r';
}
