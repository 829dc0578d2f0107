using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Benchmarks.Harness;
using MrsDiag.Benchmarks.Inputs;
using MrsDiag.Binding;
using MrsDiag.MoveReports;

namespace MrsDiag.Benchmarks.Rows;

/// <summary>Judging objects that come through the pipeline, beside a script of filters; and with ten times the rules.</summary>
internal static class ObjectsRow
{
    public static IEnumerable<Result> Run(BenchmarkOptions options, WorkFolder folder)
    {
        if (!PowerShellSession.IsThere)
        {
            yield return new Result("judge piped objects", "Where-Object -Match", "not run: no PowerShell was found");
            yield break;
        }
        using PowerShellSession session = new();
        session.Set("file", folder.WriteReports(options.Pick(full: 60, quick: 12)));
        session.Run("$mailboxes = @(Import-Clixml -LiteralPath $file)");
        PSObject[] mailboxes = session.Run("$mailboxes").ToArray();
        int rules = ShippedRules.Load.Packs.Sum(p => p.Rules.Count);
        yield return BesideFilters(options, session, $"judge {mailboxes.Length} piped mailboxes, {rules} rules");
        foreach (Result result in ManyTimesTheRules(options, mailboxes, rules))
            yield return result;
    }

    private static Result BesideFilters(BenchmarkOptions options, PowerShellSession session, string job)
    {
        string script = WhereScript.Text;
        Timing[] timings = Contest.Run(options.Pick(full: 6, quick: 2), options.Pick(full: 7, quick: 3),
            new Contender("Get-MoveReportFinding", () => session.Run("$null = $mailboxes | Get-MoveReportFinding")),
            new Contender("Where-Object", () => session.Run($"$null = & {{ {script} }}")));
        double ratio = timings[1].Over(timings[0]);
        return new Result($"{job} ({timings[0].Median:0.000} s)", $"a script with Where-Object -Match for each rule ({timings[1].Median:0.000} s)",
            $"{ratio:0.0} times faster", "at least 10", ratio >= 10);
    }

    // The cmdlet's own way from the object on; what it takes to load the packs has nothing to do with the objects and is left out.
    private static IEnumerable<Result> ManyTimesTheRules(BenchmarkOptions options, PSObject[] mailboxes, int rules)
    {
        MoveReportAnalyzer shipped = ShippedRules.Analyzer();
        MoveReportAnalyzer many = ShippedRules.Analyzer(ManyRules.Make(copies: 9));
        Timing[] timings = Contest.Run(options.Pick(full: 20, quick: 5), options.Pick(full: 15, quick: 5),
            new Contender("shipped rules", () => Judge(shipped, mailboxes)), new Contender("ten times as many", () => Judge(many, mailboxes)));
        double ratio = timings[1].Over(timings[0]);
        yield return new Result($"judge {mailboxes.Length} objects, {rules * 10} rules ({timings[1].Median:0.000} s)", $"{rules} rules ({timings[0].Median:0.000} s)",
            $"{ratio:0.00} times its time", "under 1.5", ratio < 1.5);
    }

    private static void Judge(MoveReportAnalyzer analyzer, PSObject[] mailboxes)
    {
        foreach (PSObject mailbox in mailboxes)
        {
            foreach (MoveReportResult result in analyzer.AnalyzeObject(new PSObjectView(mailbox)))
                _ = result.Findings.Count;
        }
    }
}
