using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Text;

namespace MrsDiag.Display;

/// <summary>What the views of endpoint results show; see <see cref="Format"/>.</summary>
public static class EndpointFormat
{
    /// <summary>The answer in one paragraph.</summary>
    /// <param name="result">An endpoint result.</param>
    /// <returns>For example <c>FAILED at TLS: the certificate has expired.</c></returns>
    public static string Answer(PSObject? result)
    {
        IObjectView view = Reading.View(result);
        return Format.Paragraph(EndpointWords.Answer(view.Text("Outcome"), view.Text("StoppedAt"), view.Text("Message")));
    }

    /// <summary>What was tested from where.</summary>
    /// <param name="result">An endpoint result.</param>
    /// <returns>For example <c>203.0.113.10, as DNS gives it, from outside</c>.</returns>
    public static string Place(PSObject? result)
    {
        IObjectView view = Reading.View(result);
        string pinned = view.TryGet("Observation", out object? seen) && seen is IObjectView observation ? observation.Text("PinnedName") : "";
        return Format.Paragraph(EndpointWords.Place(view.Text("Address"), view.Text("Route"), pinned, view.Text("Vantage")));
    }

    /// <summary>The short name of a computer, for a table column.</summary>
    /// <param name="name">Its name, qualified or not.</param>
    /// <returns>What stands before the first dot.</returns>
    public static string Computer(string? name) => (name ?? "").Split('.')[0];

    /// <summary>A stage for a table column.</summary>
    /// <param name="item">A result or a check.</param>
    /// <param name="property">Its property that holds the stage.</param>
    /// <returns>For example <c>TLS</c>; empty where there is none.</returns>
    public static string Stage(PSObject? item, string property) => EndpointWords.Stage(Reading.View(item).Text(property));

    /// <summary>The checks that were made, each behind its mark.</summary>
    /// <param name="result">An endpoint result.</param>
    /// <returns>Several lines.</returns>
    public static string Stages(PSObject? result) =>
        string.Join("\n", Checks(result, tested: true).Select(CheckLine));

    /// <summary>What was not tested, one line a reason.</summary>
    /// <param name="result">An endpoint result.</param>
    /// <returns>Several lines; empty where all was tested.</returns>
    public static string NotTested(PSObject? result)
    {
        IEnumerable<string> lines = EndpointWords.NotTested(
            Checks(result, tested: false).Select(c => (c.Text("Stage"), c.Text("Name"), c.Text("Detail"))));
        return string.Join("\n", lines.Select(l => Format.Wrap(l, indent: 2)));
    }

    /// <summary>The findings, numbered, each with its message and its steps.</summary>
    /// <param name="result">An endpoint result.</param>
    /// <returns>Several lines.</returns>
    public static string Findings(PSObject? result) =>
        string.Join("\n", Reading.View(result).Views("Findings").SelectMany(FindingLines));

    /// <summary>When the test began and how long it took.</summary>
    /// <param name="result">An endpoint result.</param>
    /// <returns>For example <c>2024-05-01 10:00 UTC, 1.2 s</c>.</returns>
    public static string When(PSObject? result)
    {
        IObjectView view = Reading.View(result);
        string[] parts =
        [
            view.Time("StartedAt") is { Ticks: > 0 } start ? FactText.Time(start.ToUniversalTime()) : "",
            view.Duration("Duration") is { } took ? Durations.Format(took) : "",
        ];
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private static IEnumerable<IObjectView> Checks(PSObject? result, bool tested) =>
        Reading.View(result).Views("Checks").Where(c => c.Text("Outcome") != nameof(CheckOutcome.NotTested) == tested);

    private static string CheckLine(IObjectView check)
    {
        string mark = EndpointWords.Mark(check.Text("Outcome")) + " ";
        string line = EndpointWords.Check(check.Text("Stage"), check.Text("Name"), check.Text("Detail"), check.Duration("Duration"));
        return Format.Wrap(mark + line, indent: mark.Length);
    }

    private static IEnumerable<string> FindingLines(IObjectView finding, int index)
    {
        const string margin = "   ";
        string head = EndpointWords.FindingHead(
            index + 1, finding.Text("Title"), finding.Text("Severity"), finding.Text("Confidence"), finding.Text("RuleId"));
        yield return Format.Wrap(head, margin.Length);
        if (finding.Text("Message") is { Length: > 0 } message)
            yield return margin + Format.Wrap(message, margin.Length);
        foreach (IObjectView step in finding.Views("Remediation"))
            yield return margin + Format.Wrap($"- [{step.Text("RunIn")}] {step.Text("Text")}", margin.Length + 2);
    }
}
