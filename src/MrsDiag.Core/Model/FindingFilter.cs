using System.Collections.Generic;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag;

/// <summary>Which findings a caller wants to see. Judging is not changed by it: causes are found among all rules.</summary>
public sealed record FindingFilter
{
    /// <summary>Wildcards of rule ids or names to show; empty: all.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Wildcards of rule ids or names to hide.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>The lowest severity to show.</summary>
    public Severity MinimumSeverity { get; init; } = Severity.Information;

    /// <summary>Whether a finding is shown.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool Shows(Finding finding) =>
        finding.Severity >= MinimumSeverity
        && (Include.Count == 0 || Include.Any(p => Matches(p, finding)))
        && !Exclude.Any(p => Matches(p, finding));

    private static bool Matches(string pattern, Finding finding) =>
        Wildcard.IsMatch(pattern, finding.RuleId) || Wildcard.IsMatch(pattern, finding.Name);
}
