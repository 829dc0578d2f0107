using System;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// Lets a credential out (J15): to one endpoint at a time, and after a refusal to none, unless the user insists: a wrong password sent to
// fifty servers at once locks the account, also where the first of them has taken it and the others belong to another forest.
internal sealed class CredentialGate(bool force) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly object _lock = new();
    private string? _refusedBy;

    /// <summary>Waits until the answers to those before are known.</summary>
    /// <returns>The permission, or its refusal; to be disposed when the logon is over.</returns>
    public async Task<GateTicket> EnterAsync(CancellationToken cancellationToken)
    {
        if (force)
            return new GateTicket(this, holdsTurn: false, refusedBy: null);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        string? refusedBy;
        lock (_lock)
            refusedBy = _refusedBy;
        if (refusedBy is null)
            return new GateTicket(this, holdsTurn: true, refusedBy: null);
        _turn.Release();
        return new GateTicket(this, holdsTurn: false, refusedBy);
    }

    internal void Report(string endpoint, bool wasRefused)
    {
        if (!wasRefused)
            return;
        lock (_lock)
            _refusedBy ??= endpoint;
    }

    internal void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
