using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Core.Tests.Affinity.Support;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

/// <summary>When the test of affinity stops by itself, and what it leaves alone.</summary>
public class AffinityCareTests
{
    private const string Busy = "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n";
    private const string TooMany = "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n";

    [Theory]
    [InlineData(Busy)]
    [InlineData(TooMany)]
    public async Task Three_refusals_in_a_row_end_it(string answer)
    {
        using Pool pool = new(_ => "CAS1") { Instead = request => request.Connection > 2 ? answer : null };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Contains("429 or 503", seen.StoppedEarly);
        Assert.Equal(3, pool.Requests.Count(request => request.Connection > 2));
        Assert.Equal(3, seen.Trials.Count(trial => trial.Status is 429 or 503));
    }

    [Fact]
    public async Task Many_refusals_among_ten_answers_end_it()
    {
        using Pool pool = new(_ => "CAS1") { IsNew = false, Instead = request => request.IsHealth || request.Connection % 3 == 0 ? null : Busy };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Contains("429 or 503", seen.StoppedEarly);
        Assert.Equal(9, pool.Requests.Count);
    }

    [Fact]
    public async Task A_few_refusals_end_nothing()
    {
        // Of the connections made one after another: those that are open at the same time arrive in no order, and one that is used again
        // would be refused several times in a row.
        using Pool pool = new(_ => "CAS1") { IsNew = false, Instead = request => request.Connection is 2 or 6 or 10 ? Busy : null };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Equal("", seen.StoppedEarly);
        Assert.Equal(12, seen.Of(AffinityVariant.NewConnection).Length);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_connections_is_not_tried_on_and_on()
    {
        AffinityObservation seen = await AffinityBench.RunAsync(ProbeBench.Target(ClosedPort()));
        Assert.StartsWith("unreachable: the first 3 attempts", seen.StoppedEarly);
        Assert.Equal(3, seen.Trials.Length);
        Assert.All(seen.Trials, trial => Assert.Equal(CallEnd.Refused, trial.End));
        Assert.Equal(0, seen.SentRequests);
    }

    [Fact]
    public async Task A_name_without_an_address_is_unreachable()
    {
        AffinityProbe probe = new(AffinityBench.Quick) { Seams = new() { Resolve = _ => Task.FromResult<IPAddress[]>([]) } };
        AffinityObservation seen = await probe.RunAsync(ProbeBench.Target(443), CancellationToken.None);
        Assert.StartsWith("unreachable:", seen.StoppedEarly);
        Assert.Empty(seen.Trials);
    }

    [Fact]
    public async Task Names_of_the_Hybrid_Agent_are_not_tested()
    {
        using Pool pool = new(_ => "CAS1");
        AffinityObservation seen = await AffinityBench.RunAsync(ProbeBench.Target(pool.Port, host: "b2ee1ba4.resource.mailboxmigration.his.msappproxy.net"));
        Assert.True(seen.IsHybridAgent);
        Assert.Empty(pool.Requests);
        Assert.Equal((0, 0), (seen.PlannedRequests, seen.SentRequests));
        Assert.Contains("Hybrid Agent", Assert.Single(seen.NotTested));
    }

    [Fact]
    public async Task Pinned_addresses_stand_for_the_name()
    {
        using Pool pool = new(_ => "CAS1");
        AffinityObservation seen = await AffinityBench.RunAsync(
            ProbeBench.Target(pool.Port) with { Via = [new PinnedServer("127.0.0.1")], Direct = [new PinnedServer("192.0.2.1")] }, AffinityBench.Least, ["192.0.2.7"]);
        Assert.True(seen.IsPinned);
        Assert.Equal(CallEnd.NotTried, seen.Dns.End);
        Assert.All(seen.Trials, trial => Assert.Equal("127.0.0.1", trial.Address));
        Assert.Equal("CAS1", seen.Trials[0].NtlmComputer);
    }

    [Fact]
    public async Task An_address_that_cannot_be_reached_gives_way_to_the_next()
    {
        using Pool pool = new(_ => "CAS1");
        AffinityObservation seen = await AffinityBench.RunAsync(ProbeBench.Target(pool.Port), AffinityBench.Quick with { Count = 3 }, ["255.255.255.255", "127.0.0.1"]);
        AffinityTrial[] trials = seen.Of(AffinityVariant.NewConnection);
        Assert.Equal(["255.255.255.255", "127.0.0.1", "127.0.0.1"], trials.Select(trial => trial.Address));
        Assert.Equal(["", "CAS1", "CAS1"], trials.Select(trial => trial.NtlmComputer));
        Assert.Contains(seen.NotTested, note => note.Contains("asked 127.0.0.1 alone") && note.Contains("255.255.255.255"));
        Assert.Equal(["", "", "", "CAS1", "CAS1", "CAS1"], seen.Names(AffinityVariant.EachAddress));
    }

    [Fact]
    public async Task Cancelling_ends_it_at_once()
    {
        using RawServer silent = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WaitForeverAsync();
        });
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.5));
        Stopwatch clock = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AffinityBench.RunAsync(ProbeBench.Target(silent.Port), cancellationToken: stop.Token));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(8), clock.Elapsed.ToString());
    }

    [Fact]
    public async Task A_server_that_never_answers_takes_no_longer_than_the_stages_allow()
    {
        using RawServer silent = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.WaitForeverAsync();
        });
        AffinityObservation seen = await AffinityBench.RunAsync(
            ProbeBench.Target(silent.Port), AffinityBench.Quick with { Probe = ProbeBench.Quick with { StageTimeout = TimeSpan.FromSeconds(0.3) } });
        Assert.StartsWith("unreachable:", seen.StoppedEarly);
        Assert.Equal(3, seen.Trials.Length);
        Assert.All(seen.Trials, trial => Assert.Equal(CallEnd.TimedOut, trial.End));
    }

    private static int ClosedPort()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }
}
