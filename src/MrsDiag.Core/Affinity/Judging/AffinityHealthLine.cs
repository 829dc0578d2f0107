using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Rules;

namespace MrsDiag.Affinity;

/// <summary>The one line that always comes (J3), for an affinity test.</summary>
internal static class AffinityHealthLine
{
    /// <summary>The line for a test that gave nothing above Information.</summary>
    /// <param name="reading">What was seen.</param>
    /// <param name="findings">What the rules said.</param>
    /// <returns>The finding, or <see langword="null"/> where something needs action.</returns>
    public static Finding? Of(AffinityReading reading, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f.Severity > Severity.Information))
            return null;
        AffinityObservation o = reading.Observation;
        string verdict = reading.Verdict == AffinityVerdict.Inconclusive
            ? "nothing that needs action in what could be tested, and there is no verdict on affinity"
            : $"nothing that needs action; verdict {reading.Verdict}";
        Finding line = BuiltInFindings.Create(BuiltInFindings.NothingNeedsActionId, "nothing-needs-action", "Nothing that needs action",
            $"{Words.Count(o.Trials.Length, "request", "requests")}, {Words.Count(reading.Arrivals.Count, "connection", "connections")} with a named server, "
            + $"{Words.Count(o.Idle.Length, "silent connection", "silent connections")}: {verdict}.");
        line.Subject = o.Host;
        line.Count = o.Trials.Length;
        line.FirstSeen = o.StartedAt == default ? null : o.StartedAt;
        line.LastSeen = line.FirstSeen is { } start ? start + o.Duration : null;
        line.Servers = [.. reading.Servers];
        return line;
    }
}
