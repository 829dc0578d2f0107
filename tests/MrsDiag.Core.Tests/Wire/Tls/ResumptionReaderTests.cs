using System;
using MrsDiag.Wire.Tls;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Tls;

public class ResumptionReaderTests
{
    private static readonly byte[] ChangeCipherSpec = ServerBytes.Record(20, 1);

    private static readonly byte[] Hello12 = ServerBytes.Hello(0x0303, 0xC02F, WireBytes.Hex("ff01000100"));

    private static readonly byte[] Certificate = ServerBytes.Message(11, new byte[300]);

    private static readonly byte[] Ticket = ServerBytes.Message(4, new byte[200]);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(int.MaxValue)]
    public void TLS_1_3_tells_by_the_key_that_the_hello_chooses(int piece)
    {
        byte[] resumed = ServerBytes.Hello(0x0303, 0x1301, WireBytes.Hex("002b00020304002900020000"));
        Assert.True(Read(ServerBytes.Record(22, resumed), piece));
        Assert.False(Read(ServerBytes.Record(22, ServerBytes.Hello13()), piece));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(int.MaxValue)]
    public void Before_that_it_tells_by_what_follows_the_hello(int piece)
    {
        Assert.False(Read(ServerBytes.Record(22, WireBytes.Join(Hello12, Certificate)), piece));
        Assert.False(Read(WireBytes.Join(ServerBytes.Record(22, Hello12), ServerBytes.Record(22, Certificate)), piece));
        Assert.True(Read(WireBytes.Join(ServerBytes.Record(22, Hello12), ChangeCipherSpec), piece));
        Assert.True(Read(WireBytes.Join(ServerBytes.Record(22, WireBytes.Join(Hello12, Ticket)), ChangeCipherSpec), piece));
        Assert.True(Read(WireBytes.Join(ServerBytes.Scattered(Hello12, 22), ChangeCipherSpec), piece));
    }

    [Fact]
    public void A_retry_and_its_empty_change_of_keys_decide_nothing()
    {
        byte[] retry = WireBytes.Join(ServerBytes.Record(22, ServerBytes.Hello13(random: ServerBytes.RetryRandom)), ChangeCipherSpec);
        Assert.Null(Read(retry));
        Assert.False(Read(WireBytes.Join(retry, ServerBytes.Record(22, ServerBytes.Hello13()))));
    }

    [Fact]
    public void What_is_no_handshake_leaves_it_open()
    {
        Assert.Null(Read(ServerBytes.Record(21, 2, 40)));
        Assert.Null(Read(System.Text.Encoding.ASCII.GetBytes("HTTP/1.1 400 Bad Request\r\n\r\n")));
        Assert.Null(Read(ServerBytes.Record(22, ServerBytes.Message(2, new byte[10]))));
        Assert.Null(Read(ServerBytes.Record(22, ServerBytes.Hello(0x0303, 0x1301, WireBytes.Hex("002900ff")))));
        Assert.Null(Read([]));
    }

    [Fact]
    public void Noise_never_throws()
    {
        Random random = new(4711);
        for (int i = 0; i < 2000; i++)
        {
            byte[] bytes = WireBytes.Join(ServerBytes.Record(22, WireBytes.Join(Hello12, Certificate)));
            for (int n = 0; n < 4; n++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Read(bytes, random.Next(1, 60));
        }
    }

    private static bool? Read(byte[] bytes, int piece = int.MaxValue)
    {
        ResumptionReader reader = new();
        for (int offset = 0; offset < bytes.Length; offset += Math.Min(piece, bytes.Length))
            reader.Feed(bytes, offset, Math.Min(piece, bytes.Length - offset));
        return reader.IsResumed;
    }
}
