using System;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Integration.Tests.AffinityTests.Support;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.AffinityTests;

/// <summary>What nginx does without and with its hash, as often as <see cref="Support.Affinity.Runs"/> says.</summary>
[Collection(AffinityCollection.Name)]
public sealed class NginxAffinityTests(AffinityFarm farm)
{
    [PeerFact("apache2", "nginx")]
    public Task The_hash_of_the_address_shows_one_server() => EachAsync(
        new NginxOptions { Servers = farm.Cas, Upstream = ["ip_hash;"] },
        AffinityVerdict.OneServerSeen,
        seen => Assert.True(seen.AllServers().Length == 1, seen.Describe()));

    [PeerFact("apache2", "nginx")]
    public Task Without_it_the_server_changes_inside_one_connection() => EachAsync(
        new NginxOptions { Servers = farm.Cas },
        AffinityVerdict.ConnectionMultiplexed,
        seen =>
        {
            Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4"], seen.Servers(AffinityVariant.NewConnection));
            Assert.True(seen.ChangesInsideConnection(), seen.Describe());
        });

    [PeerFact("apache2", "nginx")]
    public Task Shared_server_connections_lose_the_challenge_and_show_by_header() => EachAsync(
        new NginxOptions { Servers = farm.Ex, KeepAlive = 4 },
        AffinityVerdict.ConnectionMultiplexed,
        seen =>
        {
            Assert.Equal(["EX01", "EX02"], seen.Servers(AffinityVariant.NewConnection));
            Assert.True(seen.ChangesInsideConnection(), seen.Describe());
            Assert.Contains(seen.Trials, trial => trial is { NtlmComputer: "", Status: 401 });
        });

    private static async Task EachAsync(NginxOptions options, AffinityVerdict verdict, Action<AffinityObservation> check)
    {
        using NginxInFront proxy = new(options);
        for (int run = 0; run < Support.Affinity.Runs; run++)
        {
            AffinityObservation seen = await Support.Affinity.RunAsync(proxy.EndPoint);
            check(seen);
            seen.MustBe(verdict);
        }
    }
}
