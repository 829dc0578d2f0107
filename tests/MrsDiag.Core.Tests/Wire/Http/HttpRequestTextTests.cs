using System;
using MrsDiag.Wire.Http;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Http;

public class HttpRequestTextTests
{
    [Fact]
    public void The_head_is_written_as_given()
    {
        byte[] head = HttpRequestText.Head("POST", "/EWS/mrsproxy.svc", [new("Host", "mail.contoso.com"), new("Content-Length", "0"), new("X-Empty", "")]);
        Assert.Equal("POST /EWS/mrsproxy.svc HTTP/1.1\r\nHost: mail.contoso.com\r\nContent-Length: 0\r\nX-Empty: \r\n\r\n", WireBytes.Text(head));
    }

    [Theory]
    [InlineData("GE T", "/", "A", "b")]
    [InlineData("", "/", "A", "b")]
    [InlineData("GET", "", "A", "b")]
    [InlineData("GET", "/a b", "A", "b")]
    [InlineData("GET", "/a\r\nX: y", "A", "b")]
    [InlineData("GET", "/\u00e9", "A", "b")]
    [InlineData("GET", "/", "", "b")]
    [InlineData("GET", "/", "A:", "b")]
    [InlineData("GET", "/", "A\r\nB", "b")]
    [InlineData("GET", "/", "A", "b\r\nX: y")]
    [InlineData("GET", "/", "A", "b\nc")]
    [InlineData("GET", "/", "A", "b\0")]
    [InlineData("GET", "/", "A", "\u0100")]
    public void Nothing_that_could_add_a_line_gets_through(string method, string target, string name, string value)
    {
        Assert.Throws<ArgumentException>(() => HttpRequestText.Head(method, target, [new(name, value)]));
    }

    [Fact]
    public void A_refused_value_is_not_quoted_in_the_message()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => HttpRequestText.Head("GET", "/", [new("Authorization", "Basic c2VjcmV0\n")]));
        Assert.DoesNotContain("c2VjcmV0", fault.Message);
    }
}
