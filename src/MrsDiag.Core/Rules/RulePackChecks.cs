using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Diagnostics;
using MrsDiag.Facts;

namespace MrsDiag.Rules;

/// <summary>Checks rule packs: everything wrong in their text, then the tests of their rules.</summary>
public static class RulePackChecks
{
    /// <summary>Checks some of the files that were read; the others are there because rules refer to each other.</summary>
    /// <param name="load">What reading all files gave.</param>
    /// <param name="files">Names of the files to check.</param>
    /// <param name="catalog">The fact sources that packs may name.</param>
    /// <returns>One object a problem, then one a test; lazily, so that a caller can stop between tests.</returns>
    public static IEnumerable<RulePackCheck> Run(RulePackLoad load, IReadOnlyList<string> files, FactCatalog catalog)
    {
        HashSet<string> wanted = new(files, StringComparer.Ordinal);
        HashSet<string> packs = new(load.Packs.Where(p => wanted.Contains(p.File)).Select(p => p.Name), StringComparer.Ordinal);
        IEnumerable<RulePackCheck> problems = load.Diagnostics.Where(d => wanted.Contains(d.Location.File)).Select(FromProblem);
        return problems.Concat(RuleSelfTest.Run(load.Packs, catalog, r => packs.Contains(r.Pack)).Select(FromTest));
    }

    private static RulePackCheck FromProblem(Diagnostic problem) => new()
    {
        Kind = RulePackCheckKind.Problem,
        Outcome = problem.Level == DiagnosticLevel.Error ? RulePackCheckOutcome.Failed : RulePackCheckOutcome.Warning,
        File = problem.Location.File,
        Line = problem.Location.Start.Line,
        Column = problem.Location.Start.Column,
        Code = problem.Code,
        Message = problem.Message,
        Detail = DiagnosticRenderer.Render(problem),
    };

    private static RulePackCheck FromTest(RuleTestResult result) => new()
    {
        Kind = RulePackCheckKind.Test,
        Outcome = result.Passed ? RulePackCheckOutcome.Passed : RulePackCheckOutcome.Failed,
        File = result.Location?.File ?? "",
        Line = result.Location?.Start.Line ?? 0,
        Column = result.Location?.Start.Column ?? 0,
        RuleId = result.RuleId,
        Name = result.TestName,
        Message = result.Reason,
    };
}
