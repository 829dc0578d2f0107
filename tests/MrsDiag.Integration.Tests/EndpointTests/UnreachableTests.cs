using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Addresses where nothing answers, names that nobody can test, and runs that are stopped.</summary>
public sealed class UnreachableTests
{
    [PeerFact]
    public async Task A_refused_port_ends_the_way_at_TCP()
    {
        using RefusedPort port = new();
        EndpointResult result = await Probe.OneAsync(port.EndPoint);
        Assert.Equal(CallEnd.Refused, result.Observation.Tcp.End);
        Assert.Equal(EndpointStage.Tcp, result.StoppedAt);
        Assert.Equal(["MRS7016"], result.Causes());
        Assert.Empty(result.Observation.Exchanges);
    }

    [SkippableFact]
    public async Task A_dropped_connection_times_out_within_the_stage()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux drops what does not fit into the queue.");
        using DroppedPort port = new();
        EndpointResult result = await Probe.OneAsync(Probe.Short, Probe.Direct(port.EndPoint));
        Assert.Equal(CallEnd.TimedOut, result.Observation.Tcp.End);
        Assert.Equal(EndpointStage.Tcp, result.StoppedAt);
        Assert.Equal(["MRS7015"], result.Causes());
        Assert.InRange(result.Observation.Tcp.Duration, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_refused_server_beside_a_healthy_one_is_told_from_it()
    {
        int port = FreePort.Next();
        using RawServer server = new(Answers.AtOnce, Probe.Good, IPAddress.Parse("127.0.0.1"), port);
        EndpointResult[] results = await Probe.JudgeAsync(Probe.Options, Probe.Target(port, [server.EndPoint.Address], [IPAddress.Parse("127.0.0.9")]));
        Assert.Equal(401, results[0].Exchange(ExchangePurpose.Get).Status);
        Assert.Equal(["MRS1032", "MRS7016"], results[1].Causes());
    }

    [Fact]
    public async Task The_name_of_a_Hybrid_Agent_is_explained_and_neither_called_nor_failed()
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized), Probe.Good);
        EndpointTarget target = Probe.Direct(server.EndPoint, host: "c0ffee00-0000-0000-0000-000000000000.resource.mailboxmigration.his.msappproxy.net");
        EndpointResult result = await Probe.OneAsync(Probe.Short, target);
        Assert.True(result.Has("MRS1080"), result.Tell());
        Assert.DoesNotContain(result.Causes(), c => c != "MRS0005");
        // Where the machine of the test has no DNS for such names, that alone may be told.
        Assert.All(result.Checks.Where(c => c.Stage != EndpointStage.Dns), c => Assert.Equal(CheckOutcome.NotTested, c.Outcome));
        Assert.Equal(0, server.Accepted);
        Assert.Equal("hybridAgent", result.Observation.Reason(EndpointStage.Tcp));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopping_a_run_with_twenty_silent_endpoints_ends_it_at_once(bool withTls)
    {
        using RawServer silent = new(RawScripts.Silent, withTls ? Probe.Good : null, IPAddress.Any);
        EndpointTarget[] targets = [.. Enumerable.Range(1, 20).Select(i => Probe.Target(silent.EndPoint.Port, [IPAddress.Parse($"127.0.7.{i}")]))];
        using CancellationTokenSource stop = new();
        List<IReadOnlyList<EndpointObservation>> given = [];
        Task run = new EndpointProbe(new EndpointProbeOptions { StageTimeout = TimeSpan.FromMinutes(2), Timeout = TimeSpan.FromMinutes(5) })
            .RunAsync(targets, (_, observations) => given.Add(observations), stop.Token);
        await Eventually.IsTrueAsync(() => silent.Accepted >= 20, () => $"{silent.Accepted} accepted");
        Stopwatch watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        // A second is promised; ten are allowed to a loaded machine.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Empty(given);
    }

    [Fact]
    public async Task When_the_time_of_an_address_is_over_what_was_seen_stays()
    {
        using RawServer silent = new(RawScripts.Silent, Probe.Good);
        EndpointProbeOptions options = Probe.Options with { StageTimeout = TimeSpan.FromMinutes(1), Timeout = TimeSpan.FromSeconds(4) };
        EndpointResult result = await Probe.OneAsync(options, Probe.Direct(silent.EndPoint));
        Assert.Equal(CallEnd.Succeeded, result.Observation.Tls.End);
        Assert.Equal("timeBudget", result.Observation.Reason(EndpointStage.Http));
        Assert.NotEqual(CheckOutcome.Passed, result.Outcome);
    }
}
