using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.MoveReports;
using MrsDiag.Text;

namespace MrsDiag.Cli.Output;

/// <summary>Prints results as they come and keeps the exit code.</summary>
internal sealed class ReportPrinter(bool json, bool summary, FindingFilter filter, Severity failOn)
{
    private readonly FindingSummarizer _summarizer = new();
    private int _exit = ExitCode.Ok;
    private bool _first = true;

    /// <summary>Prints one result.</summary>
    /// <param name="result">The result.</param>
    public void Print(MoveReportResult result)
    {
        if (result.Problem is { } problem)
        {
            Console.Error.WriteLine($"mrsdiag: {problem.Code}: {problem.Message}");
            _exit = ExitCode.BadInput;
        }
        if (result.Findings.Any(f => f.Severity >= failOn))
            _exit = Math.Max(_exit, ExitCode.Findings);
        Finding[] shown = result.Findings.Where(filter.Shows).ToArray();
        if (summary)
            Array.ForEach(shown, _summarizer.Add);
        else if (json)
            Array.ForEach(shown, f => Console.WriteLine(JsonOutput.Line(f)));
        else if (shown.Length > 0)
            PrintText(result.Subject, shown);
    }

    /// <summary>Prints what is due at the end.</summary>
    /// <returns>The exit code.</returns>
    public int Finish()
    {
        if (!summary)
            return _exit;
        IReadOnlyList<FindingSummary> rolls = _summarizer.Summarize();
        if (json)
            foreach (FindingSummary roll in rolls)
                Console.WriteLine(JsonOutput.Line(roll));
        else
            PrintSummary(rolls);
        return _exit;
    }

    private void PrintText(string subject, Finding[] findings)
    {
        if (!_first)
            Console.WriteLine();
        _first = false;
        Console.WriteLine($"== {subject}");
        foreach (Finding finding in findings)
        {
            Console.WriteLine();
            Console.WriteLine(FindingRenderer.Render(finding, ConsoleWidth.Value));
        }
    }

    private static void PrintSummary(IReadOnlyList<FindingSummary> rolls)
    {
        Console.WriteLine("Severity     Rule     Mailboxes  Times  Title");
        foreach (FindingSummary roll in rolls)
        {
            string line = string.Format(CultureInfo.InvariantCulture, "{0,-12} {1,-8} {2,9} {3,6}  ", roll.Severity, roll.RuleId, roll.SubjectCount, roll.Count);
            Console.WriteLine(line + FactText.Shorten(roll.Title, Math.Max(20, ConsoleWidth.Value - line.Length)));
        }
    }
}
