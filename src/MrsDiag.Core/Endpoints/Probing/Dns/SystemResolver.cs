using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// The resolver of this computer: hosts file, search list, cache and all. It decides what is probed.
internal sealed class SystemResolver(EndpointProbeOptions options, Func<string, Task<IPAddress[]>>? resolve = null) : IDisposable
{
    // The platform spends a thread on each question; a sweep must not use up all of them.
    private readonly SemaphoreSlim _threads = new(16);
    private readonly Func<string, Task<IPAddress[]>> _resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>The addresses of a name, each once, or how asking failed.</summary>
    public async Task<(IReadOnlyList<IPAddress> Addresses, CallFailure? Failure)> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        await _threads.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            options.Log?.Invoke($"Resolver of this computer: {name}");
            IPAddress[] addresses = await TimeLimit.RunAsync(() => _resolve(name), options.StageTimeout, victim: null, cancellationToken)
                .ConfigureAwait(false);
            return addresses.Length == 0
                ? ([], new CallFailure(CallEnd.Failed, "The resolver gave no address."))
                : ([.. addresses.Select(AddressKind.Normalize).Distinct()], null);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            return ([], CallFailure.From(e, options.StageTimeout));
        }
        finally
        {
            _threads.Release();
        }
    }

    public void Dispose() => _threads.Dispose();
}
