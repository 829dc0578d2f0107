using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// The name of an endpoint: asked of the system, and beside it of a DNS server, which also tells aliases and times to live.
internal sealed class DnsStage(SystemResolver resolver, DnsLookup lookup)
{
    public async Task<DnsResult> RunAsync(string host, CancellationToken cancellationToken)
    {
        DnsObservation observation = new();
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            IPAddress address = AddressKind.Normalize(literal);
            observation.End = CallEnd.Succeeded;
            observation.Addresses = [address.ToString()];
            return new DnsResult(observation, [address]);
        }
        Task query = lookup.RunAsync(host, observation, cancellationToken);
        Stopwatch clock = Stopwatch.StartNew();
        (IReadOnlyList<IPAddress> addresses, CallFailure? failure) = await resolver.ResolveAsync(host, cancellationToken).ConfigureAwait(false);
        observation.Duration = clock.Elapsed;
        observation.End = failure?.End ?? CallEnd.Succeeded;
        observation.Error = failure?.Error ?? "";
        observation.Addresses = [.. addresses.Select(static address => address.ToString())];
        await query.ConfigureAwait(false);
        return new DnsResult(observation, addresses);
    }
}
