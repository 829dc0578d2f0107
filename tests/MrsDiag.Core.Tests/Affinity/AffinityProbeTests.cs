using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Core.Tests.Affinity.Support;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

public class AffinityProbeTests
{
    [Fact]
    public async Task Each_new_connection_asks_once_and_says_who_it_is()
    {
        using Pool pool = new(request => "CAS" + ((request.Connection % 2) + 1)) { IsNew = false };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Equal(Enumerable.Range(1, 12).Select(i => "CAS" + ((i % 2) + 1)), seen.Names(AffinityVariant.NewConnection));
        AffinityTrial[] trials = seen.Of(AffinityVariant.NewConnection);
        Assert.Equal(Enumerable.Range(1, 12), trials.Select(trial => trial.Number));
        Assert.Equal(12, trials.Select(trial => trial.Connection).Distinct().Count());
        Assert.All(trials, trial => Assert.Equal((1, 401, false, "127.0.0.1", "127.0.0.1"), (trial.RequestOnConnection, trial.Status, trial.AfterChallenge, trial.Address, trial.SourceAddress)));
        Assert.All(trials, trial => Assert.Equal(("10.0.17763", "Microsoft-IIS/10.0"), (trial.OsVersion, trial.ServerHeader)));
        Assert.All(pool.Requests, request => Assert.Contains("\r\nX-MrsDiag: affinity test\r\n", request.Head));
        Assert.All(pool.Requests, request => Assert.Contains("\r\nUser-Agent: MrsDiag/", request.Head));
        Assert.All(pool.Requests.Where(request => !request.IsHealth), request => Assert.StartsWith("GET /EWS/mrsproxy.svc HTTP/1.1\r\n", request.Head));
        // The first message of NTLM and no other: nobody logs on.
        Assert.All(pool.Requests.Where(request => request.Head.Contains("\r\nAuthorization:")), request => Assert.Contains("\r\nAuthorization: NTLM TlRMTVNTUAABAAAA", request.Head));
        // It does not answer, so it is asked once and no more.
        Assert.Single(pool.Requests, request => request.IsHealth);
    }

    [Fact]
    public async Task The_number_of_requests_is_said_first_and_kept()
    {
        using Pool pool = new(_ => "EX01") { SetCookie = "SRV={0}" };
        ConcurrentQueue<string> log = new();
        ConcurrentQueue<(int Sent, int Planned)> progress = new();
        AffinityObservation seen = await AffinityBench.RunAsync(pool, AffinityBench.Quick with
        {
            Probe = AffinityBench.Quick.Probe with { Log = log.Enqueue },
            Progress = (sent, planned) => progress.Enqueue((sent, planned)),
            IdleTimes = [TimeSpan.FromMilliseconds(30)],
        });
        Assert.Equal(pool.Requests.Count, seen.SentRequests);
        Assert.InRange(seen.SentRequests, 40, seen.PlannedRequests);
        Assert.Contains(log, line => line.StartsWith($"At most {seen.PlannedRequests} requests to http://mail.contoso.com:{pool.Port}/EWS/mrsproxy.svc at 127.0.0.1", StringComparison.Ordinal));
        Assert.StartsWith("At most", log.First(line => !line.StartsWith("Resolver", StringComparison.Ordinal) && !line.StartsWith("DNS", StringComparison.Ordinal)));
        Assert.Equal(Enumerable.Range(1, seen.SentRequests), progress.Select(step => step.Sent).OrderBy(sent => sent));
        Assert.All(progress, step => Assert.Equal(seen.PlannedRequests, step.Planned));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    public async Task The_cap_is_never_passed(int limit)
    {
        using Pool pool = new(_ => "EX01");
        AffinityObservation seen = await AffinityBench.RunAsync(pool, AffinityBench.Quick with { RequestLimit = limit });
        Assert.Equal((limit, limit, limit), (pool.Requests.Count, seen.SentRequests, seen.PlannedRequests));
        Assert.Contains($"limit of {limit} requests", seen.StoppedEarly);
    }

    [Fact]
    public async Task Cookies_of_the_first_answer_are_sent_back_and_their_values_kept_nowhere()
    {
        const string Secret = "rd5o00000000000000000000ffff0a000001o443";
        using Pool pool = new(request => request.Cookie.Length > 0 ? "EX01" : "EX0" + ((request.Connection % 2) + 1)) { SetCookie = $"BIGipServerEWS={Secret}; path=/; Httponly" };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Equal(["EX01"], seen.Names(AffinityVariant.Cookies).Distinct());
        Assert.Equal(6, seen.Of(AffinityVariant.Cookies).Length);
        Assert.All(seen.Of(AffinityVariant.Cookies), trial => Assert.Equal(["BIGipServerEWS"], trial.SentCookies));
        Assert.All(seen.Of(AffinityVariant.NewConnection), trial => Assert.Equal(["BIGipServerEWS"], trial.SetCookies));
        Assert.Equal([$"BIGipServerEWS={Secret}"], pool.Requests.Select(request => request.Cookie).Where(cookie => cookie.Length > 0).Distinct());
        List<string> lines = FilledRecord.Lines(seen);
        Assert.Contains(lines, line => line.Contains("BIGipServerEWS"));
        Assert.DoesNotContain(lines, line => line.Contains(Secret) || line.Contains("TlRMTVNTUAA"));
    }

    [Fact]
    public async Task Without_cookies_their_variant_is_left_out_and_says_so()
    {
        using Pool pool = new(_ => "EX01");
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Empty(seen.Of(AffinityVariant.Cookies));
        Assert.Contains(seen.NotTested, note => note.StartsWith("Cookies:", StringComparison.Ordinal));
        Assert.Contains(seen.NotTested, note => note.StartsWith("TLS resumption:", StringComparison.Ordinal));
        Assert.Contains(seen.NotTested, note => note.StartsWith("Each address:", StringComparison.Ordinal));
        Assert.Contains(seen.NotTested, note => note.StartsWith("Second source address:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Servers_that_change_inside_one_connection_are_told_after_the_challenge()
    {
        using Pool pool = new(request => request.Number % 2 == 1 ? "CAS1" : "CAS2") { IsNew = false };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        AffinityTrial[] trials = seen.Of(AffinityVariant.OneConnection);
        Assert.Equal(8, trials.Length);
        Assert.Single(trials.Select(trial => trial.Connection).Distinct());
        Assert.Equal(Enumerable.Range(1, 8), trials.Select(trial => trial.RequestOnConnection));
        Assert.Equal([false, true, true, true, true, true, true, true], trials.Select(trial => trial.AfterChallenge));
        Assert.Equal(["CAS1", "CAS2"], trials.Select(trial => trial.NtlmComputer).Where(name => name.Length > 0).Distinct());
        Assert.All(trials, trial => Assert.False(trial.ConnectionClosed));
    }

    [Fact]
    public async Task A_peer_that_closes_each_connection_leaves_one_request_and_a_note()
    {
        using Pool pool = new(_ => "CAS1") { Instead = _ => Answers.Unauthorized.Replace("Content-Length: 0", "Connection: close\r\nContent-Length: 0") };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.True(Assert.Single(seen.Of(AffinityVariant.OneConnection)).ConnectionClosed);
        Assert.Contains(seen.NotTested, note => note.StartsWith("Several requests on one connection:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connections_are_held_open_at_the_same_time()
    {
        // The first server as long as it has no other connection, as least-connections does.
        using Pool pool = new(request => "CAS" + Math.Min(request.Open, 4));
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Equal(8, seen.Of(AffinityVariant.HeldOpen).Length);
        Assert.True(pool.Server.MostOpen >= 8);
        Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4"], seen.Names(AffinityVariant.HeldOpen).Distinct().OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_Negotiate_alone_is_offered_the_challenge_comes_inside_SPNEGO()
    {
        using Pool pool = new(_ => "CAS1") { Offers = ["Negotiate"], IsNew = false };
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        Assert.Equal("", seen.Trials[0].NtlmComputer);
        Assert.All(seen.Of(AffinityVariant.NewConnection).Skip(1), trial => Assert.Equal("CAS1", trial.NtlmComputer));
        Assert.Contains(pool.Requests, request => request.Head.Contains("\r\nAuthorization: Negotiate YE"));
    }

    [Fact]
    public async Task Health_pages_are_asked_behind_one_trial_in_five()
    {
        using Pool pool = new(request => "EX0" + ((request.Connection % 2) + 1));
        AffinityObservation seen = await AffinityBench.RunAsync(pool);
        AffinityTrial[] asked = [.. seen.Trials.Where(trial => trial.HealthServer.Length > 0)];
        Assert.Equal([1, 6, 11, 8], asked.Select(trial => trial.Number));
        Assert.All(asked, trial => Assert.Equal(trial.FrontEndServer + ".contoso.com", trial.HealthServer));
        Assert.All(seen.Trials, trial => Assert.Equal("15.2.1544.11", trial.ExchangeVersion));
    }

    [SkippableFact]
    public async Task A_second_source_address_is_really_used()
    {
        using Pool pool = new(_ => "CAS1");
        IPAddress[] sources = [IPAddress.Parse("127.0.0.5"), IPAddress.Parse("127.0.0.6")];
        AffinityObservation seen = await AffinityBench.RunAsync(pool, AffinityBench.Quick with { SourceAddresses = sources });
        Skip.If(seen.Trials[0].End == CallEnd.Unreachable, "This computer has one loopback address only.");
        Assert.Equal(6, seen.Of(AffinityVariant.SecondSource).Length);
        Assert.All(seen.Trials, trial => Assert.Equal(trial.Variant == AffinityVariant.SecondSource ? "127.0.0.6" : "127.0.0.5", trial.SourceAddress));
    }

    [Fact]
    public async Task What_the_caller_knows_is_kept_with_what_was_seen()
    {
        using Pool pool = new(_ => "CAS1");
        AffinityKnowledge knowledge = new()
        {
            ServerVersion = "14.3",
            Servers = ["CAS1", "CAS2"],
            DeviceIdleTimeout = TimeSpan.FromMinutes(5),
            FirewallIdleTimeout = TimeSpan.FromHours(1),
            KeepAlive = [new KeepAliveSetting { Server = "CAS1", KeepAliveTime = TimeSpan.FromMinutes(20) }],
        };
        AffinityObservation seen = await AffinityBench.RunAsync(pool, AffinityBench.Least with { Knowledge = knowledge });
        Assert.Equal(("14.3", TimeSpan.FromMinutes(5), TimeSpan.FromHours(1)), (seen.GivenVersion, seen.DeviceIdleTimeout, seen.FirewallIdleTimeout));
        Assert.Equal(["CAS1", "CAS2"], seen.GivenServers);
        Assert.Equal("CAS1", Assert.Single(seen.KeepAlive).Server);
        Assert.Equal(("mail.contoso.com", pool.Port, 1, EndpointVantage.Internal, false), (seen.Host, seen.Port, seen.Count, seen.Vantage, seen.IsPinned));
        Assert.Equal(["127.0.0.1"], seen.Dns.Addresses);
        Assert.True(seen.Duration > TimeSpan.Zero && seen.StartedAt.Kind == DateTimeKind.Utc && seen.ComputerName.Length > 0);
    }
}
