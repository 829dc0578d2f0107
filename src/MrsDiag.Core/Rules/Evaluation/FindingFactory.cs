using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Makes findings out of drafts: the case's word first, then an overlay's severity, then the rule's.</summary>
internal sealed class FindingFactory(RuleEngineOptions options)
{
    private readonly Dictionary<string, Severity> _severity = options.Overlays.SelectMany(o => o.Severity)
        .GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes one finding.</summary>
    /// <param name="draft">The draft.</param>
    /// <returns>The finding.</returns>
    public Finding Make(FindingDraft draft)
    {
        Rule rule = draft.Rule.Rule;
        RuleCase? chosen = draft.Case?.Source;
        return new Finding
        {
            RuleId = rule.Id,
            Name = rule.Name,
            Title = draft.Title,
            Severity = _severity.TryGetValue(rule.Id, out Severity overlay) ? overlay : chosen?.Severity ?? rule.Severity,
            Confidence = chosen?.Confidence ?? rule.Confidence,
            Role = rule.Role,
            Owner = chosen?.Owner ?? rule.Owner,
            Message = draft.Message + CauseSentence(draft),
            Count = draft.Items.Count,
            FirstSeen = draft.First,
            LastSeen = draft.Last,
            Evidence = EvidenceSampler.Sample(draft.Items, options.EvidenceCount ?? rule.EvidenceCount),
            Servers = draft.Items.Select(i => i.Server ?? "").Where(s => s.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(s => s, StringComparer.OrdinalIgnoreCase).ToArray(),
            CausedBy = draft.Cause?.Rule.Rule.Id ?? "",
            Remediation = (chosen?.Remediation ?? rule.Remediation).Select(Copy).ToArray(),
            References = rule.References.Select(r => r.ToString()).ToArray(),
            RulePack = rule.Pack,
            RulePackVersion = rule.PackVersion,
        };
    }

    // A symptom that asks for nothing needs no search for its cause either.
    private static string CauseSentence(FindingDraft draft)
    {
        if (draft.Cause is { } cause)
            return $" Its cause: {cause.Rule.Rule.Id}, {cause.Title}.";
        Rule rule = draft.Rule.Rule;
        bool asks = (draft.Case?.Source.Severity ?? rule.Severity) > Severity.Information;
        return asks && rule.Uncaused.Length > 0 ? " " + rule.Uncaused : "";
    }

    // Findings are handed out; a caller that edits one must not edit the rule.
    private static Remedy Copy(Remedy step) => new() { Text = step.Text, RunIn = step.RunIn, Owner = step.Owner };
}
