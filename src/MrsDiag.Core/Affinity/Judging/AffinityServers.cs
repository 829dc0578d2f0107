using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Affinity;

/// <summary>The table of servers: who answered how often, since when, and behind what.</summary>
internal static class AffinityServers
{
    /// <summary>One row a server, most hits first. Every named answer counts, also later ones of one connection.</summary>
    public static ServerHits[] Of(AffinityReading reading) =>
    [
        .. reading.Observation.Trials.Select(t => (Trial: t, Server: reading.Identity.Of(t))).Where(p => p.Server.Length > 0)
            .GroupBy(p => p.Server, p => p.Trial, StringComparer.OrdinalIgnoreCase)
            .Select(g => Row(g.Key, [.. g], reading.Identity))
            .OrderByDescending(r => r.Hits).ThenBy(r => r.Server, StringComparer.OrdinalIgnoreCase),
    ];

    private static ServerHits Row(string server, IReadOnlyList<AffinityTrial> trials, ServerIdentity identity) => new()
    {
        Server = server,
        Hits = trials.Count,
        First = trials.Min(t => t.StartedAt),
        Last = trials.Max(t => t.StartedAt),
        Signs = [.. identity.SignsOf(server)],
        Variants = [.. trials.Select(t => t.Variant).Distinct().OrderBy(v => v)],
        Addresses = [.. trials.Select(t => t.Address).Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
    };
}
