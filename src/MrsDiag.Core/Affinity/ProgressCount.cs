using System;
using System.Collections.Generic;

namespace MrsDiag.Affinity;

/// <summary>Counts for one endpoint what a progress line shows. For several threads at once.</summary>
internal sealed class ProgressCount(string host)
{
    private readonly object _gate = new();
    private readonly HashSet<string> _servers = new(StringComparer.OrdinalIgnoreCase);
    private int _sent;
    private int _planned;

    /// <summary>Notes how many requests have been sent.</summary>
    public AffinityProgress Sent(int sent, int planned)
    {
        lock (_gate)
        {
            _sent = Math.Max(_sent, sent);
            _planned = planned;
            return Now();
        }
    }

    /// <summary>Notes a request that ended.</summary>
    public AffinityProgress Done(AffinityTrial trial)
    {
        lock (_gate)
        {
            // Only for the eye: the verdict weighs all signs against each other, this line takes the first that is there.
            string name = trial.NtlmComputer.Length > 0 ? trial.NtlmComputer : trial.FrontEndServer;
            if (name.Length > 0)
                _servers.Add(name);
            return Now();
        }
    }

    private AffinityProgress Now() => new(host, _sent, _planned, _servers.Count);
}
