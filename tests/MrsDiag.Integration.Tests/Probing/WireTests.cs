using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.Probing;

/// <summary>DNS, TLS and Expect against real servers.</summary>
public sealed class WireTests
{
    [PeerTheory("openssl")]
    [InlineData("TLS 1.0")]
    [InlineData("TLS 1.1")]
    [InlineData("TLS 1.2")]
    [InlineData("TLS 1.3")]
    public async Task The_one_version_that_is_spoken_is_found(string version)
    {
        TlsVersions spoken = Enum.Parse<TlsVersions>(version.Replace("TLS ", "Tls", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal));
        using OpenSslServer server = new(CertificateAuthority.Trusted.Issue(RealProbe.Host), spoken);
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, RealProbe.Options with { StageTimeout = TimeSpan.FromSeconds(4) });
        Assert.Equal(["SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"], observation.Tls.Versions.Select(seen => seen.Version));
        TlsVersionObservation accepted = Assert.Single(observation.Tls.Versions, seen => seen.Answer == "accepted");
        Assert.Equal(version, accepted.Version);
        Assert.StartsWith("TLS_", accepted.Detail);
        Assert.All(observation.Tls.Versions.Where(seen => seen != accepted), seen => Assert.Equal("refused", seen.Answer));
        // The platform here offers 1.2 and 1.3 only.
        bool agrees = spoken is TlsVersions.Tls12 or TlsVersions.Tls13;
        Assert.Equal(agrees ? version : "", observation.Tls.NegotiatedVersion);
        Assert.Equal(agrees ? CallEnd.Succeeded : CallEnd.TlsFailed, observation.Tls.End);
        Assert.Equal(agrees ? "" : "stageBeforeFailed", RealProbe.Reason(observation, EndpointStage.Http));
    }

    [PeerFact("openssl")]
    public async Task The_certificate_is_written_down_as_it_is()
    {
        ServerCertificate certificate = CertificateAuthority.Trusted.Issue(RealProbe.Host, "*.fabrikam.com");
        TlsObservation tls = (await TlsOfAsync(certificate))!;
        Assert.Equal((true, true, false), (tls.IsTrusted, tls.NameMatches, tls.IntermediateMissing));
        Assert.Empty(tls.ChainErrors);
        Assert.Equal(2, tls.Certificates.Length);
        CertificateObservation leaf = tls.Certificates[0];
        Assert.Equal(certificate.Leaf.GetCertHashString(HashAlgorithmName.SHA256), leaf.Sha256);
        Assert.Equal((certificate.Leaf.Thumbprint, certificate.Leaf.SerialNumber, false), (leaf.Thumbprint, leaf.SerialNumber, leaf.IsSelfSigned));
        Assert.Equal([RealProbe.Host, "*.fabrikam.com"], leaf.Names);
        Assert.Equal((certificate.Leaf.NotAfter.ToUniversalTime(), DateTimeKind.Utc), (leaf.NotAfter, leaf.NotAfter.Kind));
        Assert.Equal(leaf.Issuer, tls.Certificates[1].Subject);
    }

    [PeerFact("openssl")]
    public async Task What_is_wrong_with_a_chain_is_told()
    {
        TlsObservation expired = await TlsOfAsync(CertificateAuthority.Trusted.Expired(RealProbe.Host));
        Assert.Equal((false, true), (expired.IsTrusted, expired.NameMatches));
        Assert.Equal(["NotTimeValid"], expired.ChainErrors);

        TlsObservation selfSigned = await TlsOfAsync(CertificateAuthority.SelfSigned(RealProbe.Host));
        Assert.Equal((false, true, false), (selfSigned.IsTrusted, selfSigned.NameMatches, selfSigned.IntermediateMissing));
        Assert.True(Assert.Single(selfSigned.Certificates).IsSelfSigned);

        TlsObservation otherName = await TlsOfAsync(CertificateAuthority.Trusted.Issue("www.contoso.com"));
        Assert.Equal((true, false), (otherName.IsTrusted, otherName.NameMatches));

        TlsObservation alone = await TlsOfAsync(CertificateAuthority.Trusted.WithoutIntermediate(RealProbe.Host));
        Assert.Equal(["PartialChain"], alone.ChainErrors);
        Assert.NotEqual(false, alone.IntermediateMissing);
        Assert.Single(alone.Certificates);
    }

    [PeerTheory("haproxy")]
    [InlineData(HaProxyRules.NotImplementedOnExpect, 501)]
    [InlineData(HaProxyRules.ExpectationFailed, 417)]
    public async Task A_balancer_that_refuses_Expect_is_seen(string rule, int status)
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized));
        using HaProxyInFront device = new(new HaProxyOptions { Servers = [new("CAS1", server.EndPoint)], Frontend = [rule] });
        EndpointObservation observation = await RealProbe.OneAsync(device.EndPoint, scheme: "http");
        foreach (ExchangePurpose purpose in Enum.GetValues<ExchangePurpose>())
        {
            HttpExchange exchange = RealProbe.Exchange(observation, purpose);
            Assert.Equal((CallEnd.Succeeded, exchange.SentExpect ? status : 401), (exchange.End, exchange.Status ?? 0));
        }
    }

    [PeerFact("haproxy")]
    public async Task A_reset_and_silence_are_told_apart()
    {
        using HaProxyInFront reset = new(new HaProxyOptions { Frontend = [HaProxyRules.Reset] });
        using HaProxyInFront silent = new(new HaProxyOptions { IsLayer4 = true, Frontend = HaProxyRules.Silence });
        EndpointProbeOptions options = RealProbe.Options with { StageTimeout = TimeSpan.FromSeconds(1) };
        IReadOnlyList<EndpointObservation> all = await RealProbe.AllAsync(options, RealProbe.Target(reset.EndPoint), RealProbe.Target(silent.EndPoint));
        // A RST that comes with the connection is seen by whoever looks first: the connect, or the handshake.
        Assert.Equal(CallEnd.Reset, all[0].Tcp.End == CallEnd.Succeeded ? all[0].Tls.End : all[0].Tcp.End);
        Assert.All(all[0].Tls.Versions, version => Assert.Equal("closed", version.Answer));
        Assert.Equal((CallEnd.Succeeded, CallEnd.TimedOut), (all[1].Tcp.End, all[1].Tls.End));
        Assert.Equal(5, all[1].Tls.Versions.Count(version => version.Answer == "noAnswer"));
    }

    [Fact]
    public async Task Dead_ends_of_TCP_are_told_apart()
    {
        using RefusedPort refused = new();
        using DroppedPort dropped = new();
        EndpointProbeOptions options = RealProbe.Options with { StageTimeout = TimeSpan.FromSeconds(1) };
        IReadOnlyList<EndpointObservation> all = await RealProbe.AllAsync(options, RealProbe.Target(refused.EndPoint), RealProbe.Target(dropped.EndPoint));
        Assert.Equal([CallEnd.Refused, CallEnd.TimedOut], all.Select(observation => observation.Tcp.End));
    }

    [PeerFact("dnsmasq")]
    public async Task Aliases_addresses_and_times_to_live_come_from_the_DNS_server()
    {
        using DnsMasq dns = new(
            DnsRecord.Address("mail.contoso.test", "127.0.0.2", ttl: 300),
            DnsRecord.Address("mail.contoso.test", "127.0.0.3", ttl: 300),
            DnsRecord.Address("mail.contoso.test", "fd00::25", ttl: 300),
            DnsRecord.Alias("owa.contoso.test", "mail.contoso.test", ttl: 60));
        DnsObservation seen = await DnsOfAsync("owa.contoso.test", dns);
        Assert.Equal((CallEnd.Succeeded, "", dns.EndPoint.ToString()), (seen.QueryEnd, seen.QueryError, seen.Server));
        Assert.Equal(["127.0.0.2", "127.0.0.3", "fd00::25"], seen.QueryAddresses.Order(StringComparer.Ordinal));
        Assert.Equal(("mail.contoso.test", 60), (seen.CanonicalName, seen.TimeToLive));
        Assert.Equal(["A", "A", "AAAA", "CNAME"], seen.Records.Select(record => record.Type).Order(StringComparer.Ordinal));
    }

    [PeerFact("dnsmasq")]
    public async Task An_answer_that_does_not_fit_is_fetched_over_TCP()
    {
        using DnsMasq dns = new([.. Enumerable.Range(1, 120).Select(i => DnsRecord.Address("many.contoso.test", "127.0.1." + i))]);
        DnsObservation seen = await DnsOfAsync("many.contoso.test", dns);
        Assert.Equal((CallEnd.Succeeded, 120), (seen.QueryEnd, seen.QueryAddresses.Length));
    }

    [PeerFact("dnsmasq")]
    public async Task A_name_that_does_not_exist_is_told_from_a_server_that_does_not_answer()
    {
        using DnsMasq dns = new();
        DnsObservation unknown = await DnsOfAsync("no.fabrikam.test", dns);
        Assert.Equal((CallEnd.Succeeded, "NXDOMAIN", CallEnd.Failed), (unknown.QueryEnd, unknown.QueryError, unknown.End));
        DnsObservation silent = await DnsOfAsync("mail." + DnsMasq.SilentDomain, dns);
        Assert.Equal(CallEnd.TimedOut, silent.QueryEnd);
        DnsObservation nobody = await DnsOfAsync("mail.fabrikam.test", null);
        Assert.Equal(CallEnd.Refused, nobody.QueryEnd);
    }

    [Fact]
    public async Task Many_endpoints_at_once_all_get_their_answers()
    {
        using DelayedEndpoints farm = new(100, TimeSpan.FromSeconds(0.2));
        EndpointTarget[] targets = [.. farm.EndPoints.Select(peer => RealProbe.Target(peer, "http"))];
        IReadOnlyList<EndpointObservation> all = await RealProbe.AllAsync(RealProbe.Options, targets);
        Assert.Equal(Enumerable.Range(1, 100).Select(i => $"EX{i:000}"), all.Select(observation => observation.Challenges[0].NetBiosComputerName));
        Assert.All(all, observation => Assert.All(observation.Exchanges, exchange => Assert.Equal((CallEnd.Succeeded, 401), (exchange.End, exchange.Status ?? 0))));
    }

    private static async Task<TlsObservation> TlsOfAsync(ServerCertificate certificate)
    {
        using OpenSslServer server = new(certificate);
        return (await RealProbe.OneAsync(server.EndPoint, RealProbe.Options with { StageTimeout = TimeSpan.FromSeconds(4) })).Tls;
    }

    private static async Task<DnsObservation> DnsOfAsync(string name, DnsMasq? dns)
    {
        EndpointProbeOptions options = dns is null ? RealProbe.Options : RealProbe.Options with { DnsServers = [dns.EndPoint] };
        EndpointTarget target = new(new Uri($"https://{name}{EndpointTarget.DefaultPath}"));
        // Names below .test exist nowhere (RFC 6761): the system's resolver finds nothing, and nothing is connected to.
        EndpointProbeOptions quick = options with { StageTimeout = TimeSpan.FromSeconds(4), Timeout = TimeSpan.FromSeconds(5) };
        return (await RealProbe.AllAsync(quick, target))[0].Dns;
    }
}
