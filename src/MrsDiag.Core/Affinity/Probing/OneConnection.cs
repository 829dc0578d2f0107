using System;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity.Probing;

// Several requests on one connection (J20). The first brings a 401 with the server's name. Behind it a server that remembers the logon in
// progress answers a further first message without a name, one that does not know of it with its own; requests without a token
// are told apart by header. So both kinds are sent.
internal static class OneConnection
{
    private static readonly bool[] WithToken = [true, true, false, true, true, false, true, true];

    /// <summary>How many trials it makes at most; healthcheck.htm comes on top.</summary>
    public static int Count => WithToken.Length;

    /// <summary>Makes the trials.</summary>
    /// <returns>Why there were fewer than two; <see langword="null"/> where the connection could be used again.</returns>
    public static async Task<string?> RunAsync(TrialMaker maker, TrialWay way, CancellationToken cancellationToken)
    {
        if (maker.Meter.IsStopped)
            return null;
        DateTime start = DateTime.UtcNow;
        using TrialConnection connection = await maker.OpenAsync(way, cancellationToken).ConfigureAwait(false);
        AffinityTrial? last = null;
        int made = 0;
        for (; made < WithToken.Length && (made == 0 || connection.CanSend); made++)
        {
            if (await connection.AskAsync(WithToken[made], cancellationToken).ConfigureAwait(false) is not { } trial)
                return null;
            if (made == 0)
                trial.StartedAt = start;
            maker.Keep(last = trial);
        }
        if (last is not null && maker.AsksHealth)
            last.HealthServer = await connection.AskHealthAsync(cancellationToken).ConfigureAwait(false);
        return made > 1 ? null : WhyOne(last);
    }

    private static string WhyOne(AffinityTrial? only) => only is { End: CallEnd.Succeeded }
        ? "Several requests on one connection: the peer closes the connection after its first answer, so NTLM could not be completed on it either."
        : "Several requests on one connection: the first one brought no answer.";
}
