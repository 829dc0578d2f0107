using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity.Probing;

// Connections that are held silent, all at the same time, and then used (J22).
internal sealed class IdleConnections(TrialMaker maker, TrialWay way)
{
    public async Task<IdleObservation[]> RunAsync(IReadOnlyList<TimeSpan> times, CancellationToken cancellationToken) =>
        maker.Meter.IsStopped ? [] : await Task.WhenAll(times.Select(time => RunAsync(time, cancellationToken))).ConfigureAwait(false);

    private async Task<IdleObservation> RunAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        IdleObservation observation = new() { Wait = wait, Address = way.Address.ToString() };
        using TrialConnection connection = await maker.OpenAsync(way, cancellationToken).ConfigureAwait(false);
        AffinityTrial? before = await connection.AskAsync(withToken: true, cancellationToken).ConfigureAwait(false);
        if (before is not { End: CallEnd.Succeeded })
        {
            observation.End = before?.End ?? CallEnd.NotTried;
            observation.Error = before is null ? "No more requests could be sent." : "The request before the silence failed. " + before.Error;
            return observation;
        }
        observation.ServerBefore = TrialReading.Server(before);
        if (!connection.CanSend)
        {
            observation.End = CallEnd.Closed;
            observation.EndedAfter = TimeSpan.Zero;
            observation.Error = "The peer closes the connection after each answer.";
            return observation;
        }
        if (await connection.WatchEndAsync(wait, cancellationToken).ConfigureAwait(false) is { } end)
        {
            observation.End = end.Failure.End;
            observation.EndedAfter = end.After;
            observation.Error = end.Failure.Error;
            return observation;
        }
        await UseAsync(connection, observation, cancellationToken).ConfigureAwait(false);
        return observation;
    }

    private static async Task UseAsync(TrialConnection connection, IdleObservation observation, CancellationToken cancellationToken)
    {
        AffinityTrial? after = await connection.AskAsync(withToken: true, cancellationToken).ConfigureAwait(false);
        if (after is null)
        {
            observation.Error = "No more requests could be sent.";
            return;
        }
        observation.End = after.End;
        observation.Error = after.Error;
        observation.Status = after.Status;
        observation.ServerAfter = TrialReading.Server(after);
    }
}
