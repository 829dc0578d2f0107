using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Measures a run of items.</summary>
internal sealed class GroupMeasure(Grouping grouping, FactField? field, CompiledCondition? ratioOf, EvaluationScope scope)
{
    /// <summary>Measures.</summary>
    /// <param name="items">The items, oldest first.</param>
    /// <returns>A <see cref="double"/> or <see cref="TimeSpan"/>; <see langword="null"/> where nothing can be measured.</returns>
    public object? Of(IReadOnlyList<FactItem> items) => grouping.Measure switch
    {
        Measure.Count => (double)items.Count,
        Measure.Distinct => (double)Distinct(items).Count,
        Measure.Gap => GroupMatch.LongestGap(items),
        Measure.Ratio => items.Count == 0 ? null : items.Count(i => ratioOf!.Evaluate(scope, i) == Truth.True) / (double)items.Count,
        _ => Number(items),
    };

    /// <summary>Distinct values of the measured field, trimmed, without regard to case, in order of first appearance.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The values; empty without a measured field.</returns>
    public IReadOnlyList<string> Distinct(IReadOnlyList<FactItem> items)
    {
        if (field is null)
            return [];
        List<string> values = [];
        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (FactItem item in items)
            if (item[field.Ordinal] is { } value && Text.FactText.Format(value).Trim() is { Length: > 0 } text && seen.Add(text))
                values.Add(text);
        return values;
    }

    private object? Number(IReadOnlyList<FactItem> items)
    {
        bool isDuration = field!.Type == FactType.Duration;
        List<double> numbers = items.Select(i => i[field.Ordinal]).Where(v => v is not null)
            .Select(v => v is TimeSpan d ? d.Ticks : Convert.ToDouble(v, CultureInfo.InvariantCulture)).ToList();
        if (numbers.Count == 0)
            return null;
        double result = grouping.Measure switch
        {
            Measure.Sum => numbers.Sum(),
            Measure.Avg => numbers.Average(),
            Measure.Max => numbers.Max(),
            _ => Percentile(numbers),
        };
        return isDuration ? TimeSpan.FromTicks((long)result) : result;
    }

    // Nearest rank: a value that was really seen, which a person can find in the evidence.
    private double Percentile(List<double> numbers)
    {
        numbers.Sort();
        int rank = (int)Math.Ceiling(grouping.Percentile / 100 * numbers.Count);
        return numbers[Math.Max(0, Math.Min(numbers.Count - 1, rank - 1))];
    }
}
