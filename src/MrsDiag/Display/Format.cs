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
    // The labels of the list view ("What to do : ").
    private const int LabelWidth = 13;
    private const int WidestView = 100;
    private const int NarrowestView = 60;
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
    public static string Paragraph(string? text) => Wrap(text ?? "", indent: 0);

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
    public static string Sureness(PSObject? finding) => Paragraph(Sureness(Reading.View(finding).Text("Confidence")));

    /// <summary>Who has to act, in words.</summary>
    /// <param name="finding">A finding or rule.</param>
    /// <returns>One paragraph.</returns>
    public static string Owner(PSObject? finding) => Paragraph(Owner(Reading.View(finding).Text("Owner")));

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
    public static string EvidenceLines(PSObject? finding)
    {
        IObjectView view = Reading.View(finding);
        List<string> lines = view.Views("Evidence").Select(e => Wrap(Observation(e), indent: 2)).ToList();
        if (int.TryParse(view.Text("Count"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int count) && count > lines.Count && lines.Count > 0)
            lines.Add("and " + (count - lines.Count).ToString(CultureInfo.InvariantCulture) + " more");
        return string.Join("\n", lines);
    }

    /// <summary>What to do, numbered, each step with the place where it is carried out.</summary>
    /// <param name="finding">A finding or rule.</param>
    /// <returns>Several lines.</returns>
    public static string Steps(PSObject? finding)
    {
        IEnumerable<string> steps = Reading.View(finding).Views("Remediation").Select((step, index) =>
            Wrap($"{(index + 1).ToString(CultureInfo.InvariantCulture)}. [{step.Text("RunIn")}] {step.Text("Text")}", indent: 3));
        return string.Join("\n", steps);
    }

    /// <summary>Several names on one line.</summary>
    /// <param name="item">Any object.</param>
    /// <param name="property">Its property that holds the names.</param>
    /// <returns>The names, separated by commas.</returns>
    public static string Names(PSObject? item, string property) => Paragraph(string.Join(", ", Reading.View(item).Texts(property)));

    /// <summary>The thresholds of a rule with the values in force.</summary>
    /// <param name="rule">A rule.</param>
    /// <returns>Several lines.</returns>
    public static string Settings(PSObject? rule)
    {
        IEnumerable<string> settings = Reading.View(rule).Views("Settings").Select(s =>
            Wrap($"{s.Text("Name")} = {s.Text("Value")}{Unit(s)}: {s.Text("Description")}{Range(s)}", indent: 2));
        return string.Join("\n", settings);
    }

    /// <summary>Several texts, each on lines of its own.</summary>
    /// <param name="item">Any object.</param>
    /// <param name="property">Its property that holds the texts.</param>
    /// <returns>Several lines.</returns>
    public static string Lines(PSObject? item, string property) =>
        string.Join("\n", Reading.View(item).Texts(property).Select(t => Wrap(t, indent: 2)));

    /// <summary>How many subjects a summary covers, and the first of them.</summary>
    /// <param name="summary">A summary of findings.</param>
    /// <returns>For example <c>12: Adele Vance, Megan Bowen and 10 more</c>.</returns>
    public static string Affected(PSObject? summary)
    {
        IObjectView view = Reading.View(summary);
        return Paragraph(view.Text("SubjectCount") + ": " + FactText.Join(view.Texts("Subjects")));
    }

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

    /// <summary>The place of a problem with its line and a caret, and what is allowed there.</summary>
    /// <param name="check">A rule-pack check.</param>
    /// <returns>Several lines; the first of the rendered problem is left out, the view says it elsewhere.</returns>
    public static string Excerpt(PSObject? check)
    {
        IEnumerable<string> lines = Reading.View(check).Text("Detail").Split('\n').Skip(1);
        // The quoted line and its caret keep their columns; only the hints are prose.
        return string.Join("\n", lines.Select(l => l.TrimStart().StartsWith("= ", StringComparison.Ordinal) ? Wrap(l, indent: 2) : l));
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

    private static string Observation(IObjectView view)
    {
        Evidence evidence = new() { Time = view.Time("Time"), Server = view.Text("Server"), Text = view.Text("Text") };
        string source = view.Text("Source") is { Length: > 0 } place ? " (" + place + ")" : "";
        return FactText.Shorten(evidence.ToString(), MostEvidence) + source;
    }

    private static string Sureness(string confidence) => confidence switch
    {
        nameof(Confidence.High) => "High: the evidence leaves no other usual reading.",
        nameof(Confidence.Medium) => "Medium: the likely reading; something that would settle it is missing.",
        nameof(Confidence.Low) => "Low: one candidate among several.",
        _ => confidence,
    };

    // A name that this version does not know stands for itself: a newer one may have written the object.
    private static string Owner(string owner) =>
        Enum.TryParse(owner, ignoreCase: true, out FindingOwner known) ? FindingRenderer.OwnerName(known) : owner;

    // Lines are joined by a line feed, behind which the list view indents to its second column.
    internal static string Wrap(string text, int indent) =>
        string.Join("\n" + new string(' ', indent), FindingRenderer.Wrap(text, ViewWidth() - LabelWidth - indent));

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

    // Views are made for 100 columns; a narrower window would wrap the wrapped lines once more.
    private static int ViewWidth()
    {
        try
        {
            return Console.IsOutputRedirected ? WidestView : Math.Max(NarrowestView, Math.Min(WidestView, Console.WindowWidth));
        }
        catch (System.IO.IOException)
        {
            return WidestView;
        }
    }
}
