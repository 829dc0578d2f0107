using System.Net.Http;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class OpenSslServerTests
{
    [PeerTheory("openssl")]
    [InlineData("Tls10", "-tls1", "-tls1_1,-tls1_2,-tls1_3")]
    [InlineData("Tls11", "-tls1_1", "-tls1,-tls1_2,-tls1_3")]
    [InlineData("Tls12", "-tls1_2", "-tls1,-tls1_1,-tls1_3")]
    [InlineData("Tls13", "-tls1_3", "-tls1,-tls1_1,-tls1_2")]
    [InlineData("All", "-tls1,-tls1_1,-tls1_2,-tls1_3", "")]
    public async Task Just_the_wanted_versions_are_accepted(string versions, string accepted, string refused)
    {
        using OpenSslServer server = new(CertificateAuthority.Trusted.Issue("mail.contoso.com"), System.Enum.Parse<TlsVersions>(versions));
        foreach (string version in accepted.Split(',')) Assert.True(await ConnectsAsync(server, version), version + "\n" + server.Log);
        foreach (string version in refused.Split(',', System.StringSplitOptions.RemoveEmptyEntries)) Assert.False(await ConnectsAsync(server, version), version);
    }

    [PeerFact("openssl")]
    public async Task HttpClient_gets_the_page_from_a_healthy_one()
    {
        using OpenSslServer server = new(CertificateAuthority.Trusted.Issue("mail.contoso.com"));
        using HttpClient client = BenchClient.Create(server.EndPoint);
        Assert.Contains("TLSv1.3", await client.GetStringAsync("https://mail.contoso.com/EWS/mrsproxy.svc"));
    }

    [PeerTheory("openssl")]
    [InlineData(true, "certificate has expired", 2)]
    [InlineData(false, "unable to get local issuer certificate", 1)]
    public async Task A_bad_chain_is_sent_as_it_is(bool isExpired, string error, int sent)
    {
        CertificateAuthority authority = CertificateAuthority.Trusted;
        using OpenSslServer server = new(isExpired ? authority.Expired("mail.contoso.com") : authority.WithoutIntermediate("mail.contoso.com"));
        (_, string output) = await Witness.RunAsync("openssl", "s_client", "-connect", server.EndPoint.ToString(), "-CAfile", TrustedRoots.Bundle, "-showcerts");
        Assert.Contains(error, output);
        Assert.Equal(sent, output.Split("-----BEGIN CERTIFICATE-----").Length - 1);
    }

    private static async Task<bool> ConnectsAsync(OpenSslServer server, string version)
    {
        string[] old = version is "-tls1" or "-tls1_1" ? ["-cipher", "ALL:@SECLEVEL=0"] : [];
        (int exitCode, string output) = await Witness.RunAsync("openssl", ["s_client", "-connect", server.EndPoint.ToString(), version, .. old]);
        return exitCode == 0 && !output.Contains("Cipher is (NONE)");
    }
}
