using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

public sealed class AffinitySessionTests
{
    private static readonly AffinityAnalyzer Analyzer = new(new RuleEngine([], FactCatalogs.Default, new RuleEngineOptions()));

    [Fact]
    public async Task Results_come_as_they_are_done_unless_the_order_is_asked_for()
    {
        Assert.Equal(["b", "a"], await RunAsync(ordered: false));
        Assert.Equal(["a", "b"], await RunAsync(ordered: true));

        static async Task<string[]> RunAsync(bool ordered)
        {
            TaskCompletionSource<bool> first = new();
            List<string> hosts = [];
            AffinitySession session = new(new AffinityProbeOptions(), Analyzer)
            {
                Look = async (target, _, stop) =>
                {
                    if (target.Endpoint.Uri.Host == "a")
                        await first.Task;
                    else
                        first.SetResult(true);
                    // Time for the second one to be given before the first goes on.
                    await Task.Delay(target.Endpoint.Uri.Host == "a" ? 200 : 0, stop);
                    return Seen(target);
                },
            };
            await session.RunAsync([Target("a"), Target("b")], [], ordered, r => hosts.Add(r.HostName), CancellationToken.None);
            return [.. hosts];
        }
    }

    [Fact]
    public async Task No_more_endpoints_are_tested_at_once_than_asked_for()
    {
        int now = 0;
        int most = 0;
        AffinitySession session = new(new AffinityProbeOptions { Probe = new EndpointProbeOptions { ThrottleLimit = 2 } }, Analyzer)
        {
            Look = async (target, _, stop) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                await Task.Delay(20, stop);
                Interlocked.Decrement(ref now);
                return Seen(target);
            },
        };
        int given = 0;
        await session.RunAsync([.. Enumerable.Range(0, 8).Select(i => Target("h" + i))], [], false, _ => given++, CancellationToken.None);
        Assert.Equal((8, 2), (given, most));
    }

    [Fact]
    public async Task Saved_observations_come_first_and_open_no_connection()
    {
        List<string> hosts = [];
        AffinitySession session = new(new AffinityProbeOptions(), Analyzer) { Look = (target, _, _) => Task.FromResult(Seen(target)) };
        await session.RunAsync([Target("a")], [new AffinityObservation { Uri = "https://old/", Host = "old" }], true, r => hosts.Add(r.HostName), CancellationToken.None);
        Assert.Equal(["old", "a"], hosts);
    }

    [Fact]
    public async Task Each_endpoint_is_tested_with_what_is_known_of_it_and_its_progress_counts_servers()
    {
        List<AffinityProgress> told = [];
        AffinityKnowledge known = new() { ServerVersion = "14.3" };
        AffinitySession session = new(new AffinityProbeOptions { Count = 5 }, Analyzer)
        {
            Progress = told.Add,
            Look = (target, own, _) =>
            {
                Assert.Equal((5, known), (own.Count, own.Knowledge));
                own.Progress!(1, 34);
                own.TrialDone!(new AffinityTrial { NtlmComputer = "CAS1" });
                own.TrialDone!(new AffinityTrial { FrontEndServer = "CAS2" });
                own.TrialDone!(new AffinityTrial { NtlmComputer = "cas1" });
                own.Progress!(3, 34);
                return Task.FromResult(Seen(target));
            },
        };
        await session.RunAsync([Target("a") with { Knowledge = known }], [], false, _ => { }, CancellationToken.None);
        Assert.Equal(new AffinityProgress("a", 3, 34, 2), told[^1]);
    }

    [Fact]
    public async Task Who_takes_results_and_wants_no_more_gets_back_its_own_reason_and_the_others_are_ended()
    {
        TaskCompletionSource<bool> ended = new();
        AffinitySession session = new(new AffinityProbeOptions(), Analyzer)
        {
            Look = async (target, _, stop) =>
            {
                if (target.Endpoint.Uri.Host == "a")
                    return Seen(target);
                try
                {
                    await Task.Delay(Timeout.Infinite, stop);
                }
                finally
                {
                    ended.SetResult(true);
                }
                return Seen(target);
            },
        };
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => session.RunAsync(
            [Target("b"), Target("a")], [], false, _ => throw new InvalidTimeZoneException(), CancellationToken.None));
        Assert.True(ended.Task.Status == TaskStatus.RanToCompletion);
    }

    private static AffinityTarget Target(string host) => new(new EndpointTarget(new Uri($"https://{host}/EWS/mrsproxy.svc")), new AffinityKnowledge());

    private static AffinityObservation Seen(AffinityTarget target) => new() { Uri = target.Endpoint.Uri.AbsoluteUri, Host = target.Endpoint.Uri.Host };
}
