using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

internal sealed class DnsLookup(EndpointProbeOptions options, LocalNetwork network)
{
    public Task RunAsync(string host, DnsObservation observation, CancellationToken cancellationToken)
    {
        options.Log?.Invoke("" + network);
        return Task.CompletedTask;
    }
}
