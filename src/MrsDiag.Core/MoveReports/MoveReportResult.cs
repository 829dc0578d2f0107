using System.Collections.Generic;
using MrsDiag.Sources;

namespace MrsDiag.MoveReports;

/// <summary>What one report gave: findings, or the reason why there are none.</summary>
/// <param name="Subject">The mailbox or request.</param>
/// <param name="Findings">The findings; never empty without a problem, since health is stated too.</param>
/// <param name="Problem">Why it could not be judged; otherwise <see langword="null"/>.</param>
public sealed record MoveReportResult(string Subject, IReadOnlyList<Finding> Findings, InputProblem? Problem)
{
    /// <summary>A result that is only a problem.</summary>
    /// <param name="problem">The problem.</param>
    /// <returns>The result.</returns>
    public static MoveReportResult Failed(InputProblem problem) => new(problem.Target, [], problem);
}
