using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.Rules;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>
/// What an administrator would write instead of rules: for each rule one <c>Where-Object -Match</c> over the lines or the failures of each
/// mailbox, with the texts of the rule as one expression.
/// </summary>
internal static class WhereScript
{
    /// <summary>The script; it reads the mailboxes from <c>$mailboxes</c>.</summary>
    public static string Text =>
        $$"""
        foreach ($mailbox in $mailboxes) {
            $lines = $mailbox.Report.Entries
            $failures = $mailbox.Report.Failures
        {{string.Join("\n", ShippedRules.Load.Packs.SelectMany(p => p.Rules).Select(Line))}}
        }
        """;

    private static string Line(Rule rule)
    {
        string[] texts = Patterns.Of(rule.Where).Distinct().ToArray();
        string pattern = texts.Length == 0 ? "." : string.Join("|", texts.Select(Regex.Escape));
        (string objects, string property) = rule.Select switch
        {
            "entries" => ("$lines", "Message"),
            "failures" or "callOutcomes" => ("$failures", "Message"),
            _ => ("$mailbox", "StatusDetail"),
        };
        return $"    {objects} | Where-Object {property} -Match '{pattern.Replace("'", "''", System.StringComparison.Ordinal)}'";
    }

    /// <summary>How many rules of each kind the script stands for.</summary>
    public static IReadOnlyDictionary<string, int> Counts =>
        ShippedRules.Load.Packs.SelectMany(p => p.Rules).GroupBy(r => r.Select).ToDictionary(g => g.Key, g => g.Count());
}
