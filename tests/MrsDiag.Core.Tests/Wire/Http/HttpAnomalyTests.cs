using MrsDiag.Wire.Http;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Http;

public class HttpAnomalyTests
{
    [Theory]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 0\n\n", "bare LF line end")]
    [InlineData("\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "bytes before the status line")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK", "bytes after the message")]
    [InlineData("HTTP/1.1 200 OK\r\nX-A: a\0b\r\nContent-Length: 0\r\n\r\n", "NUL in header X-A")]
    [InlineData("HTTP/1.1 200 OK\r\nX-A: a\rb\r\nContent-Length: 0\r\n\r\n", "bare CR in header X-A")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0, 0\r\n\r\n", "two Content-Length values")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Length: 0\r\n\r\n", "two Content-Length values")]
    [InlineData("HTTP/1.1 200 OK\r\nX-A : 1\r\nContent-Length: 0\r\n\r\n", "space before the colon of header X-A")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nNonsense\r\n\r\n", "header line without a colon: Nonsense")]
    [InlineData("HTTP/1.1 200 OK\r\nX\u001b[2J: 1\r\nContent-Length: 0\r\n\r\n", "header name with characters that HTTP does not allow: X\uFFFD[2J")]
    [InlineData("HTTP/1.1 200 OK\r\n a\r\nContent-Length: 0\r\n\r\n", "folded line without a header before it")]
    [InlineData("HTTP/1.1  200 OK\r\nContent-Length: 0\r\n\r\n", "more than one space in the status line")]
    [InlineData("HTTP/1.1 200 O\0K\r\nContent-Length: 0\r\n\r\n", "NUL in the status line")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "Content-Length beside Transfer-Encoding")]
    [InlineData("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "Transfer-Encoding in an HTTP/1.0 answer")]
    public void What_is_tolerated_is_told(string answer, string anomaly)
    {
        HttpResponseReader reader = Answers.Read(answer);
        Assert.True(reader.IsComplete);
        Assert.Equal(200, reader.Head!.Status);
        Assert.Equal([anomaly], reader.Anomalies);
    }

    [Fact]
    public void Folded_lines_are_joined_and_control_characters_never_reach_a_value()
    {
        HttpResponseHead head = Answers.Read("HTTP/1.1 200 OK\r\nX-A: one\r\n\t two\r\n  three\r\nX-B: a\0b\u001bc\rd\r\nContent-Length: 0\r\n\r\n").Head!;
        Assert.Equal("one two three", head.Get("X-A"));
        Assert.Equal("a b c d", head.Get("X-B"));
    }

    [Fact]
    public void An_unknown_coding_is_read_until_the_end_of_the_connection()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nxyz");
        reader.End();
        Assert.True(reader.IsComplete);
        Assert.Equal(["transfer coding without chunks: gzip"], reader.Anomalies);
        Assert.False(reader.CanReuseConnection);
    }

    [Fact]
    public void Many_anomalies_do_not_fill_the_memory()
    {
        var text = new System.Text.StringBuilder("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 200; i++)
            text.Append("nonsense ").Append(i).Append(new string('x', 200)).Append("\r\n");
        HttpResponseReader reader = Answers.Read(text.Append("Content-Length: 0\r\n\r\n").ToString());
        Assert.Equal(32, reader.Anomalies.Count);
        Assert.All(reader.Anomalies, anomaly => Assert.InRange(anomaly.Length, 1, 90));
    }
}
