using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Affinity.Probing;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Affinity;

/// <summary>Asks an endpoint in every variant who answers, without logging on. Judges nothing.</summary>
/// <param name="options">What the caller said.</param>
public sealed class AffinityProbe(AffinityProbeOptions options)
{
    internal EndpointSeams Seams { get; init; } = new();

    /// <summary>Tests one endpoint.</summary>
    /// <param name="target">The endpoint; a pinned address in <see cref="EndpointTarget.Direct"/> or <see cref="EndpointTarget.Via"/> replaces DNS.</param>
    /// <param name="cancellationToken">Ends all sockets at once; what was seen so far is lost.</param>
    /// <returns>What was seen; never throws for a network reason.</returns>
    public async Task<AffinityObservation> RunAsync(EndpointTarget target, CancellationToken cancellationToken)
    {
        using ProbeRun run = new(options.Probe, Seams, cancellationToken);
        return await new AffinityWalk(options, run).RunAsync(target, cancellationToken).ConfigureAwait(false);
    }
}
