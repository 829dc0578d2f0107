using System.Text;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

public class AnswerTextTests
{
    [Theory]
    [InlineData("Set-Cookie", "X-BackEndCookie=secret; path=/; HttpOnly", "X-BackEndCookie=(masked); path=/; HttpOnly")]
    [InlineData("set-cookie", "secretwithoutname", "(masked)")]
    [InlineData("WWW-Authenticate", "NTLM TlRMTVNTUAACAAAA==", "NTLM (masked)")]
    [InlineData("WWW-Authenticate", "NTLM", "NTLM")]
    [InlineData("WWW-Authenticate", "Negotiate oYG1+/AB, NTLM, Basic realm=\"mail.contoso.com\"", "Negotiate (masked), NTLM, Basic realm=\"mail.contoso.com\"")]
    [InlineData("WWW-Authenticate", "Bearer client_id=\"00000002\", trusted_issuers=\"x@y\"", "Bearer client_id=\"00000002\", trusted_issuers=\"x@y\"")]
    [InlineData("Proxy-Authenticate", "NTLM abc=", "NTLM (masked)")]
    [InlineData("Authentication-Info", "nextnonce=\"abc\"", "(masked)")]
    [InlineData("Location", "https://sts.contoso.com/adfs/ls?wa=wsignin1.0", "https://sts.contoso.com/adfs/ls?wa=wsignin1.0")]
    public void Secrets_of_a_header_are_masked(string name, string value, string expected) =>
        Assert.Equal(expected, AnswerText.Header(name, value).Value);

    [Fact]
    public void A_long_header_is_cut() => Assert.Equal(1000, AnswerText.Header("X", new string('x', 5000)).Value.Length);

    [Fact]
    public void Control_characters_become_visible() =>
        Assert.Equal("a\\u001B[2J\\u0000b\\u202Ec\td\n", AnswerText.Body(Encoding.UTF8.GetBytes("a\u001b[2J\0b\u202ec\td\n"), "text/html"));

    [Fact]
    public void A_body_is_read_by_its_charset()
    {
        Assert.Equal("Größe", AnswerText.Body(Encoding.GetEncoding("iso-8859-1").GetBytes("Größe"), "text/html; charset=\"ISO-8859-1\""));
        Assert.Equal("Größe", AnswerText.Body(Encoding.UTF8.GetBytes("Größe"), "text/html; charset=nonsense"));
        Assert.Equal("Größe", AnswerText.Body([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Größe")], null));
    }

    [Fact]
    public void A_long_body_is_cut_between_characters()
    {
        string body = AnswerText.Body(Encoding.UTF8.GetBytes("x" + string.Concat(System.Linq.Enumerable.Repeat("\U0001F600", 3000))), null);
        Assert.True(body.Length <= 2000);
        Assert.False(char.IsHighSurrogate(body[body.Length - 1]));
    }
}
