using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Integration.Tests.AffinityTests.Support;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.AffinityTests;

/// <summary>Each way of balancing that HAProxy has, as often as <see cref="Support.Affinity.Runs"/> says.</summary>
[Collection(AffinityCollection.Name)]
public sealed class HaProxyAffinityTests(AffinityFarm farm)
{
    private static readonly IPAddress[] Sources = [.. Enumerable.Range(1, 12).Select(i => IPAddress.Parse($"127.0.{i}.{i * 7}"))];

    [PeerTheory("apache2", "haproxy")]
    [InlineData("source", false)]
    [InlineData("roundrobin", true)]
    public async Task Affinity_by_source_shows_one_server_and_another_from_another_address(string balance, bool isTable)
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Cas, Balance = balance, Backend = isTable ? HaProxyRules.StickBySource : [] });
        (IPAddress one, IPAddress other) = await FindTwoAsync(balancer.EndPoint);
        for (int run = 0; run < Support.Affinity.Runs; run++)
        {
            AffinityObservation seen = await Support.Affinity.RunAsync(balancer.EndPoint, Support.Affinity.Options with { SourceAddresses = [one, other] });
            string server = Assert.Single(seen.Servers(AffinityVariant.NewConnection));
            Assert.NotEqual(server, Assert.Single(seen.Servers(AffinityVariant.SecondSource)));
            Assert.Equal([server], seen.Servers(AffinityVariant.HeldOpen));
            Assert.Equal([server], seen.Servers(AffinityVariant.AfterPause));
            Assert.Equal([server], seen.Servers(AffinityVariant.OneConnection));
            seen.MustBe(AffinityVerdict.SourceAffinity);
            Assert.All(seen.Trials, trial => Assert.Equal(trial.Variant == AffinityVariant.SecondSource ? other.ToString() : one.ToString(), trial.SourceAddress));
        }
    }

    [PeerFact("apache2", "haproxy")]
    public Task One_source_address_shows_one_server_in_all_variants() => EachAsync(
        new HaProxyOptions { Servers = farm.Cas, Balance = "source" },
        AffinityVerdict.OneServerSeen,
        seen => Assert.True(seen.AllServers().Length == 1, seen.Describe()));

    [PeerFact("apache2", "haproxy")]
    public Task A_cookie_keeps_the_server_of_those_who_send_it_only() => EachAsync(
        new HaProxyOptions { Servers = farm.Cas, Backend = [HaProxyRules.CookieInsert], ServerSuffix = HaProxyRules.CookieOfServer },
        AffinityVerdict.CookieOnly,
        seen =>
        {
            Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4"], seen.Servers(AffinityVariant.NewConnection));
            Assert.Equal(seen.Sequence(AffinityVariant.NewConnection).Take(1), seen.Servers(AffinityVariant.Cookies));
            Assert.All(seen.Trials.Where(trial => trial.Variant == AffinityVariant.Cookies), trial => Assert.Equal(["SERVERID"], trial.SentCookies));
            Assert.All(seen.Trials.Where(trial => trial.Variant == AffinityVariant.NewConnection), trial => Assert.Equal(["SERVERID"], trial.SetCookies));
        });

    [PeerFact("apache2", "haproxy")]
    public Task Roundrobin_changes_with_each_connection_and_never_inside_one() => EachAsync(
        new HaProxyOptions { Servers = farm.Cas },
        AffinityVerdict.NoAffinity,
        seen =>
        {
            Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4"], seen.Servers(AffinityVariant.NewConnection));
            Assert.False(seen.ChangesInsideConnection(), seen.Describe());
        });

    [PeerFact("apache2", "haproxy")]
    public Task Leastconn_spreads_the_connections_that_are_held_open() => EachAsync(
        new HaProxyOptions { Servers = farm.Cas, Balance = "leastconn" },
        AffinityVerdict.NoAffinity,
        seen => Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4"], seen.Servers(AffinityVariant.HeldOpen)));

    // Fills one server before it turns to the next: one connection after the other never leaves the first.
    [PeerFact("apache2", "haproxy")]
    public Task Counted_connections_show_only_where_they_are_held_open() => EachAsync(
        new HaProxyOptions { Servers = farm.Cas, IsLayer4 = true, Balance = "first", ServerSuffix = "maxconn 5" },
        AffinityVerdict.NoAffinity,
        seen =>
        {
            Assert.Equal(["CAS1"], seen.Servers(AffinityVariant.NewConnection));
            Assert.True(seen.Servers(AffinityVariant.HeldOpen).Length > 1, seen.Describe());
        });

    [PeerFact("apache2", "haproxy")]
    public Task An_active_and_a_passive_server_show_one() => EachAsync(
        new HaProxyOptions { Servers = [farm.Cas[0]], Backend = [$"server CAS2 {farm.Cas[1].EndPoint} backup"] },
        AffinityVerdict.OneServerSeen,
        seen => Assert.Equal(["CAS1"], seen.AllServers()));

    [PeerTheory("apache2", "haproxy")]
    [InlineData(false)]
    [InlineData(true)]
    public Task Reused_server_connections_are_no_multiplexing(bool isNew) => EachAsync(
        new HaProxyOptions { Servers = isNew ? farm.Ex : farm.Cas, Backend = [HaProxyRules.ReuseAlways] },
        AffinityVerdict.NoAffinity,
        seen =>
        {
            Assert.False(seen.ChangesInsideConnection(), seen.Describe());
            Assert.Equal(isNew ? 2 : 4, seen.Servers(AffinityVariant.NewConnection).Length);
            Assert.Equal(isNew ? 8 : 1, seen.Sequence(AffinityVariant.OneConnection).Length);
            Assert.Equal(7, seen.Trials.Count(trial => trial.AfterChallenge));
        });

    [PeerTheory("apache2", "haproxy")]
    [InlineData(false)]
    [InlineData(true)]
    public Task Closed_server_connections_change_the_server_inside_one_connection(bool isNew) => EachAsync(
        new HaProxyOptions { Servers = isNew ? farm.Ex : farm.Cas, Backend = [HaProxyRules.ServerClose] },
        AffinityVerdict.ConnectionMultiplexed,
        seen => Assert.True(seen.ChangesInsideConnection(), seen.Describe()));

    [PeerFact("apache2", "haproxy")]
    public Task The_health_page_names_the_server_of_its_connection() => EachAsync(
        new HaProxyOptions { Servers = farm.Ex },
        AffinityVerdict.NoAffinity,
        seen =>
        {
            AffinityTrial[] asked = [.. seen.Trials.Where(trial => trial.HealthServer.Length > 0)];
            Assert.Equal([1, 6, 11], asked.Where(trial => trial.Variant == AffinityVariant.NewConnection).Select(trial => trial.Number));
            Assert.All(asked, trial => Assert.Equal(trial.FrontEndServer.ToLowerInvariant() + ".contoso.com", trial.HealthServer.ToLowerInvariant()));
            Assert.All(asked, trial => Assert.Equal("15.2.1544.11", trial.ExchangeVersion));
        });

    [PeerTheory("apache2", "haproxy")]
    [InlineData("1.2")]
    [InlineData("1.3")]
    public async Task Sessions_are_resumed_in_their_variant_alone(string version)
    {
        // A name of its own: the platform's cache of sessions goes by name.
        string host = $"resume-{version.Replace('.', '-')}.contoso.com";
        using HaProxyInFront balancer = new(new HaProxyOptions
        {
            Servers = farm.Cas,
            Certificate = CertificateAuthority.Trusted.Issue(host),
            TlsSuffix = $"ssl-max-ver TLSv{version}",
        });
        int resumed = 0;
        for (int run = 0; run < Support.Affinity.Runs; run++)
        {
            AffinityObservation seen = await Support.Affinity.RunAsync(balancer.EndPoint, scheme: "https", host: host);
            AffinityTrial[] trials = [.. seen.Trials.Where(trial => trial.Variant == AffinityVariant.TlsResumption)];
            Assert.Equal(6, trials.Length);
            Assert.All(trials.Skip(1), trial => Assert.True(trial.Resumed));
            Assert.All(seen.Trials.Where(trial => trial.Variant != AffinityVariant.TlsResumption), trial => Assert.False(trial.Resumed));
            Assert.All(seen.Trials, trial => Assert.Equal(64, trial.CertificateSha256.Length));
            seen.MustBe(AffinityVerdict.NoAffinity);
            resumed += seen.Trials.Count(trial => trial.Resumed == true);
            // The balancer is the witness.
            await Eventually.IsTrueAsync(() => balancer.Log.Split("resumed=1").Length - 1 == resumed, () => $"{resumed} resumed\n{balancer.Log}");
        }
    }

    private static async Task EachAsync(HaProxyOptions options, AffinityVerdict verdict, Action<AffinityObservation> check)
    {
        using HaProxyInFront balancer = new(options);
        for (int run = 0; run < Support.Affinity.Runs; run++)
        {
            AffinityObservation seen = await Support.Affinity.RunAsync(balancer.EndPoint);
            check(seen);
            seen.MustBe(verdict);
        }
    }

    // Which server a hash gives to an address is the balancer's business: two that differ are looked for.
    private static async Task<(IPAddress One, IPAddress Other)> FindTwoAsync(IPEndPoint balancer)
    {
        Dictionary<string, IPAddress> seen = [];
        foreach (IPAddress source in Sources)
        {
            using var client = BenchClient.Create(balancer, source: source);
            seen.TryAdd(await client.AskComputerNameAsync(), source);
            if (seen.Count == 2) return (seen.Values.First(), seen.Values.Last());
        }

        throw new InvalidOperationException("All source addresses went to one server.");
    }
}
