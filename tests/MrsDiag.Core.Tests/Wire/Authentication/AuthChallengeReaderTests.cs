using System.Collections.Generic;
using System.Linq;
using MrsDiag.Wire.Authentication;
using Xunit;

namespace MrsDiag.Core.Tests.Wire.Authentication;

public class AuthChallengeReaderTests
{
    [Theory]
    [InlineData("Negotiate, NTLM", "Negotiate[] | NTLM[]")]
    [InlineData("Negotiate,NTLM,Basic realm=\"mail.contoso.com\"", "Negotiate[] | NTLM[] | Basic[realm=mail.contoso.com]")]
    [InlineData("Basic realm=\"a, b\", Bearer client_id=\"x\", trusted_issuers=\"y@*\", authorization_uri=\"https://login.contoso.com\"",
        "Basic[realm=a, b] | Bearer[client_id=x;trusted_issuers=y@*;authorization_uri=https://login.contoso.com]")]
    [InlineData("NTLM TlRMTVNTUAAC==", "NTLM:TlRMTVNTUAAC==[]")]
    [InlineData("NTLM TlRMTVNTUAAC=, Negotiate oYG2MIG+/3A=", "NTLM:TlRMTVNTUAAC=[] | Negotiate:oYG2MIG+/3A=[]")]
    [InlineData("Digest qop=\"auth\",algorithm=MD5-sess,nonce=\"+Up,\\\"gr\",charset=utf-8,realm=\"contoso\"",
        "Digest[qop=auth;algorithm=MD5-sess;nonce=+Up,\"gr;charset=utf-8;realm=contoso]")]
    [InlineData("Basic realm = \"x\" , , NTLM,", "Basic[realm=x] | NTLM[]")]
    [InlineData("Basic Realm=\"one\", realm=\"two\"", "Basic[Realm=one]")]
    [InlineData("Basic realm=\"never closed, NTLM", "Basic[realm=never closed, NTLM]")]
    [InlineData("realm=\"of nobody\", NTLM", "NTLM[]")]
    [InlineData("Negotiate Kerberos NTLM", "Negotiate[] | Kerberos:NTLM[]")]
    [InlineData("Basic realm=", "Basic:realm=[]")]
    [InlineData("\"quoted\", NTLM", "quoted[] | NTLM[]")]
    [InlineData("Basic realm=\"end\\", "Basic[realm=end\\]")]
    [InlineData("", "")]
    [InlineData(" ,\t,", "")]
    public void One_field_with_many_challenges_is_taken_apart(string value, string expected)
    {
        Assert.Equal(expected, Show(AuthChallengeReader.Read([value])));
    }

    [Fact]
    public void Many_fields_are_read_in_their_order()
    {
        IReadOnlyList<AuthChallenge> challenges = AuthChallengeReader.Read(["Negotiate", "NTLM", "Basic realm=\"mail.contoso.com\"", null!]);
        Assert.Equal(["Negotiate", "NTLM", "Basic"], challenges.Select(challenge => challenge.Scheme));
        Assert.Equal("mail.contoso.com", challenges[2].Realm);
        Assert.Null(challenges[1].Realm);
        Assert.True(challenges[1].Is("ntlm"));
    }

    [Fact]
    public void A_token_becomes_bytes_with_and_without_padding()
    {
        Assert.Equal("NTLMSSP\0\u0002", WireBytes.Text(AuthChallengeReader.Read(["NTLM TlRMTVNTUAAC"])[0].TokenBytes()!));
        Assert.Equal([0], AuthChallengeReader.Read(["NTLM AA=="])[0].TokenBytes());
        Assert.Equal([0], AuthChallengeReader.Read(["NTLM AA"])[0].TokenBytes());
        Assert.Null(AuthChallengeReader.Read(["NTLM a.b"])[0].TokenBytes());
        Assert.Null(AuthChallengeReader.Read(["NTLM A"])[0].TokenBytes());
        Assert.Null(AuthChallengeReader.Read(["NTLM"])[0].TokenBytes());
    }

    [Fact]
    public void Challenges_and_parameters_without_end_are_bounded()
    {
        Assert.Equal(64, AuthChallengeReader.Read([string.Join(",", Enumerable.Repeat("NTLM", 100_000))]).Count);
        string parameters = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $"p{i}=1"));
        Assert.Equal(64, Assert.Single(AuthChallengeReader.Read(["Basic " + parameters])).Parameters.Count);
    }

    [Fact]
    public void No_damage_throws_or_hangs()
    {
        byte[] value = WireBytes.Text("Negotiate oYG2MIG+/3A=, NTLM, Basic realm=\"a, \\\"b\", Bearer client_id=\"x\", x = y");
        int schemes = WireBytes.Beginnings(value).Concat(WireBytes.Mutations(value, 42, 5_000))
            .Sum(input => AuthChallengeReader.Read([WireBytes.Text(input)]).Count);
        Assert.InRange(schemes, 5_000, 64 * 5_100);
    }

    private static string Show(IEnumerable<AuthChallenge> challenges) => string.Join(" | ", challenges.Select(challenge =>
        challenge.Scheme + (challenge.Token is null ? "" : ":" + challenge.Token)
        + "[" + string.Join(";", challenge.Parameters.Select(parameter => parameter.Key + "=" + parameter.Value)) + "]"));
}
