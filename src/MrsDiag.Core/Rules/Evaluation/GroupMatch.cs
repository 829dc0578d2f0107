using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>The items of one finding, or of a window of it, with what was measured on them.</summary>
internal sealed class GroupMatch(IReadOnlyList<FactItem> items, object measured, IReadOnlyList<string> values, int undated)
{
    /// <summary>The items, oldest first.</summary>
    public IReadOnlyList<FactItem> Items { get; } = items;

    /// <summary>The names that conditions and messages may use behind <c>group.</c></summary>
    public static IReadOnlyList<string> ValueNames { get; } = ["count", "distinct", "values", "measured", "span", "maxGap", "first", "last", "undated"];

    /// <summary>First time, UTC.</summary>
    public DateTime? First => Items.Select(i => i.At).FirstOrDefault(t => t is not null);

    /// <summary>Last time, UTC.</summary>
    public DateTime? Last => Items.Select(i => i.At).LastOrDefault(t => t is not null);

    /// <summary>A value by name.</summary>
    /// <param name="name">One of <see cref="ValueNames"/>.</param>
    /// <returns>The value; <see langword="null"/> where there is none.</returns>
    public object? Value(string name) => name switch
    {
        "count" => (double)Items.Count,
        "distinct" => (double)values.Count,
        "values" => values,
        "measured" => measured,
        "span" => First is { } first && Last is { } last ? last - first : null,
        "maxGap" => LongestGap(Items),
        "first" => First,
        "last" => Last,
        "undated" => (double)undated,
        _ => null,
    };

    /// <summary>The longest silence between neighbours that carry a time.</summary>
    /// <param name="items">Items, oldest first.</param>
    /// <returns>The silence; <see langword="null"/> with fewer than two times.</returns>
    public static TimeSpan? LongestGap(IEnumerable<FactItem> items)
    {
        DateTime? before = null;
        TimeSpan? longest = null;
        foreach (FactItem item in items)
        {
            if (item.At is not { } at)
                continue;
            if (before is { } known && (longest is null || at - known > longest))
                longest = at - known;
            before = at;
        }
        return longest;
    }
}
