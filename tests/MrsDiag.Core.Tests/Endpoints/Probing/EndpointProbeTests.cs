using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Configuration;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

public class EndpointProbeTests
{
    private const string AllPurposes =
        "Get Post ExpectBodyAtOnce ExpectBodyHeldBack BodyHeldBack ExpectWsSecurity Chunked HealthCheck";

    [Fact]
    public async Task Every_stage_of_a_plain_endpoint_is_filled()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port);
        Assert.Equal($"http://mail.contoso.com:{server.Port}/EWS/mrsproxy.svc", observation.Uri);
        Assert.Equal((ProbeBench.Host, server.Port, "127.0.0.1", "127.0.0.1"), (observation.Host, observation.Port, observation.Address, observation.SourceAddress));
        Assert.Equal((CallEnd.Succeeded, ""), (observation.Tcp.End, observation.Tcp.Error));
        Assert.Equal(AllPurposes, string.Join(" ", observation.Exchanges.Select(exchange => exchange.Purpose)));
        Assert.All(observation.Exchanges, exchange => Assert.Equal((CallEnd.Succeeded, 401), (exchange.End, exchange.Status)));
        Assert.Equal(["/ews/exchange.asmx/wssecurity", "/ews/healthcheck.htm"], observation.Exchanges.Select(exchange => exchange.Path).Where(path => path.StartsWith("/ews", StringComparison.Ordinal)));
        Assert.Equal(2, observation.Challenges.Length);
        Assert.Equal((EndpointVantage.Internal, "127.0.0.1 is a loopback address."), (observation.Vantage, observation.VantageReason));
        Assert.Equal([(EndpointStage.Tls, "notHttps"), (EndpointStage.Logon, "noCredential")], observation.NotTested.Select(note => (note.Stage, note.Reason)));
        Assert.True(observation.Duration > TimeSpan.Zero);
        Assert.Equal(Environment.MachineName, observation.ComputerName);
    }

    [Fact]
    public async Task A_refused_address_stops_there_and_says_so()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        EndpointObservation observation = await ProbeBench.OneAsync(port, "https");
        Assert.Equal(CallEnd.Refused, observation.Tcp.End);
        Assert.Empty(observation.Exchanges);
        Assert.Equal(
            [EndpointStage.Tls, EndpointStage.Http, EndpointStage.Expect, EndpointStage.Ntlm, EndpointStage.Logon, EndpointStage.Health],
            observation.NotTested.Select(note => note.Stage));
        Assert.All(observation.NotTested, note => Assert.Equal("stageBeforeFailed", note.Reason));
    }

    [Fact]
    public async Task When_the_first_GET_has_no_connection_nothing_else_is_tried()
    {
        int connections = 0;
        using RawServer server = RawServer.Start(async connection =>
        {
            // The TCP stage gets its connection; TLS never comes about.
            Interlocked.Increment(ref connections);
            await connection.ReadSomeAsync(TimeSpan.FromSeconds(10));
            connection.Reset();
        });
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port, "https");
        Assert.Equal(CallEnd.Succeeded, observation.Tcp.End);
        Assert.NotEqual(CallEnd.Succeeded, observation.Tls.End);
        Assert.Empty(observation.Exchanges);
        Assert.Equal("stageBeforeFailed", ProbeBench.Reason(observation, EndpointStage.Http));
        // The handshake, and a hello of each version.
        Assert.Equal(6, connections);
    }

    [Fact]
    public async Task Cancelling_ends_all_sockets_within_a_second()
    {
        using RawServer server = RawServer.Start(connection => connection.WaitForeverAsync());
        using CancellationTokenSource stop = new();
        EndpointProbe probe = ProbeBench.Probe(ProbeBench.Quick with { StageTimeout = TimeSpan.FromMinutes(5), Timeout = TimeSpan.FromMinutes(10) });
        Task run = probe.RunAsync(
            [ProbeBench.Target(server.Port), ProbeBench.Target(server.Port, "https")], (_, _) => Assert.Fail("Nothing can be done."), stop.Token);
        await Task.Delay(500);
        Assert.False(run.IsCompleted);
        Stopwatch clock = Stopwatch.StartNew();
        stop.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        // The promise is one second.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task No_more_addresses_than_the_limit_at_once()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.WaitAsync(0.1);
            connection.Reset();
        });
        // A reset during the handshake: each address holds the handshake and five hellos at most.
        EndpointTarget[] targets = [.. Enumerable.Range(0, 12).Select(_ => ProbeBench.Target(server.Port, "https"))];
        await ProbeBench.AllAsync(ProbeBench.Probe(ProbeBench.Quick with { ThrottleLimit = 2 }), targets);
        // A socket may still be closing when the next address begins.
        Assert.InRange(server.MostOpen, 2, 24);
    }

    [Fact]
    public async Task When_the_time_of_the_address_is_over_what_was_seen_stays()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            string head = await connection.ReadHeadAsync();
            if (!head.StartsWith("GET ", StringComparison.Ordinal))
                await connection.WaitForeverAsync();
            await connection.SendAsync(Answers.Unauthorized);
        });
        EndpointProbeOptions options = ProbeBench.Quick with { Timeout = TimeSpan.FromSeconds(6), StageTimeout = TimeSpan.FromMinutes(1) };
        EndpointObservation observation = await ProbeBench.OneAsync(server.Port, "http", options);
        Assert.Equal("Get HealthCheck", string.Join(" ", observation.Exchanges.Select(exchange => exchange.Purpose)));
        Assert.Equal(2, observation.Challenges.Length);
        Assert.Equal(["timeBudget", "timeBudget", "timeBudget"], new[] { EndpointStage.Http, EndpointStage.Expect, EndpointStage.Logon }.Select(stage => ProbeBench.Reason(observation, stage)));
        Assert.Contains("6 seconds", observation.NotTested.First(note => note.Reason == "timeBudget").Detail);
    }

    [Fact]
    public async Task All_addresses_of_a_name_are_probed_and_know_each_other()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        IReadOnlyList<EndpointObservation> all = await ProbeBench.AllAsync(ProbeBench.Probe(null, "127.0.0.1", "127.0.0.2"), ProbeBench.Target(server.Port));
        Assert.Equal(["127.0.0.1", "127.0.0.2"], all.Select(observation => observation.Address));
        Assert.Equal([true, false], all.Select(observation => observation.IsFirst));
        SiblingObservation other = Assert.Single(all[1].Siblings);
        Assert.Equal(("127.0.0.1", CallEnd.Succeeded, 401, 401), (other.Address, other.Tcp, other.GetStatus, other.PostStatus));
        // The listener has the first address only.
        Assert.Equal(CallEnd.Refused, Assert.Single(all[0].Siblings).Tcp);
        Assert.Same(all[0].Dns, all[1].Dns);
    }

    [Fact]
    public async Task Pinned_servers_are_reached_under_the_name()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        VirtualDirectory directory = new() { Server = "EX01", AdPropertiesOnly = true };
        EndpointProbe probe = new(ProbeBench.Quick)
        {
            Seams = new EndpointSeams
            {
                Resolve = name => name == "ex01" ? Task.FromResult(new[] { IPAddress.Loopback }) : throw new SocketException((int)SocketError.HostNotFound),
            },
        };
        EndpointTarget target = ProbeBench.Target(server.Port) with
        {
            Direct = [new PinnedServer("ex01", directory), new PinnedServer("ex02")],
            Via = [new PinnedServer("127.0.0.1")],
            ProbeName = false,
        };
        IReadOnlyList<EndpointObservation> all = await ProbeBench.AllAsync(probe, target);
        Assert.Equal(
            [(EndpointRoute.Direct, "ex01", "127.0.0.1"), (EndpointRoute.Direct, "ex02", ""), (EndpointRoute.Via, "", "127.0.0.1")],
            all.Select(observation => (observation.Route, observation.PinnedName, observation.Address)));
        Assert.All(server.Heads, head => Assert.Contains($"\r\nHost: mail.contoso.com:{server.Port}\r\n", head));
        Assert.Equal("switchedOff", ProbeBench.Reason(all[0], EndpointStage.Dns));
        Assert.Equal("adPropertiesOnly", ProbeBench.Reason(all[0], EndpointStage.Configuration));
        Assert.Same(directory, all[0].Configuration);
        Assert.Equal(CallEnd.NotTried, all[1].Tcp.End);
        Assert.StartsWith("ex02 gave no address. HostNotFound", all[1].NotTested.First(note => note.Stage == EndpointStage.Tcp).Detail);
    }

    [Fact]
    public async Task A_name_without_an_address_gives_one_observation()
    {
        EndpointProbe probe = new(ProbeBench.Quick)
        {
            Seams = new EndpointSeams { Resolve = _ => throw new SocketException((int)SocketError.HostNotFound) },
        };
        EndpointObservation observation = Assert.Single(await ProbeBench.AllAsync(probe, ProbeBench.Target(443, "https")));
        Assert.Equal(("", CallEnd.NotTried), (observation.Address, observation.Tcp.End));
        Assert.Equal(CallEnd.Failed, observation.Dns.End);
        Assert.StartsWith("HostNotFound: ", observation.Dns.Error);
        Assert.Equal("stageBeforeFailed", ProbeBench.Reason(observation, EndpointStage.Tcp));
    }

    [Fact]
    public async Task A_name_of_the_Hybrid_Agent_is_resolved_and_left_alone()
    {
        using RawServer server = RawServer.Answering(Answers.Ok);
        EndpointTarget target = ProbeBench.Target(server.Port, "http", "a1b2.resource.mailboxmigration.his.msappproxy.net");
        EndpointObservation observation = Assert.Single(await ProbeBench.AllAsync(ProbeBench.Probe(), target));
        Assert.True(observation.IsHybridAgent);
        Assert.Equal((CallEnd.Succeeded, CallEnd.NotTried), (observation.Dns.End, observation.Tcp.End));
        Assert.Equal(7, observation.NotTested.Count(note => note.Reason == "hybridAgent"));
        Assert.Empty(server.Heads);
    }

    [Fact]
    public async Task One_broken_target_hurts_no_other()
    {
        using RawServer server = RawServer.Answering(Answers.Ok);
        EndpointProbe probe = new(ProbeBench.Quick)
        {
            Seams = new EndpointSeams { Resolve = name => name == "bad.contoso.com" ? throw new InvalidOperationException("broken") : Task.FromResult(new[] { IPAddress.Loopback }) },
        };
        IReadOnlyList<EndpointObservation> all = await ProbeBench.AllAsync(probe, ProbeBench.Target(server.Port, "http", "bad.contoso.com"), ProbeBench.Target(server.Port));
        Assert.Equal(("broken", CallEnd.Failed), (all[0].Dns.Error, all[0].Dns.End));
        Assert.Equal(200, all[1].Exchanges[0].Status);
    }

    [Fact]
    public async Task Whoever_takes_the_results_may_stop_the_run()
    {
        using RawServer server = RawServer.Answering(Answers.Ok);
        EndpointTarget[] targets = [.. Enumerable.Range(0, 5).Select(_ => ProbeBench.Target(server.Port))];
        await Assert.ThrowsAsync<FormatException>(
            () => ProbeBench.Probe().RunAsync(targets, (_, _) => throw new FormatException("enough"), CancellationToken.None));
    }

    [Fact]
    public async Task Every_connection_is_announced_and_no_secret_with_it()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        ConcurrentQueue<string> told = new();
        EndpointProbeOptions options = ProbeBench.Quick with { Log = told.Enqueue, Credential = new NetworkCredential("CONTOSO\\adele", "Sesame!") };
        await ProbeBench.OneAsync(server.Port, "http", options);
        // The TCP stage, eight exchanges, two challenges.
        Assert.Equal(11, told.Count(line => line.Contains($"127.0.0.1:{server.Port}", StringComparison.Ordinal)));
        Assert.DoesNotContain(told, line => line.Contains("Sesame!", StringComparison.Ordinal));
    }
}
