using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints;

/// <summary>Probes endpoints over the network and writes down what it sees. Judges nothing.</summary>
/// <param name="options">What the caller said about probing.</param>
public sealed class EndpointProbe(EndpointProbeOptions options)
{
    /// <summary>Probes all addresses of all targets, at most <see cref="EndpointProbeOptions.ThrottleLimit"/> addresses at once.</summary>
    /// <param name="targets">The targets.</param>
    /// <param name="give">
    /// Takes the index of a target that is done and its observations (one an address; at least one, also where the name gave no address).
    /// Called once a target, from one thread at a time, in the order in which they end.
    /// </param>
    /// <param name="cancellationToken">Ends all sockets at once.</param>
    /// <returns>A task that ends when all are done.</returns>
    public Task RunAsync(
        IReadOnlyList<EndpointTarget> targets, Action<int, IReadOnlyList<EndpointObservation>> give, CancellationToken cancellationToken) =>
        throw new NotImplementedException(options.ToString());
}
