using System.Collections.Generic;
using System.Linq;
using MrsDiag.Wire.Http;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Http;

public class HttpStreamingTests
{
    private static readonly HttpLimits Small = new() { MaxHeadBytes = 600, MaxHeaders = 12, MaxInterimResponses = 2, MaxBodyBytes = 8, MaxBodyTotal = 40 };

    public static IEnumerable<object[]> Samples() => new[]
    {
        Answers.Exchange401,
        Answers.Chunked,
        Answers.Continued,
        "\r\n\nHTTP/1.1 200 OK\nX-A: a\r\n b\nX-B: \0\rx\n\n" + new string('y', 100),
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
        "HTTP/1.1 200 OK\r\nContent-Length: 5, 6\r\n\r\nhello",
        "HTTP/1.1 101 Switching Protocols\r\n\r\nabc",
        "SSH-2.0-OpenSSH_9.2p1\r\nmore",
        "not HTTP and without any end of a line, just words and words and words and words and words",
        "\x15\x03\x01\0\x02\x02\x46",
    }.Select(text => new object[] { text });

    [Theory]
    [MemberData(nameof(Samples))]
    public void Byte_by_byte_gives_the_same_as_one_block(string answer)
    {
        byte[] bytes = WireBytes.Text(answer);
        foreach (bool end in new[] { false, true })
        {
            string whole = Answers.Trace(bytes, bytes.Length, end);
            Assert.Equal(whole, Answers.Trace(bytes, 1, end));
            Assert.Equal(whole, Answers.Trace(bytes, 7, end));
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_cut_and_every_damage_gives_the_same_in_pieces_and_no_other_exception(string answer)
    {
        byte[] bytes = WireBytes.Text(answer);
        foreach (byte[] input in WireBytes.Beginnings(bytes).Skip(1).Concat(WireBytes.Mutations(bytes, 20260711, 400)).Where(input => input.Length > 0))
        {
            string whole = Answers.Trace(input, input.Length, true, Small);
            Assert.Equal(whole, Answers.Trace(input, 1, true, Small));
            Assert.Equal(Answers.Trace(input, input.Length, false), Answers.Trace(input, 5, false));
        }
    }
}
