using System;
using System.Linq;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Affinity.Probing;
using MrsDiag.Core.Tests.Affinity.Support;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

/// <summary>Silence, pauses and the long watch.</summary>
public class AffinityTimeTests
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_connection_that_can_still_be_used_says_so()
    {
        using Pool pool = new(_ => "EX01");
        TimeSpan[] times = [TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(0.2)];
        AffinityObservation seen = await AffinityBench.RunAsync(pool, AffinityBench.Least with { IdleTimes = times });
        Assert.Equal(times, seen.Idle.Select(idle => idle.Wait));
        Assert.All(seen.Idle, idle => Assert.Equal((CallEnd.Succeeded, 401, "EX01", "EX01", "127.0.0.1"), (idle.End, idle.Status, idle.ServerBefore, idle.ServerAfter, idle.Address)));
        Assert.All(seen.Idle, idle => Assert.Null(idle.EndedAfter));
    }

    [Theory]
    [InlineData(true, CallEnd.Reset)]
    [InlineData(false, CallEnd.Closed)]
    public async Task The_end_of_a_silent_connection_is_told_with_its_time(bool isReset, CallEnd end)
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await RawServer.AnswerAsync(connection, Answers.Unauthorized);
            await connection.WaitAsync(0.4);
            if (isReset)
                connection.Reset();
        });
        IdleObservation idle = await RunAsync(server);
        Assert.Equal(end, idle.End);
        Assert.InRange(idle.EndedAfter!.Value, TimeSpan.FromSeconds(0.2), Silence);
        Assert.Equal("EX01", idle.ServerBefore);
        Assert.NotEqual("", idle.Error);
    }

    [Fact]
    public async Task A_word_of_farewell_is_no_end()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await RawServer.AnswerAsync(connection, Answers.Unauthorized);
            await connection.WaitAsync(0.3);
            await connection.SendAsync("HTTP/1.1 408 Request Time-out\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            await connection.WaitAsync(0.4);
        });
        IdleObservation idle = await RunAsync(server);
        Assert.Equal(CallEnd.Closed, idle.End);
        Assert.InRange(idle.EndedAfter!.Value, TimeSpan.FromSeconds(0.5), Silence);
    }

    [Fact]
    public async Task A_connection_that_was_dropped_without_a_word_meets_silence()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await RawServer.AnswerAsync(connection, Answers.Unauthorized);
            await connection.WaitForeverAsync();
        });
        AffinityObservation seen = await AffinityBench.RunAsync(ProbeBench.Target(server.Port), AffinityBench.Least with
        {
            IdleTimes = [TimeSpan.FromSeconds(0.1)],
            Probe = ProbeBench.Quick with { StageTimeout = TimeSpan.FromSeconds(1) },
        });
        IdleObservation idle = Assert.Single(seen.Idle);
        Assert.Equal((CallEnd.TimedOut, (TimeSpan?)null), (idle.End, idle.EndedAfter));
    }

    [Fact]
    public async Task The_watch_asks_once_a_second_until_its_time_is_over()
    {
        using Pool pool = new(request => request.Connection < 4 ? "CAS1" : "CAS2") { IsNew = false };
        AffinityObservation seen = await AffinityBench.RunAsync(pool, AffinityBench.Least with { Duration = TimeSpan.FromSeconds(2.1) });
        AffinityTrial[] watch = seen.Of(AffinityVariant.Watch);
        Assert.InRange(watch.Length, 2, 3);
        Assert.True(watch[1].StartedAt - watch[0].StartedAt >= TimeSpan.FromSeconds(0.8));
    }

    [Fact]
    public async Task Pause_and_interval_lie_between_new_connections()
    {
        using Pool pool = new(_ => "CAS1") { IsNew = false };
        AffinityObservation seen = await AffinityBench.RunAsync(
            pool, AffinityBench.Least with { Count = 3, Interval = TimeSpan.FromSeconds(0.2), Pause = TimeSpan.FromSeconds(0.6) });
        AffinityTrial[] trials = seen.Of(AffinityVariant.NewConnection);
        Assert.All(trials.Skip(1).Zip(trials, (later, earlier) => later.StartedAt - earlier.StartedAt), gap => Assert.True(gap >= TimeSpan.FromSeconds(0.15)));
        Assert.Equal(3, seen.Of(AffinityVariant.AfterPause).Length);
        Assert.True(seen.Of(AffinityVariant.AfterPause)[0].StartedAt - seen.Of(AffinityVariant.OneConnection)[7].StartedAt >= TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public void A_watch_longer_than_the_cap_allows_is_thinned_out()
    {
        AffinityProbeOptions options = new() { Duration = TimeSpan.FromMinutes(45) };
        TrialPlan plan = new(options, [System.Net.IPAddress.Loopback], isHttps: true);
        Assert.Equal(options.RequestLimit, plan.Total);
        Assert.InRange(plan.WatchInterval, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30));
        Assert.InRange(plan.Watch * plan.WatchInterval.TotalSeconds, 44 * 60, 45 * 60);
    }

    private static async Task<IdleObservation> RunAsync(RawServer server) => Assert.Single(
        (await AffinityBench.RunAsync(ProbeBench.Target(server.Port), AffinityBench.Least with { IdleTimes = [Silence] })).Idle);
}
