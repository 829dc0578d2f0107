using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Sources;
using MrsDiag.Text;

namespace MrsDiag.Display;

/// <summary>What the views of MrsDiag.Format.ps1xml show. The file only calls these; they never throw, since a view that throws shows nothing.</summary>
public static class Format
{
    // 100 columns less the labels of the list view ("What to do : ").
    private const int ListWidth = 87;
    private const int MostEvidence = 300;

    /// <summary>A text on one line, for a table column.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Width of the column.</param>
    /// <returns>The text, cut at its end.</returns>
    public static string Line(string? text, int width) => FactText.Shorten(text ?? "", Math.Max(width, 2));

    /// <summary>A name on one line whose end tells as much as its beginning: a path, a distinguished name, an address.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Width of the column.</param>
    /// <returns>The text, cut in its middle.</returns>
    public static string Middle(string? text, int width)
    {
        string line = FactText.Shorten(text ?? "", int.MaxValue / 8);
        if (line.Length <= width || width < 5)
            return line;
        // Names begin with what tells them apart; the end says where they belong.
        int tail = (width - 1) / 3;
        return line.Substring(0, width - 1 - tail) + "…" + line.Substring(line.Length - tail);
    }

    /// <summary>A text over several lines, for the list view.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The wrapped text.</returns>
    public static string Paragraph(string? text) => TextWrap.Wrap(text ?? "", ListWidth);

    /// <summary>What was concluded: title, severity, rule.</summary>
    /// <param name="finding">A finding.</param>
    /// <returns>One paragraph.</returns>
    public static string What(PSObject? finding)
    {
        IObjectView view = Reading.View(finding);
        return Paragraph($"{view.Text("Title")} ({view.Text("Severity")}, {view.Text("RuleId")})");
    }

    /// <summary>How sure it is, in words.</summary>
    /// <param name="finding">A finding or rule.</param>
    /// <returns>One paragraph.</returns>
    public static string Sureness(PSObject? finding) => Paragraph(Wording.Confidence(Reading.View(finding).Text("Confidence")));

    /// <summary>Who has to act, in words.</summary>
    /// <param name="finding">A finding or rule.</param>
    /// <returns>One paragraph.</returns>
    public static string Owner(PSObject? finding) => Paragraph(Wording.Owner(Reading.View(finding).Text("Owner")));

    /// <summary>Whether anybody has to act.</summary>
    /// <param name="finding">A finding or rule.</param>
    /// <returns><see langword="false"/> where the finding only informs.</returns>
    public static bool HasOwner(PSObject? finding) => Reading.View(finding).Text("Owner") is not ("" or nameof(FindingOwner.Nobody));

    /// <summary>How often, when and on which servers it was seen.</summary>
    /// <param name="finding">A finding.</param>
    /// <returns>For example <c>12 times, 2024-05-01 10:00 UTC to 2024-05-01 11:30 UTC, on CAS1, CAS2</c>.</returns>
    public static string Seen(PSObject? finding)
    {
        IObjectView view = Reading.View(finding);
        string count = view.Text("Count");
        List<string> parts = [count == "1" ? "Once" : count + " times"];
        if (view.Time("FirstSeen") is { } first)
            parts.Add(view.Time("LastSeen") is { } last && last != first ? FactText.Time(first) + " to " + FactText.Time(last) : FactText.Time(first));
        IReadOnlyList<string> servers = view.Texts("Servers");
        if (servers.Count > 0)
            parts.Add("on " + FactText.Join(servers));
        return Paragraph(string.Join(", ", parts));
    }

    /// <summary>The observations, each on lines of its own, with a note on how many more there are.</summary>
    /// <param name="finding">A finding.</param>
    /// <returns>Several lines.</returns>
    public static string Evidence(PSObject? finding)
    {
        IObjectView view = Reading.View(finding);
        List<string> lines = view.Views("Evidence").Select(e => TextWrap.Wrap(Observation(e), ListWidth, indent: 2)).ToList();
        if (int.TryParse(view.Text("Count"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int count) && count > lines.Count && lines.Count > 0)
            lines.Add("and " + (count - lines.Count).ToString(CultureInfo.InvariantCulture) + " more");
        return string.Join("\n", lines);
    }

    /// <summary>What to do, numbered, each step with the place where it is carried out.</summary>
    /// <param name="finding">A finding or rule.</param>
    /// <returns>Several lines.</returns>
    public static string Steps(PSObject? finding)
    {
        IEnumerable<string> steps = Reading.View(finding).Views("Remediation").Select((step, index) => TextWrap.Wrap(
            $"{(index + 1).ToString(CultureInfo.InvariantCulture)}. {step.Text("Text")} [{Wording.Place(step.Text("RunIn"))}]", ListWidth, indent: 3));
        return string.Join("\n", steps);
    }

    /// <summary>The thresholds of a rule with the values in force.</summary>
    /// <param name="rule">A rule.</param>
    /// <returns>Several lines.</returns>
    public static string Settings(PSObject? rule)
    {
        IEnumerable<string> settings = Reading.View(rule).Views("Settings").Select(s =>
            TextWrap.Wrap($"{s.Text("Name")} = {s.Text("Value")}{Unit(s)}: {s.Text("Description")}{Range(s)}", ListWidth, indent: 2));
        return string.Join("\n", settings);
    }

    /// <summary>Several texts, each on lines of its own.</summary>
    /// <param name="item">Any object.</param>
    /// <param name="property">Its property that holds the texts.</param>
    /// <returns>Several lines.</returns>
    public static string Lines(PSObject? item, string property) =>
        string.Join("\n", Reading.View(item).Texts(property).Select(t => TextWrap.Wrap(t, ListWidth, indent: 2)));

    /// <summary>Where a check points to.</summary>
    /// <param name="check">A rule-pack check.</param>
    /// <param name="width">Width of the column.</param>
    /// <returns>File name, line and column.</returns>
    public static string Place(PSObject? check, int width)
    {
        IObjectView view = Reading.View(check);
        string[] parts = view.Text("File").Split('/', '\\');
        return Middle(view.Text("Line") is "0" or "" ? parts.Last() : $"{parts.Last()}:{view.Text("Line")}:{view.Text("Column")}", width);
    }

    /// <summary>What a check says in one line: the problem, or the test with what went wrong.</summary>
    /// <param name="check">A rule-pack check.</param>
    /// <returns>One line.</returns>
    public static string Summary(PSObject? check)
    {
        IObjectView view = Reading.View(check);
        string[] parts = [view.Text("Code"), view.Text("RuleId"), view.Text("Name")];
        string head = string.Join(" ", parts.Where(p => p.Length > 0));
        string message = view.Text("Message");
        return Line(message.Length == 0 ? head : head + ": " + message, 1000);
    }

    private static string Observation(IObjectView evidence)
    {
        string time = evidence.Time("Time") is { } at ? at.ToString("yyyy-MM-dd HH:mm:ss'Z' ", CultureInfo.InvariantCulture) : "";
        string server = evidence.Text("Server") is { Length: > 0 } name ? "[" + name + "] " : "";
        string source = evidence.Text("Source") is { Length: > 0 } place ? " (" + place + ")" : "";
        return time + server + FactText.Shorten(evidence.Text("Text"), MostEvidence) + source;
    }

    private static string Unit(IObjectView setting) => setting.Text("Unit") is { Length: > 0 } unit ? " " + unit : "";

    private static string Range(IObjectView setting)
    {
        string[] parts =
        [
            setting.Text("Value") == setting.Text("Default") ? "" : "default " + setting.Text("Default"),
            setting.Text("Minimum") is { Length: > 0 } low ? "at least " + low : "",
            setting.Text("Maximum") is { Length: > 0 } high ? "at most " + high : "",
        ];
        string range = string.Join(", ", parts.Where(p => p.Length > 0));
        return range.Length == 0 ? "" : " (" + range + ")";
    }
}
