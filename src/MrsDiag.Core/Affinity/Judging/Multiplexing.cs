using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Affinity;

/// <summary>Changes of server inside one connection. Before a 401 that offers NTLM they are legal, after it they break the logon (J20).</summary>
internal sealed class Multiplexing
{
    private readonly List<AffinityTrial> _after = [];

    /// <summary>Looks at each connection.</summary>
    /// <param name="trials">The trials.</param>
    /// <param name="identity">Their servers.</param>
    public Multiplexing(IEnumerable<AffinityTrial> trials, ServerIdentity identity)
    {
        // healthcheck.htm may be asked for on a connection of its own, so it says nothing of this one.
        if (identity.NamedBy == NamingSign.Health)
            return;
        foreach (IGrouping<int, AffinityTrial> connection in trials.Where(t => t.Connection > 0).GroupBy(t => t.Connection))
        {
            AffinityTrial[] named = [.. connection.Where(t => identity.Of(t).Length > 0).OrderBy(t => t.RequestOnConnection)];
            Requests = Math.Max(Requests, named.Length);
            for (int i = 1; i < named.Length; i++)
                if (!string.Equals(identity.Of(named[i - 1]), identity.Of(named[i]), StringComparison.OrdinalIgnoreCase))
                    Note(named[i - 1], named[i], identity);
        }
    }

    /// <summary>The first requests that another server answered after the 401.</summary>
    public IReadOnlyList<AffinityTrial> AfterChallenge => _after;

    /// <summary>The server that gave the 401 of the first of them; empty where there is none.</summary>
    public string From { get; private set; } = "";

    /// <summary>The server that answered it.</summary>
    public string To { get; private set; } = "";

    /// <summary>Whether a server changed before any 401 that offered NTLM.</summary>
    public bool BeforeChallenge { get; private set; }

    /// <summary>Most named requests on one connection.</summary>
    public int Requests { get; private set; }

    private void Note(AffinityTrial before, AffinityTrial changed, ServerIdentity identity)
    {
        // The one before must be the 401 itself or come after it; a change between an earlier request and the 401 is legal.
        // Where requests without a name lie between the two, only a challenge itself tells that it was that 401.
        bool isChallenge = before.AfterChallenge || before is { Status: 401, NtlmComputer.Length: > 0 } || before.RequestOnConnection == changed.RequestOnConnection - 1;
        BeforeChallenge |= !changed.AfterChallenge;
        if (!changed.AfterChallenge || !isChallenge)
            return;
        if (_after.Count == 0)
        {
            From = identity.Of(before);
            To = identity.Of(changed);
        }
        _after.Add(changed);
    }
}
