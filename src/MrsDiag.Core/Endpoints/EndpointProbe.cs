using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Endpoints;

/// <summary>Probes endpoints over the network and writes down what it sees. Judges nothing.</summary>
/// <param name="options">What the caller said about probing.</param>
public sealed class EndpointProbe(EndpointProbeOptions options)
{
    internal EndpointSeams Seams { get; init; } = new();

    /// <summary>Probes all addresses of all targets, at most <see cref="EndpointProbeOptions.ThrottleLimit"/> addresses at once.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="give">
    /// Takes the index of a target that is done and its observations (one an address; at least one, also where the name gave no address).
    /// Called once a target, from one thread at a time, in the order in which they end.
    /// </param>
    /// <param name="cancellationToken">Ends all sockets at once.</param>
    /// <returns>A task that ends when all are done.</returns>
    public async Task RunAsync(
        IReadOnlyList<EndpointTarget> targets, Action<int, IReadOnlyList<EndpointObservation>> give, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ProbeRun run = new(options, Seams, stop.Token);
        using SemaphoreSlim turn = new(1, 1);
        TargetProbe probe = new(run);
        ExceptionDispatchInfo? refused = null;
        try
        {
            await Task.WhenAll(targets.Select(RunTargetAsync)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (refused is not null)
        {
        }
        refused?.Throw();

        async Task RunTargetAsync(EndpointTarget target, int index)
        {
            IReadOnlyList<EndpointObservation> observations = await probe.RunAsync(target, stop.Token).ConfigureAwait(false);
            await turn.WaitAsync(stop.Token).ConfigureAwait(false);
            try
            {
                give(index, observations);
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
    }
}
