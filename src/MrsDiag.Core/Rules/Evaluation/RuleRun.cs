using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>One rule judging one fact set.</summary>
internal sealed class RuleRun(CompiledRule rule, EvaluationScope scope, ISet<int> claimed, CancellationToken cancellationToken)
{
    private static readonly string[] UnknownOnly = ["unknown"];

    /// <summary>Whether the rule looked and could not tell.</summary>
    public bool CannotTell { get; private set; }

    /// <summary>Judges.</summary>
    /// <param name="candidates">Items that hold a trigger; used only where the rule has triggers.</param>
    /// <param name="earlier">What the rules before found, for sequences.</param>
    /// <returns>The findings.</returns>
    public List<FindingDraft> Run(IReadOnlyList<FactItem> candidates, IReadOnlyList<FindingDraft> earlier)
    {
        if (!Applies())
            return [];
        Truth subject = rule.SubjectCondition?.Evaluate(scope, null) ?? Truth.True;
        if (subject == Truth.False)
            return [];
        List<FactItem> matched = Matched(rule.Triggers is null ? scope.Facts.Items(rule.Rule.Select) : candidates, out bool unknownItems);
        if (subject == Truth.Unknown)
        {
            CannotTell = matched.Count > 0 || unknownItems;
            return [];
        }
        List<FindingDraft> drafts = rule.Group is null ? Ungrouped(matched) : Grouped(matched, earlier);
        CannotTell = drafts.Count == 0 && (unknownItems || GroupCannotTell(matched));
        return drafts;
    }

    private bool Applies() => Listed("scenario", rule.Rule.Scenarios) && Listed("transport", rule.Rule.Transports);

    private bool Listed(string field, IReadOnlyList<string> allowed)
    {
        if (allowed.Count == 0 || rule.Source.Parent.Find(field) is not { } known)
            return true;
        string value = scope.Facts.Parent[known.Ordinal] as string ?? UnknownOnly[0];
        return allowed.Contains(value, StringComparer.OrdinalIgnoreCase);
    }

    private List<FactItem> Matched(IReadOnlyList<FactItem> items, out bool unknown)
    {
        unknown = false;
        List<FactItem> matched = [];
        foreach (FactItem item in items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rule.Rule.Unclaimed && item.EvidenceKey >= 0 && claimed.Contains(item.EvidenceKey))
                continue;
            Truth truth = rule.ItemCondition?.Evaluate(scope, item) ?? Truth.True;
            if (truth == Truth.True)
                matched.Add(item);
            else if (truth == Truth.Unknown)
                unknown = true;
        }
        return matched;
    }

    // A group that was not reached although items miss the very field it measures or splits by: more of it could be there.
    private bool GroupCannotTell(List<FactItem> matched)
    {
        if (rule.Group is null || matched.Count == 0)
            return false;
        List<FactField> fields = rule.By.Where(b => b.Scope == FieldScope.Item).Select(b => b.Field).ToList();
        if (rule.MeasuredField is not null)
            fields.Add(rule.MeasuredField);
        bool missing = false;
        foreach (FactField field in fields.Where(f => rule.Rule.Needs.Any(n => n.Scope == FieldScope.Item && n.Name == f.Name)))
            if (matched.All(i => i[field.Ordinal] is null))
            {
                scope.Missing(field.Name);
                missing = true;
            }
        return missing;
    }

    private List<FindingDraft> Ungrouped(List<FactItem> matched)
    {
        if (matched.Count == 0)
            return [];
        if (rule.Cases.Count == 0)
            return [Draft(null, matched, null)];
        // Items may meet different cases; each case that was met makes one finding, in the order of the cases.
        return matched.GroupBy(CaseOf).OrderBy(g => g.Key < 0 ? int.MaxValue : g.Key)
            .Select(g => Draft(g.Key < 0 ? null : rule.Cases[g.Key], g.ToList(), null)).ToList();
    }

    private int CaseOf(FactItem item)
    {
        for (int i = 0; i < rule.Cases.Count; i++)
            if (rule.Cases[i].Where is not { } where || where.Evaluate(scope, item) == Truth.True)
                return i;
        return -1;
    }

    private List<FindingDraft> Grouped(List<FactItem> matched, IReadOnlyList<FindingDraft> earlier)
    {
        if (rule.Group!.Measure == Measure.Sequence)
            return Sequence(earlier);
        GroupEvaluator evaluator = new(rule, scope);
        List<FindingDraft> drafts = [];
        foreach (GroupMatch match in evaluator.Evaluate(matched))
        {
            (CompiledCase? chosen, GroupMatch told) = GroupCase(match, evaluator);
            drafts.Add(Draft(chosen, match.Items, told));
        }
        return drafts;
    }

    private (CompiledCase? Case, GroupMatch Told) GroupCase(GroupMatch match, GroupEvaluator evaluator)
    {
        foreach (CompiledCase one in rule.Cases)
        {
            GroupMatch? told = one.Within is { } within ? evaluator.Narrow(match, within, one.MaxGap) : match;
            if (told is null)
                continue;
            scope.Group = told;
            scope.GroupItems = told.Items;
            bool holds = one.Where is null || one.Where.Evaluate(scope, null) == Truth.True;
            scope.Group = null;
            scope.GroupItems = null;
            if (holds)
                return (one, told);
        }
        return (null, match);
    }

    private List<FindingDraft> Sequence(IReadOnlyList<FindingDraft> earlier)
    {
        IReadOnlyList<FactItem>[] steps = rule.Group!.Sequence
            .Select(id => GroupEvaluator.InTime(earlier.Where(d => d.Rule.Rule.Id == id).SelectMany(d => d.Items).Where(i => i.At is not null)))
            .ToArray();
        IReadOnlyList<FactItem>? found = SequenceSearch.First(steps, rule.Within);
        return found is null ? [] : [Draft(rule.Cases.FirstOrDefault(c => c.Where is null), found, null)];
    }

    private FindingDraft Draft(CompiledCase? chosen, IReadOnlyList<FactItem> items, GroupMatch? group)
    {
        IReadOnlyList<FactItem> ordered = group is null ? GroupEvaluator.InTime(items) : items;
        MessageRenderer renderer = new(rule, scope.Facts, ordered, group);
        return new FindingDraft(rule, chosen, ordered, renderer.Render(chosen?.Message ?? rule.Message));
    }
}
