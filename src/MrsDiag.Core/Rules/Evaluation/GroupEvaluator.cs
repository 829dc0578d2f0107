using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Splits matched items into groups and keeps those that meet the rule's threshold.</summary>
internal sealed class GroupEvaluator
{
    private readonly CompiledRule _rule;
    private readonly EvaluationScope _scope;
    private readonly GroupMeasure _measure;
    private readonly IComparable _threshold;

    public GroupEvaluator(CompiledRule rule, EvaluationScope scope)
    {
        _rule = rule;
        _scope = scope;
        _measure = new GroupMeasure(rule.Group!, rule.MeasuredField, rule.RatioOf, scope);
        _threshold = rule.Threshold!;
    }

    private Grouping Group => _rule.Group!;

    /// <summary>The groups that meet the threshold, in order of first appearance.</summary>
    /// <param name="items">Matched items in input order.</param>
    /// <returns>One match a group.</returns>
    public IEnumerable<GroupMatch> Evaluate(IReadOnlyList<FactItem> items)
    {
        IEnumerable<IGrouping<string, FactItem>> groups = items.GroupBy(Key, StringComparer.OrdinalIgnoreCase);
        foreach (IGrouping<string, FactItem> group in groups)
        {
            IReadOnlyList<FactItem> ordered = InTime(group);
            IReadOnlyList<FactItem>? run = _rule.Within is { } within ? Window(ordered, within, null) : Meets(ordered) ? ordered : null;
            if (run is not null)
                yield return Match(run, ordered.Count(i => i.At is null));
        }
    }

    /// <summary>Whether a group also meets the threshold inside a narrower window.</summary>
    /// <param name="match">The group.</param>
    /// <param name="within">Length of the window.</param>
    /// <param name="maxGap">Longest silence inside it, or <see langword="null"/>.</param>
    /// <returns>The part inside the window, or <see langword="null"/>.</returns>
    public GroupMatch? Narrow(GroupMatch match, TimeSpan within, TimeSpan? maxGap) =>
        Window(match.Items, within, maxGap) is { } run ? Match(run, match.Items.Count(i => i.At is null)) : null;

    private GroupMatch Match(IReadOnlyList<FactItem> run, int undated) =>
        new(run, _measure.Of(run) ?? 0d, _measure.Distinct(run), undated);

    // Undated items have no place in a window; they are counted and told as group.undated.
    private IReadOnlyList<FactItem>? Window(IReadOnlyList<FactItem> ordered, TimeSpan within, TimeSpan? maxGap)
    {
        List<FactItem> dated = ordered.Where(i => i.At is not null).ToList();
        // More items never make these measures smaller: what the whole does not reach, no window reaches.
        bool grows = Group.Measure is Measure.Count or Measure.Distinct or Measure.Max && Group.Comparison is Operator.Gt or Operator.Gte;
        if (dated.Count == 0 || (grows && !Meets(dated)))
            return null;
        return WindowSearch.Widest(dated, within, maxGap, Meets);
    }

    private bool Meets(IReadOnlyList<FactItem> run) =>
        _measure.Of(run) is IComparable measured && Comparison.Holds(measured, Group.Comparison, _threshold);

    private string Key(FactItem item) => string.Join("\u001f", _rule.By.Select(f =>
        Text.FactText.Format((f.Scope == FieldScope.Parent ? _scope.Facts.Parent : item)[f.Field.Ordinal]).Trim()));

    /// <summary>Items by time; equal and missing times keep input order, missing ones last.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The ordered list.</returns>
    public static IReadOnlyList<FactItem> InTime(IEnumerable<FactItem> items) =>
        items.OrderBy(i => i.At ?? DateTime.MaxValue).ThenBy(i => i.Order).ToList();
}
