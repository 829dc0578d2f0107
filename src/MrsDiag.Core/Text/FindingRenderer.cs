using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MrsDiag.Text;

/// <summary>Writes a finding as an answer: what, why, how sure, on what evidence, what to do. The list view and the console program share it.</summary>
public static class FindingRenderer
{
    private const string Indent = "    ";

    /// <summary>Renders one finding, lines separated by <c>\n</c>, no trailing line break.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="width">Columns to fit, 40 or more.</param>
    /// <returns>The text.</returns>
    public static string Render(Finding finding, int width)
    {
        int columns = Math.Max(40, width);
        StringBuilder text = new();
        Line(text, columns, "", $"{finding.Severity.ToString().ToUpperInvariant()} {finding.RuleId}: {finding.Title}");
        Line(text, columns, Indent, finding.Message);
        Line(text, columns, Indent, Sureness(finding));
        if (finding.CausedBy.Length > 0)
            Line(text, columns, Indent, $"Caused by {finding.CausedBy}: see that finding first.");
        Block(text, columns, "Evidence", finding.Evidence.Length == 0 ? [] : EvidenceLines(finding), numbered: false);
        Block(text, columns, "What to do", StepLines(finding), numbered: true);
        Block(text, columns, "Read more", finding.References, numbered: false);
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Breaks a text into lines at spaces; a word longer than the line is left whole, so that commands and addresses can be copied.</summary>
    /// <param name="text">The text, line breaks in it are kept.</param>
    /// <param name="width">Columns.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        foreach (string paragraph in text.Replace("\r\n", "\n").Split('\n'))
        {
            StringBuilder line = new();
            foreach (string word in paragraph.Split([' '], StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Length > 0 && line.Length + 1 + word.Length > width)
                {
                    yield return line.ToString();
                    line.Clear();
                }
                if (line.Length > 0)
                    line.Append(' ');
                line.Append(word);
            }
            yield return line.ToString();
        }
    }

    /// <summary>Who has to act, in words.</summary>
    /// <param name="owner">The owner.</param>
    /// <returns>For example <c>network (load balancer, firewall, DNS)</c>.</returns>
    public static string OwnerName(FindingOwner owner) => owner switch
    {
        FindingOwner.OnPremises => "on-premises Exchange",
        FindingOwner.ExchangeOnline => "Exchange Online (wait, or act there)",
        FindingOwner.Network => "network (load balancer, firewall, DNS)",
        FindingOwner.Directory => "directory",
        _ => "nobody",
    };

    private static string Sureness(Finding finding)
    {
        string seen = finding.FirstSeen is { } first && finding.LastSeen is { } last
            ? first == last ? $"; seen {FactText.Time(first)}" : $"; seen {FactText.Time(first)} to {FactText.Time(last)}"
            : "";
        string owner = finding.Owner == FindingOwner.Nobody ? "" : $"; to be settled by: {OwnerName(finding.Owner)}";
        string count = finding.Count > 1 ? "; " + finding.Count.ToString(CultureInfo.InvariantCulture) + " times" : "";
        return $"Confidence: {finding.Confidence}{count}{seen}{owner}";
    }

    private static List<string> EvidenceLines(Finding finding)
    {
        List<string> lines = [];
        foreach (Evidence evidence in finding.Evidence)
            lines.Add(FactText.Shorten(evidence.ToString(), 300));
        int more = finding.Count - finding.Evidence.Length;
        if (more > 0)
            lines.Add("... and " + more.ToString(CultureInfo.InvariantCulture) + " more like these");
        return lines;
    }

    private static List<string> StepLines(Finding finding)
    {
        List<string> lines = [];
        foreach (Remedy step in finding.Remediation)
            lines.Add(step.ToString());
        return lines;
    }

    private static void Block(StringBuilder text, int width, string heading, IReadOnlyList<string> lines, bool numbered)
    {
        if (lines.Count == 0)
            return;
        text.Append(Indent).Append(heading).Append(':').Append('\n');
        for (int i = 0; i < lines.Count; i++)
        {
            string bullet = numbered ? (i + 1).ToString(CultureInfo.InvariantCulture) + ". " : "- ";
            Line(text, width, Indent + "  ", bullet + lines[i], bullet.Length);
        }
    }

    private static void Line(StringBuilder text, int width, string indent, string content, int hanging = 0)
    {
        string lead = indent;
        foreach (string line in Wrap(content, width - indent.Length - hanging))
        {
            text.Append(lead).Append(line).Append('\n');
            lead = indent + new string(' ', hanging);
        }
    }
}
