using System;

namespace MrsDiag.Endpoints.Probing;

// One permission of the gate, or its refusal.
internal sealed class GateTicket(CredentialGate gate, bool holdsTurn, string? refusedBy) : IDisposable
{
    private bool _holdsTurn = holdsTurn;

    /// <summary>The endpoint that refused the credential before; <see langword="null"/> when it may go.</summary>
    public string? RefusedBy => refusedBy;

    /// <summary>What an endpoint said to the credential. Where it said nothing (no answer), nothing is told and the next one is asked alone.</summary>
    public void Report(string endpoint, bool wasRefused)
    {
        gate.Report(endpoint, wasRefused);
        Dispose();
    }

    public void Dispose()
    {
        if (!_holdsTurn)
            return;
        _holdsTurn = false;
        gate.Leave();
    }
}
