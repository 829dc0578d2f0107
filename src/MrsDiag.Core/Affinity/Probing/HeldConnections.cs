using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Affinity.Probing;

// Connections that are open at the same time (J19): a device that counts connections, or requests under way, finds none to count
// where one follows the other.
internal static class HeldConnections
{
    public static async Task RunAsync(TrialMaker maker, TrialWay way, int count, CancellationToken cancellationToken)
    {
        if (maker.Meter.IsStopped)
            return;
        TrialConnection?[] open = new TrialConnection?[count];
        try
        {
            await Task.WhenAll(open.Select((_, i) => OpenAsync(i))).ConfigureAwait(false);
            // All are open, and the requests overlap too.
            await Task.WhenAll(open.Select((_, i) => AskAsync(i))).ConfigureAwait(false);
        }
        finally
        {
            foreach (TrialConnection? connection in open)
                connection?.Dispose();
        }

        async Task OpenAsync(int i) => open[i] = await maker.OpenAsync(way, cancellationToken).ConfigureAwait(false);

        async Task AskAsync(int i)
        {
            if (await open[i]!.AskAsync(withToken: true, cancellationToken).ConfigureAwait(false) is { } trial)
                maker.Keep(trial);
        }
    }
}
