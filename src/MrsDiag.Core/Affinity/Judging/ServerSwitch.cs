using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Affinity;

/// <summary>One change of server in time: before it one server answered all, after it another. A drain or a failover looks like this, spreading does not.</summary>
/// <param name="From">The server before.</param>
/// <param name="To">The server after.</param>
/// <param name="First">The first connection that reached the new one.</param>
/// <param name="Before">Connections before.</param>
/// <param name="After">Connections after.</param>
internal sealed record ServerSwitch(string From, string To, AffinityTrial First, int Before, int After)
{
    // Two servers that are met at random show three of one kind first in a quarter of all runs; what follows must then do the same.
    private const int LeastBefore = 3;
    private const int LeastAround = 4;

    /// <summary>Whether a pause lay before it, so that a persistence that ran out explains it as well.</summary>
    public bool IsAfterPause => First.Variant == AffinityVariant.AfterPause;

    /// <summary>Finds it.</summary>
    /// <param name="arrivals">The new connections to one address, in time.</param>
    /// <returns>The change; <see langword="null"/> where there is none, more than one, or where it may be spreading.</returns>
    public static ServerSwitch? Find(IReadOnlyList<Arrival> arrivals)
    {
        int at = -1;
        for (int i = 1; i < arrivals.Count; i++)
        {
            if (Same(arrivals[i].Server, arrivals[i - 1].Server))
                continue;
            if (at >= 0)
                return null;
            at = i;
        }
        // Connections that were open at the same time on two servers were shared out, whatever their order.
        if (at < 0 || arrivals.Where(a => a.Trial.Variant == AffinityVariant.HeldOpen).Select(a => a.Server).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
            return null;
        // A resumed TLS session that leads elsewhere is another question than a full handshake, and no moment in time.
        if (arrivals[at].Trial.Resumed == true)
            return null;
        int after = arrivals.Count - at;
        bool inTime = arrivals[at].Trial.Variant is AffinityVariant.AfterPause or AffinityVariant.Watch;
        bool isOne = inTime ? at >= LeastBefore : at >= LeastAround && after >= LeastAround;
        return isOne ? new ServerSwitch(arrivals[at - 1].Server, arrivals[at].Server, arrivals[at].Trial, at, after) : null;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
