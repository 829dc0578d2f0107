using System.Collections.Generic;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The keys of a group.</summary>
internal static class GroupKeys
{
    /// <summary>The keys that say what is measured.</summary>
    public static readonly IReadOnlyList<string> Measures = ["count", "distinct", "sum", "avg", "max", "percentile", "ratio", "gap", "sequence"];

    /// <summary>The keys of a group.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable Make(PackTables tables)
    {
        Shape field = RuleKeys.FieldName(tables);
        return new("group", "group", "What the matching items must amount to: one measure, one threshold. A group makes one finding, over its widest matching window.",
        [
            new("by", new ListShape(field), false, "Fields that split the items into groups; items without a value form a group of their own."),
            new("count", CommonShapes.OnlyTrue, false, "Measure: the number of items."),
            new("distinct", field, false, "Measure: the number of distinct values of a field, trimmed, without regard to case."),
            new("sum", field, false, "Measure: the sum of a number or duration."),
            new("avg", field, false, "Measure: the average of a number or duration."),
            new("max", field, false, "Measure: the largest number or duration."),
            new("percentile", new TableShape(() => tables.Percentile), false, "Measure: a percentile of a number or duration."),
            new("ratio", new TableShape(() => tables.Ratio), false, "Measure: the share of the items that meet a condition, 0 to 1."),
            new("gap", CommonShapes.OnlyTrue, false, "Measure: the longest silence between neighbouring items, a duration."),
            new("sequence", new ListShape(CommonShapes.RuleId), false, "Measure: these rules gave findings in this order; needs no threshold."),
            new("within", CommonShapes.DurationOrSetting, false, "Sliding window, both ends counted, for items with a time; without it, the whole subject."),
            new("gt", CommonShapes.Threshold, false, "Threshold: greater than."),
            new("gte", CommonShapes.Threshold, false, "Threshold: greater than or equal."),
            new("lt", CommonShapes.Threshold, false, "Threshold: less than."),
            new("lte", CommonShapes.Threshold, false, "Threshold: less than or equal."),
        ])
        {
            IsNamedByKey = true,
            Choices =
            [
                new(DiagnosticCodes.MeasureCount, Measures),
                new(DiagnosticCodes.ThresholdCount, CommonShapes.Thresholds) { Unless = "sequence" },
            ],
        };
    }

    /// <summary>The keys of <c>percentile</c>.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable MakePercentile(PackTables tables) => new("percentile", "percentile", "The value that a share of the items does not exceed.",
    [
        new("field", RuleKeys.FieldName(tables), true, "A number or duration."),
        new("p", new NumberShape(0, 100), true, "The percentile, for example 95."),
    ])
    {
        IsNamedByKey = true,
    };

    /// <summary>The keys of <c>ratio</c>.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable MakeRatio(PackTables tables) => new("ratio", "ratio", "The share of the group that meets a condition.",
    [
        new("of", new TableShape(() => tables.Condition), true, "The condition, over one item."),
    ])
    {
        IsNamedByKey = true,
    };
}
