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
            Title = chosen?.Title ?? rule.Title,
            Severity = _severity.TryGetValue(rule.Id, out Severity overlay) ? overlay : chosen?.Severity ?? rule.Severity,
            Confidence = chosen?.Confidence ?? rule.Confidence,
            Role = rule.Role,
            Owner = chosen?.Owner ?? rule.Owner,
            Message = draft.Message,
            Count = draft.Items.Count,
            FirstSeen = draft.First,
            LastSeen = draft.Last,
            Evidence = EvidenceSampler.Sample(draft.Items, options.EvidenceCount ?? rule.EvidenceCount),
            Servers = draft.Items.Select(i => i.Server ?? "").Where(s => s.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(s => s, StringComparer.OrdinalIgnoreCase).ToArray(),
            CausedBy = draft.CausedBy,
            Remediation = (chosen?.Remediation ?? rule.Remediation).Select(Copy).ToArray(),
            References = rule.References.Select(r => r.ToString()).ToArray(),
            RulePack = rule.Pack,
            RulePackVersion = rule.PackVersion,
        };
    }

    // Findings are handed out; a caller that edits one must not edit the rule.
    private static Remedy Copy(Remedy step) => new() { Text = step.Text, RunIn = step.RunIn, Owner = step.Owner };
}
