using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>The one line that always comes (J3): what was looked at, and that nothing needs action, or that the failure has no reason in the input.</summary>
internal static class HealthLine
{
    /// <summary>The line for a report that gave nothing above Information.</summary>
    /// <param name="report">The report.</param>
    /// <param name="facts">Its facts.</param>
    /// <param name="findings">What the rules said.</param>
    /// <returns>The finding, or <see langword="null"/> where something needs action.</returns>
    public static Finding? Of(MoveReport report, FactSet facts, IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f.Severity > Severity.Information))
            return null;
        string looked = $"{Count(report.Entries.Count, "entry", "entries")}, {Count(report.Failures.Count, "failure", "failures")}";
        string status = report.Status.Length > 0 ? $", status {report.Status}" : "";
        string progress = facts.Parent["lastProgress"] is DateTime last ? $", last progress {FactText.Time(last)}" : "";
        string verdict = findings.Any(f => f.RuleId == BuiltInFindings.RulesNotEvaluatedId)
            ? "nothing that needs action in what could be judged"
            : "nothing that needs action";
        // "Failed" and "nothing that needs action" in one line would be a lie, whatever the rules saw.
        Finding line = string.Equals(report.Status, "Failed", StringComparison.OrdinalIgnoreCase)
            ? BuiltInFindings.FailedWithoutReason($"{looked}{status}{progress}: the request has failed, and nothing in what was judged says why.")
            : BuiltInFindings.Create(BuiltInFindings.NothingNeedsActionId, "nothing-needs-action", "Nothing that needs action",
                $"{looked}{status}{progress}: {verdict}.");
        line.Subject = facts.Subject;
        line.Count = report.Entries.Count;
        line.FirstSeen = report.Entries.Select(e => e.At?.Utc).FirstOrDefault(t => t is not null);
        line.LastSeen = report.Entries.Select(e => e.At?.Utc).LastOrDefault(t => t is not null);
        return line;
    }

    private static string Count(int number, string one, string many) =>
        number.ToString(CultureInfo.InvariantCulture) + " " + (number == 1 ? one : many);
}
