using System.Collections.Generic;

namespace MrsDiag.Rules;

/// <summary>What a group measures.</summary>
public enum Measure
{
    /// <summary>Number of items.</summary>
    Count,

    /// <summary>Number of distinct values of a field, trimmed, without regard to case.</summary>
    Distinct,

    /// <summary>Sum of a number or duration.</summary>
    Sum,

    /// <summary>Average of a number or duration.</summary>
    Avg,

    /// <summary>Largest number or duration.</summary>
    Max,

    /// <summary>A percentile of a number or duration.</summary>
    Percentile,

    /// <summary>Share of the group that meets a condition, 0 to 1.</summary>
    Ratio,

    /// <summary>Longest silence between neighbouring items.</summary>
    Gap,

    /// <summary>The named rules fired in this order.</summary>
    Sequence,
}

/// <summary>How the items that passed <c>where</c> are put together. A group yields one finding, over its widest matching window.</summary>
public sealed record Grouping
{
    /// <summary>Fields that split the items into groups; items without a value form a group of their own.</summary>
    public IReadOnlyList<FieldReference> By { get; init; } = [];

    /// <summary>What is measured.</summary>
    public Measure Measure { get; init; } = Measure.Count;

    /// <summary>The field measured, for all but <see cref="Measure.Count"/>, <see cref="Measure.Ratio"/>, <see cref="Measure.Gap"/> and <see cref="Measure.Sequence"/>.</summary>
    public FieldReference? MeasuredField { get; init; }

    /// <summary>The percentile, 0 to 100.</summary>
    public double Percentile { get; init; }

    /// <summary>The condition whose share <see cref="Measure.Ratio"/> measures.</summary>
    public Condition? RatioOf { get; init; }

    /// <summary>The rule ids of <see cref="Measure.Sequence"/>, in order.</summary>
    public IReadOnlyList<string> Sequence { get; init; } = [];

    /// <summary>The sliding window, both ends counted: a <see cref="System.TimeSpan"/> or <see cref="SettingReference"/>; none: the whole subject.</summary>
    public object? Within { get; init; }

    /// <summary>The comparison with <see cref="Threshold"/>.</summary>
    public Operator Comparison { get; init; } = Operator.Gte;

    /// <summary>The threshold: <see cref="double"/>, <see cref="System.TimeSpan"/> or <see cref="SettingReference"/>.</summary>
    public object Threshold { get; init; } = 1d;
}
