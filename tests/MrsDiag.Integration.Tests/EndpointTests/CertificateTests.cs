using System;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Certificates good and bad on a balancer and on Apache; what was sent is held against openssl s_client.</summary>
public sealed partial class CertificateTests
{
    [PeerTheory("haproxy", "openssl")]
    [InlineData("good", true, true, false)]
    [InlineData("expired", false, true, false, "MRS1012")]
    [InlineData("not yet valid", false, true, false, "MRS1014")]
    [InlineData("self-signed", false, true, false, "MRS1015")]
    [InlineData("wrong name", true, false, false, "MRS1017")]
    [InlineData("wildcard", true, true, false)]
    [InlineData("wildcard of another domain", true, false, false, "MRS1017")]
    [InlineData("wildcard two labels up", true, false, false, "MRS1017")]
    [InlineData("own authority", false, true, null, "MRS1016")]
    [InlineData("intermediate missing", false, true, true, "MRS1018")]
    [InlineData("alone and of no public authority", false, true, null, "MRS1016")]
    public async Task A_certificate_is_read_as_openssl_shows_it_and_judged(
        string kind, bool trusted, bool matches, bool? lacksIntermediate, params string[] causes)
    {
        ServerCertificate certificate = Make(kind);
        using RawServer server = new(Answers.AtOnce);
        using HaProxyInFront device = new(new HaProxyOptions { Certificate = certificate, Servers = [new BalancedServer("CAS1", server.EndPoint)] });
        EndpointResult result = await Probe.OneAsync(Probe.Options, Probe.Via(device.EndPoint));
        TlsObservation tls = result.Observation.Tls;
        Assert.True(tls.End == CallEnd.Succeeded && tls.IsTrusted == trusted && tls.NameMatches == matches, result.Tell());
        Assert.True(tls.IntermediateMissing == lacksIntermediate, result.Tell());
        await AssertSentAsync(device.EndPoint, tls);
        Assert.Equal(certificate.Leaf.Thumbprint, tls.Certificates[0].Thumbprint, ignoreCase: true);
        Assert.Equal(causes, result.Causes());
        Assert.True(causes.Length == 0 ? result.Outcome == CheckOutcome.Passed : result.Outcome >= CheckOutcome.Warning, result.Tell());
        // The way goes on behind a bad certificate: without a credential nothing is at stake.
        Assert.Equal(401, result.Exchange(ExchangePurpose.Get).Status);
    }

    [PeerFact("apache2", "openssl")]
    public async Task A_weak_certificate_is_read_whole_and_told_on_every_platform()
    {
        ServerCertificate weak = CertificateAuthority.Trusted.Weak(Probe.Host);
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = weak });
        EndpointResult result = await Probe.OneAsync(server.EndPoint);
        await AssertSentAsync(server.EndPoint, result.Observation.Tls);
        Assert.Equal(weak.Leaf.Thumbprint, result.Observation.Tls.Certificates[0].Thumbprint, ignoreCase: true);
        Assert.Equal(("sha1RSA", 1024), (result.Observation.Tls.Certificates[0].SignatureAlgorithm, result.Observation.Tls.Certificates[0].RsaKeySize));
        Assert.True(result.Has("MRS1019"), result.Tell());
        Assert.Equal(result.Observation.Tls.IsTrusted == true, result.Observation.Tls.ChainErrors.Length == 0);
    }

    [PeerFact("openssl")]
    public async Task A_chain_made_by_openssl_is_read_as_openssl_made_it()
    {
        (_, ServerCertificate certificate) = await OpenSslChain.CreateAsync(Probe.Host);
        using RawServer server = new(Answers.AtOnce, certificate);
        EndpointResult result = await Probe.OneAsync(Probe.Options, Probe.Via(server.EndPoint));
        await AssertSentAsync(server.EndPoint, result.Observation.Tls);
        Assert.Equal([Probe.Host], result.Observation.Tls.Certificates[0].Names);
        Assert.True(result.Has("MRS1016"), result.Tell());
    }

    private static ServerCertificate Make(string kind)
    {
        CertificateAuthority authority = CertificateAuthority.Trusted;
        return kind switch
        {
            "expired" => authority.Expired(Probe.Host),
            "not yet valid" => authority.NotYetValid(Probe.Host),
            "self-signed" => CertificateAuthority.SelfSigned(Probe.Host),
            "wrong name" => authority.Issue("www.contoso.com"),
            "wildcard" => authority.Issue("*.contoso.com"),
            "wildcard of another domain" => authority.Issue("*.fabrikam.com"),
            "wildcard two labels up" => authority.Issue("*.com"),
            "own authority" => new CertificateAuthority("Fabrikam Test").Issue(Probe.Host),
            "intermediate missing" => authority.PublicWithoutIntermediate(Probe.Host),
            "alone and of no public authority" => authority.WithoutIntermediate(Probe.Host),
            _ => authority.Issue(Probe.Host, "autodiscover.contoso.com"),
        };
    }

    // The witness prints subject (s:) and issuer (i:) of each certificate as sent, and the leaf's dates.
    private static async Task AssertSentAsync(IPEndPoint server, TlsObservation tls)
    {
        (_, string output) = await Witness.RunAsync("openssl", "s_client", "-connect", server.ToString(), "-servername", Probe.Host, "-showcerts", "-nameopt", "RFC2253");
        string[] subjects = [.. Subject().Matches(output).Select(m => m.Groups[1].Value)], issuers = [.. Issuer().Matches(output).Select(m => m.Groups[1].Value)];
        Assert.NotEmpty(subjects);
        Assert.Equal(subjects, tls.Certificates.Select(c => c.Subject));
        Assert.Equal(issuers, tls.Certificates.Select(c => c.Issuer));
        Match dates = Dates().Match(output);
        Assert.Equal(dates.Groups[1].Value, Shown(tls.Certificates[0].NotBefore));
        Assert.Equal(dates.Groups[2].Value, Shown(tls.Certificates[0].NotAfter));
    }

    // As openssl writes it: a day below ten is padded with a blank.
    private static string Shown(DateTime time) =>
        FormattableString.Invariant($"{time:MMM} {time.Day,2} {time:HH:mm:ss yyyy} GMT");

    [GeneratedRegex(@"^\s*\d+ s:(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^\s+i:(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Issuer();

    [GeneratedRegex(@"NotBefore: (.+?); NotAfter: (.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Dates();
}
