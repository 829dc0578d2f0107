using System;
using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Names as dnsmasq tells them; dig is the witness.</summary>
public sealed class DnsTests
{
    // Nothing is probed: the system's resolver knows none of these names, so the way ends at DNS.
    private static readonly EndpointProbeOptions Quick = Probe.Short with { StageTimeout = TimeSpan.FromSeconds(4) };

    [PeerFact("dnsmasq", "dig")]
    public async Task Several_addresses_come_with_their_shortest_time_to_live()
    {
        using DnsMasq dns = new(
            DnsRecord.Address("mail.contoso.test", "203.0.113.7", 300), DnsRecord.Address("mail.contoso.test", "203.0.113.8", 60), DnsRecord.Address("mail.contoso.test", "2001:db8::7", 300));
        DnsObservation seen = (await AskAsync(dns, "mail.contoso.test")).Observation.Dns;
        Assert.Equal(CallEnd.Succeeded, seen.QueryEnd);
        string[] dug = [.. await Witness.DigAsync(dns, "mail.contoso.test"), .. await Witness.DigAsync(dns, "mail.contoso.test", "AAAA")];
        Assert.Equal(dug.Order(StringComparer.Ordinal), seen.QueryAddresses.Order(StringComparer.Ordinal));
        Assert.Equal(3, seen.Records.Length);
        Assert.InRange(seen.TimeToLive ?? -1, 50, 60);
        Assert.Equal(dns.EndPoint.ToString(), seen.Server);
    }

    [PeerTheory("dnsmasq")]
    [InlineData("autodiscover.outlook.com", "MRS1004")]
    [InlineData("contoso-com.mail.protection.outlook.com", "MRS1004")]
    [InlineData("contoso.azurefd.net", "MRS1005")]
    [InlineData("cas.contoso.test", null)]
    public async Task An_alias_tells_who_stands_behind_the_name(string target, string? rule)
    {
        using DnsMasq dns = new(DnsRecord.Alias("mail.contoso.test", target, 120), DnsRecord.Address(target, "203.0.113.9"));
        EndpointResult result = await AskAsync(dns, "mail.contoso.test");
        Assert.Equal(target, result.Observation.Dns.CanonicalName.TrimEnd('.'));
        Assert.Contains(result.Observation.Dns.Records, r => r.Type == "CNAME" && r.Value.TrimEnd('.') == target);
        Assert.InRange(result.Observation.Dns.TimeToLive ?? -1, 110, 120);
        Assert.Equal(rule, result.Findings.Select(f => f.RuleId).FirstOrDefault(id => id is "MRS1004" or "MRS1005"));
    }

    [PeerFact("dnsmasq")]
    public async Task A_name_that_does_not_exist_ends_the_way_at_DNS()
    {
        using DnsMasq dns = new();
        EndpointResult result = await AskAsync(dns, "missing.contoso.test");
        Assert.Equal(CallEnd.Succeeded, result.Observation.Dns.QueryEnd);
        Assert.NotEqual("", result.Observation.Dns.QueryError);
        Assert.Empty(result.Observation.Dns.QueryAddresses);
        Assert.Equal(EndpointStage.Dns, result.StoppedAt);
        Assert.Equal(["MRS7021"], result.Causes());
        Assert.Equal("", result.Address);
    }

    [PeerFact("dnsmasq")]
    public async Task A_silent_server_is_no_missing_name()
    {
        using DnsMasq dns = new();
        DnsObservation seen = (await AskAsync(dns, "mail." + DnsMasq.SilentDomain)).Observation.Dns;
        Assert.Equal(CallEnd.TimedOut, seen.QueryEnd);
        Assert.Empty(seen.Records);
    }

    [PeerFact("dnsmasq", "dig")]
    public async Task A_truncated_answer_is_asked_for_again_over_TCP()
    {
        using DnsMasq dns = new([.. Enumerable.Range(1, 60).Select(i => DnsRecord.Address("many.contoso.test", $"203.0.113.{i}"))]);
        Assert.Equal(60, (await Witness.DigAsync(dns, "many.contoso.test", "A", "+tcp")).Length);
        (_, string udp) = await Witness.RunAsync("dig", "@" + dns.EndPoint.Address, "-p", $"{dns.EndPoint.Port}", "+ignore", "+noedns", "many.contoso.test");
        Assert.Contains(" tc ", udp, StringComparison.Ordinal);
        DnsObservation seen = (await AskAsync(dns, "many.contoso.test")).Observation.Dns;
        Assert.Equal(60, seen.QueryAddresses.Distinct().Count());
    }

    [PeerFact("dnsmasq")]
    public async Task A_private_address_is_told_as_one()
    {
        using DnsMasq dns = new(DnsRecord.Address("mail.contoso.test", "192.168.4.10"));
        EndpointResult result = await AskAsync(dns, "mail.contoso.test");
        Assert.Contains("192.168.4.10", result.Finding("MRS1003").Message, StringComparison.Ordinal);
    }

    private static async Task<EndpointResult> AskAsync(DnsMasq dns, string name) =>
        await Probe.OneAsync(Quick with { DnsServers = [dns.EndPoint] }, new EndpointTarget(new Uri($"https://{name}{EndpointTarget.DefaultPath}")));
}
