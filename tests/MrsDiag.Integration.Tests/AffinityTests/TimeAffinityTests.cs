using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.AffinityTests.Support;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.AffinityTests;

/// <summary>What shows only over time or over several addresses: idle connections, a watch, DNS round robin.</summary>
[Collection(AffinityCollection.Name)]
public sealed class TimeAffinityTests(AffinityFarm farm)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(0.3), Long = TimeSpan.FromSeconds(20);
    private static readonly AffinityProbeOptions Quick = Support.Affinity.Options with { Count = 1, HeldConnections = 0 };

    [PeerTheory("apache2", "haproxy")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_device_that_closes_idle_connections_is_caught_and_timed(bool isClientSide)
    {
        TimeSpan limit = TimeSpan.FromSeconds(2), never = TimeSpan.FromSeconds(180);
        using HaProxyInFront balancer = new(new HaProxyOptions
        {
            Servers = farm.Cas,
            IsLayer4 = !isClientSide,
            ClientTimeout = isClientSide ? limit : never,
            ServerTimeout = isClientSide ? never : limit,
        });
        AffinityObservation seen = await Support.Affinity.RunAsync(balancer.EndPoint, Quick with { IdleTimes = [Short, Long] });
        Assert.Equal([Short, Long], seen.Idle.Select(idle => idle.Wait));
        Assert.Equal((CallEnd.Succeeded, 401), (seen.Idle[0].End, seen.Idle[0].Status));
        Assert.Null(seen.Idle[0].EndedAfter);
        Assert.True(seen.Idle[1].End is CallEnd.Closed or CallEnd.Reset, seen.Idle[1].Error);
        Assert.InRange(seen.Idle[1].EndedAfter!.Value, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(15));
        Assert.All(seen.Idle, idle => Assert.StartsWith("CAS", idle.ServerBefore));
    }

    // The time-out of the server's side is for answers that are due.
    [PeerFact("apache2", "haproxy")]
    public async Task At_layer_7_the_servers_time_out_ends_no_idle_connection()
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Ex, ServerTimeout = TimeSpan.FromSeconds(1) });
        AffinityObservation seen = await Support.Affinity.RunAsync(balancer.EndPoint, Quick with { IdleTimes = [TimeSpan.FromSeconds(3)] });
        IdleObservation idle = Assert.Single(seen.Idle);
        Assert.Equal((CallEnd.Succeeded, 401, null), (idle.End, idle.Status, idle.EndedAfter));
        Assert.Equal(idle.ServerBefore, idle.ServerAfter);
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_server_that_is_drained_during_the_watch_is_left()
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Cas, Balance = "source" });
        for (int run = 0; run < Support.Affinity.Runs; run++)
        {
            string first = (await Support.Affinity.RunAsync(balancer.EndPoint, Quick)).AllServers().Single();
            int watched = 0;
            AffinityObservation seen = await Support.Affinity.RunAsync(balancer.EndPoint, Quick with
            {
                Duration = TimeSpan.FromSeconds(4),
                Probe = Quick.Probe with { Log = Drain },
            });
            balancer.Command($"set server cas/{first} state ready");
            Assert.Equal([first], seen.Servers(AffinityVariant.NewConnection));
            string[] watch = seen.Sequence(AffinityVariant.Watch);
            Assert.Equal(first, watch[0]);
            Assert.NotEqual(first, watch[^1]);
            Assert.Equal(2, watch.Distinct().Count());
            seen.MustBe(AffinityVerdict.Inconclusive);

            void Drain(string line)
            {
                if (line.StartsWith("Watch,", StringComparison.Ordinal) && ++watched == 3) balancer.Command($"set server cas/{first} state drain");
            }
        }
    }

    [PeerFact("apache2", "haproxy")]
    public async Task Two_balancers_behind_one_name_show_by_address()
    {
        int port = FreePort.Next();
        IPAddress one = IPAddress.Parse("127.0.0.31"), two = IPAddress.Parse("127.0.0.32");
        using HaProxyInFront first = new(new HaProxyOptions { Servers = [farm.Cas[0]], ListenOn = new IPEndPoint(one, port) });
        using HaProxyInFront second = new(new HaProxyOptions { Servers = [farm.Cas[1]], ListenOn = new IPEndPoint(two, port) });
        for (int run = 0; run < Support.Affinity.Runs; run++)
        {
            AffinityObservation seen = await Support.Affinity.RunAsync(first.EndPoint, null, "http", "mail.contoso.com", two);
            Assert.Equal(["CAS1"], seen.Servers(AffinityVariant.NewConnection));
            Assert.Equal(["CAS1", "CAS1", "CAS1", "CAS2", "CAS2", "CAS2"], seen.Sequence(AffinityVariant.EachAddress));
            Assert.Equal(["127.0.0.31", "127.0.0.32"], seen.Trials.Where(trial => trial.Variant == AffinityVariant.EachAddress).Select(trial => trial.Address).Distinct());
            Assert.All(seen.Trials.Where(trial => trial.Variant != AffinityVariant.EachAddress), trial => Assert.Equal("127.0.0.31", trial.Address));
            seen.MustBe(AffinityVerdict.DnsRoundRobin);
            Assert.Contains(seen.NotTested, note => note.Contains("127.0.0.32", StringComparison.Ordinal));
        }
    }
}
