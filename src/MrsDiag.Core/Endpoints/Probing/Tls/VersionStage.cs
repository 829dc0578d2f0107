using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

internal sealed class VersionStage(EndpointProbeOptions options)
{
    public Task RunAsync(TlsObservation observation, ProbePlace place, CancellationToken cancellationToken)
    {
        options.Log?.Invoke("");
        return Task.CompletedTask;
    }
}
