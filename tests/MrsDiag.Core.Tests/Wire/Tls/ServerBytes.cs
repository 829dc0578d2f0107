using System.Linq;
using MrsDiag.Wire.Tls;

namespace MrsDiag.Core.Tests.Wire.Tls;

/// <summary>Writes what servers send after a hello.</summary>
internal static class ServerBytes
{
    /// <summary>The random of a HelloRetryRequest, RFC 8446 section 4.1.3.</summary>
    public const string RetryRandom = "CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C";

    public static byte[] Two(int value) => [(byte)(value >> 8), (byte)value];

    public static byte[] Record(int type, params byte[] content) => WireBytes.Join([(byte)type, 3, 3], Two(content.Length), content);

    public static byte[] Message(int type, byte[] body) => WireBytes.Join([(byte)type, 0], Two(body.Length), body);

    public static byte[] Hello(int version, int suite, byte[]? extensions = null, string? random = null) => Message(2, WireBytes.Join(
        Two(version), random is null ? new byte[32] : WireBytes.Hex(random), [0], Two(suite), [0],
        extensions is null ? [] : WireBytes.Join(Two(extensions.Length), extensions)));

    public static byte[] Hello13(int suite = 0x1301, string? random = null) => Hello(0x0303, suite, WireBytes.Hex("002b00020304"), random);

    public static TlsAnswer? Read(TlsVersion offered, byte[] bytes, int piece = int.MaxValue, bool end = false)
    {
        var reader = new ServerHelloReader(offered);
        for (int offset = 0; offset < bytes.Length; offset += System.Math.Min(piece, bytes.Length))
            reader.Feed(bytes, offset, System.Math.Min(piece, bytes.Length - offset));
        if (end)
            reader.End();
        Assert(reader);
        return reader.Answer;
    }

    /// <summary>Every byte of a message in a record of its own.</summary>
    public static byte[] Scattered(byte[] message, int type) => WireBytes.Join([.. message.Select(b => Record(type, b))]);

    private static void Assert(ServerHelloReader reader) => Xunit.Assert.Equal(reader.Answer is not null, reader.IsComplete);
}
