using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class CertificateTests
{
    private const string Name = "mail.contoso.com";
    private static readonly CertificateAuthority Authority = CertificateAuthority.Trusted;

    private static readonly Dictionary<string, Func<ServerCertificate>> Made = new(StringComparer.Ordinal)
    {
        ["good"] = () => Authority.Issue(Name, "autodiscover.contoso.com"),
        ["wildcard"] = () => Authority.Issue("*.contoso.com"),
        ["wrong name"] = () => Authority.Issue("www.fabrikam.com"),
        ["expired"] = () => Authority.Expired(Name),
        ["not yet valid"] = () => Authority.NotYetValid(Name),
        ["self-signed"] = () => CertificateAuthority.SelfSigned(Name),
        ["missing intermediate"] = () => Authority.WithoutIntermediate(Name),
        ["untrusted root"] = () => new CertificateAuthority("Unknown").Issue(Name),
    };

    [Theory]
    [InlineData("good", SslPolicyErrors.None, X509ChainStatusFlags.NoError)]
    [InlineData("wildcard", SslPolicyErrors.None, X509ChainStatusFlags.NoError)]
    [InlineData("wrong name", SslPolicyErrors.RemoteCertificateNameMismatch, X509ChainStatusFlags.NoError)]
    [InlineData("expired", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid)]
    [InlineData("not yet valid", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid)]
    [InlineData("self-signed", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.UntrustedRoot)]
    [InlineData("missing intermediate", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.PartialChain)]
    [InlineData("untrusted root", SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.PartialChain)]
    public async Task SslStream_finds_the_fault_that_was_made(string certificate, SslPolicyErrors errors, X509ChainStatusFlags status)
    {
        using RawServer server = new(RawScripts.Silent, Made[certificate]());
        (SslPolicyErrors Errors, X509ChainStatusFlags Status) seen = await ConnectAsync(server);
        Assert.Equal((errors, status), seen);
    }

    [PeerTheory("openssl")]
    [InlineData("good", "Verify return code: 0 (ok)")]
    [InlineData("expired", "certificate has expired")]
    [InlineData("self-signed", "self-signed certificate")]
    [InlineData("missing intermediate", "unable to get local issuer certificate")]
    public async Task Openssl_s_client_agrees(string certificate, string expected)
    {
        using RawServer server = new(RawScripts.Silent, Made[certificate]());
        (_, string output) = await Witness.RunAsync("openssl", "s_client", "-connect", server.EndPoint.ToString(), "-servername", Name,
            "-verify_hostname", Name, "-CAfile", TrustedRoots.Bundle, "-showcerts");
        Assert.Contains(expected, output);
        int sent = certificate is "self-signed" or "missing intermediate" ? 1 : 2;
        Assert.Equal(sent, output.Split("-----BEGIN CERTIFICATE-----").Length - 1);
    }

    [Fact]
    public void The_weak_certificate_has_a_short_key_and_a_SHA1_signature()
    {
        ServerCertificate weak = Authority.Weak(Name);
        Assert.Equal(1024, weak.Leaf.GetRSAPublicKey()!.KeySize);
        Assert.Equal("sha1RSA", weak.Leaf.SignatureAlgorithm.FriendlyName);
    }

    [PeerFact("openssl")]
    public async Task A_chain_made_by_openssl_is_judged_like_ours()
    {
        (X509Certificate2 root, ServerCertificate made) = await OpenSslChain.CreateAsync(Name);
        using RawServer server = new(RawScripts.Silent, made);
        Assert.Equal((SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.PartialChain), await ConnectAsync(server));
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(root);
        chain.ChainPolicy.ExtraStore.AddRange(made.Sent);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        Assert.True(chain.Build(made.Leaf), string.Join(' ', chain.ChainStatus.Select(s => s.StatusInformation)));
    }

    private static async Task<(SslPolicyErrors Errors, X509ChainStatusFlags Status)> ConnectAsync(RawServer server)
    {
        (SslPolicyErrors, X509ChainStatusFlags) seen = default;
        using TcpClient client = new();
        await client.ConnectAsync(server.EndPoint);
        using SslStream tls = new(client.GetStream(), false, (_, _, chain, errors) =>
        {
            seen = (errors, chain!.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status));
            return true;
        });
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = Name, EnabledSslProtocols = SslProtocols.None });
        return seen;
    }
}
