using System.Linq;
using MrsDiag.Wire.Http;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Http;

public class HttpResponseReaderTests
{
    [Fact]
    public void A_front_end_answer_gives_status_fields_and_a_reusable_connection()
    {
        HttpResponseReader reader = Answers.Read(Answers.Exchange401);
        Assert.True(reader.IsComplete);
        Assert.Equal(401, reader.Head!.Status);
        Assert.Equal("Unauthorized", reader.Head.Reason);
        Assert.Equal("1.1", reader.Head.HttpVersion);
        Assert.Equal(["Negotiate", "NTLM", "Basic realm=\"mail.contoso.com\""], reader.Head.GetAll("www-authenticate"));
        Assert.Equal("EX01", reader.Head.Get("x-feserver"));
        Assert.Null(reader.Head.Get("X-BEServer"));
        Assert.True(reader.CanReuseConnection);
        Assert.Empty(reader.Anomalies);
    }

    [Fact]
    public void Interim_responses_come_before_the_final_one()
    {
        HttpResponseReader reader = Answers.Read(Answers.Continued);
        Assert.Equal([100, 103], reader.Interim.Select(head => head.Status));
        Assert.True(reader.Interim[0].IsInterim);
        Assert.Equal(200, reader.Head!.Status);
        Assert.Equal("abc", WireBytes.Text(reader.Body));
    }

    [Fact]
    public void An_interim_response_is_seen_before_anything_follows()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 100 Continue\r\n\r\n");
        Assert.Single(reader.Interim);
        Assert.Null(reader.Head);
        Assert.False(reader.IsComplete);
        Assert.Equal(HttpFault.Truncated, Assert.Throws<HttpFormatException>(reader.End).Code);
    }

    [Fact]
    public void Chunks_with_extensions_and_trailers_are_joined()
    {
        HttpResponseReader reader = Answers.Read(Answers.Chunked);
        Assert.True(reader.IsComplete);
        Assert.Equal("hello world", WireBytes.Text(reader.Body));
        Assert.Equal(11, reader.BodyLength);
        Assert.Equal(["X-Sum", "X-More"], reader.Trailers.Select(trailer => trailer.Name));
        Assert.True(reader.CanReuseConnection);
    }

    [Fact]
    public void Without_a_length_the_body_ends_with_the_connection()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\n\r\nsome text");
        Assert.False(reader.IsComplete);
        reader.End();
        Assert.True(reader.IsComplete);
        Assert.Equal("some text", WireBytes.Text(reader.Body));
        Assert.False(reader.CanReuseConnection);
    }

    [Theory]
    [InlineData("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", false)]
    [InlineData("HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", true)]
    public void Responses_without_a_body_are_whole_after_their_head(string answer, bool isHead)
    {
        HttpResponseReader reader = Answers.Read(answer, isHead: isHead);
        Assert.True(reader.IsComplete);
        Assert.Equal(0, reader.BodyLength);
        Assert.True(reader.CanReuseConnection);
    }

    [Fact]
    public void After_switching_protocols_nothing_is_read_and_the_connection_is_spent()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n\x81\x05hello");
        Assert.True(reader.IsComplete);
        Assert.Empty(reader.Interim);
        Assert.Equal(101, reader.Head!.Status);
        Assert.Equal(7, reader.LeftoverLength);
        Assert.Empty(reader.Anomalies);
        Assert.False(reader.CanReuseConnection);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: Upgrade, Close\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.0 200 OK\r\nContent-Length: 0\r\nConnection: Keep-Alive\r\n\r\n", true)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nX", false)]
    public void The_connection_is_reusable_only_where_nothing_speaks_against_it(string answer, bool reusable)
    {
        HttpResponseReader reader = Answers.Read(answer);
        Assert.True(reader.IsComplete);
        Assert.Equal(reusable, reader.CanReuseConnection);
    }

    [Fact]
    public void Only_the_first_part_of_a_long_body_is_kept_and_the_rest_counted()
    {
        HttpResponseReader reader = Answers.Read("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789", new HttpLimits { MaxBodyBytes = 4 });
        Assert.True(reader.IsComplete);
        Assert.Equal("0123", WireBytes.Text(reader.Body));
        Assert.Equal(10, reader.BodyLength);
        Assert.True(reader.BodyTruncated);
        Assert.True(reader.CanReuseConnection);
    }

    [Fact]
    public void Status_lines_of_old_and_odd_servers_are_read()
    {
        Assert.Equal(440, Answers.Read("HTTP/1.1 440 Login Timeout\r\nContent-Length: 0\r\n\r\n").Head!.Status);
        Assert.Equal("", Answers.Read("HTTP/1.1 503\r\nContent-Length: 0\r\n\r\n").Head!.Reason);
        Assert.Contains("status line of HTTP version 2", Answers.Read("HTTP/2 200\r\nContent-Length: 0\r\n\r\n").Anomalies);
    }
}
