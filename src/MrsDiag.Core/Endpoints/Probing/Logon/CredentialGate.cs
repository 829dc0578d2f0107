using System;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// Lets a credential out (J15): to one endpoint first, to the others when that one took it. After a refusal it stays at home, unless the
// user insists: a wrong password sent to fifty servers locks the account.
internal sealed class CredentialGate(bool force) : IDisposable
{
    private readonly SemaphoreSlim _first = new(1, 1);
    private readonly object _lock = new();
    private bool _known;
    private string? _refusedBy;

    /// <summary>Waits until it is known whether the credential may go.</summary>
    /// <returns>The permission; to be disposed when the logon is over.</returns>
    public async Task<GateTicket> EnterAsync(CancellationToken cancellationToken)
    {
        if (Decide() is { } early)
            return early;
        await _first.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (Decide() is not { } late)
            return new GateTicket(this, isFirst: true, refusedBy: null);
        _first.Release();
        return late;
    }

    internal void Report(string endpoint, bool wasRefused)
    {
        lock (_lock)
        {
            _known = true;
            if (wasRefused)
                _refusedBy ??= endpoint;
        }
    }

    internal void Leave() => _first.Release();

    public void Dispose() => _first.Dispose();

    private GateTicket? Decide()
    {
        lock (_lock)
        {
            if (_refusedBy is not null && !force)
                return new GateTicket(this, isFirst: false, _refusedBy);
            return _known ? new GateTicket(this, isFirst: false, refusedBy: null) : null;
        }
    }
}
