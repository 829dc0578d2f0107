using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Affinity;

/// <summary>One run: tests what has to be tested, several endpoints at once, judges it, and hands out results. The cmdlet and the console program both use it.</summary>
/// <param name="options">What the caller said; <see cref="Endpoints.EndpointProbeOptions.ThrottleLimit"/> is how many endpoints are tested at once.</param>
/// <param name="analyzer">Judges.</param>
public sealed class AffinitySession(AffinityProbeOptions options, AffinityAnalyzer analyzer)
{
    /// <summary>Looks at one endpoint; replaced in tests.</summary>
    internal Func<AffinityTarget, AffinityProbeOptions, CancellationToken, Task<AffinityObservation>> Look { get; init; } =
        (target, own, stop) => new AffinityProbe(own).RunAsync(target.Endpoint, stop);

    /// <summary>Told of each request that ended, from any thread.</summary>
    public Action<AffinityProgress>? Progress { get; init; }

    /// <summary>Tests and judges all inputs.</summary>
    /// <param name="targets">The endpoints.</param>
    /// <param name="saved">Saved observations; they come first.</param>
    /// <param name="ordered">Whether results come in input order; otherwise as they are done.</param>
    /// <param name="give">Takes one result; called from one thread at a time.</param>
    /// <param name="cancellationToken">Ends all sockets at once.</param>
    /// <returns>A task that ends when all results are given.</returns>
    public async Task RunAsync(
        IReadOnlyList<AffinityTarget> targets, IReadOnlyList<AffinityObservation> saved, bool ordered, Action<AffinityResult> give, CancellationToken cancellationToken)
    {
        foreach (AffinityObservation observation in saved)
            give(analyzer.Judge(observation, cancellationToken));
        if (targets.Count == 0)
            return;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using SemaphoreSlim room = new(Math.Max(1, options.Probe.ThrottleLimit));
        using SemaphoreSlim turn = new(1, 1);
        SortedDictionary<int, AffinityObservation> waiting = [];
        int next = 0;
        ExceptionDispatchInfo? refused = null;
        try
        {
            await Task.WhenAll(targets.Select(TestAsync)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (refused is not null)
        {
        }
        refused?.Throw();

        async Task TestAsync(AffinityTarget target, int index)
        {
            await room.WaitAsync(stop.Token).ConfigureAwait(false);
            AffinityObservation observation;
            try
            {
                observation = await Look(target, OptionsOf(target), stop.Token).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
            await turn.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                Take(index, observation);
            }
            catch (Exception e)
            {
                // Who takes the results wants no more of them: its own reason goes back to it, not the cancellation that follows.
                refused ??= ExceptionDispatchInfo.Capture(e);
                stop.Cancel();
            }
            finally
            {
                turn.Release();
            }
        }

        void Take(int index, AffinityObservation observation)
        {
            waiting.Add(ordered ? index : next, observation);
            while (waiting.TryGetValue(next, out AffinityObservation? ready))
            {
                waiting.Remove(next++);
                give(analyzer.Judge(ready, cancellationToken));
            }
        }
    }

    private AffinityProbeOptions OptionsOf(AffinityTarget target)
    {
        AffinityProbeOptions own = options with { Knowledge = target.Knowledge };
        if (Progress is not { } progress)
            return own;
        ProgressCount count = new(target.Endpoint.Uri.Host);
        return own with
        {
            Progress = (sent, planned) => progress(count.Sent(sent, planned)),
            TrialDone = trial => progress(count.Done(trial)),
        };
    }
}
