using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>
/// Finds the widest run of items that lies within a window and meets a threshold. The window slides and both ends count; the
/// buckets that some tools use miss two events either side of a bucket's edge.
/// </summary>
internal static class WindowSearch
{
    /// <summary>Searches.</summary>
    /// <param name="dated">Items with a time, oldest first.</param>
    /// <param name="within">Length of the window.</param>
    /// <param name="maxGap">Longest silence allowed between neighbours, or <see langword="null"/>.</param>
    /// <param name="meets">Whether a run meets the threshold.</param>
    /// <returns>The run with the most items, the earliest of equals; <see langword="null"/> where none meets it.</returns>
    public static IReadOnlyList<FactItem>? Widest(
        IReadOnlyList<FactItem> dated, TimeSpan within, TimeSpan? maxGap, Func<IReadOnlyList<FactItem>, bool> meets)
    {
        // Longest first, so that most runs are never measured.
        IEnumerable<(int Start, int Count)> runs = Runs(dated, within, maxGap).OrderByDescending(r => r.Count).ThenBy(r => r.Start);
        foreach ((int start, int count) in runs)
        {
            IReadOnlyList<FactItem> run = new ArraySlice(dated, start, count);
            if (meets(run))
                return run;
        }
        return null;
    }

    // The longest run from each start, left out where the run before already holds it: at most one run an item.
    private static IEnumerable<(int Start, int Count)> Runs(IReadOnlyList<FactItem> dated, TimeSpan within, TimeSpan? maxGap)
    {
        int end = 0;
        int lastEnd = 0;
        for (int start = 0; start < dated.Count; start++)
        {
            end = Math.Max(end, start);
            while (end + 1 < dated.Count
                && dated[end + 1].At!.Value - dated[start].At!.Value <= within
                && (maxGap is not { } gap || dated[end + 1].At!.Value - dated[end].At!.Value <= gap))
                end++;
            if (start > 0 && end + 1 == lastEnd)
                continue;
            lastEnd = end + 1;
            yield return (start, end - start + 1);
        }
    }

    private sealed class ArraySlice(IReadOnlyList<FactItem> items, int start, int count) : IReadOnlyList<FactItem>
    {
        public int Count => count;

        public FactItem this[int index] => items[start + index];

        public IEnumerator<FactItem> GetEnumerator()
        {
            for (int i = 0; i < count; i++)
                yield return items[start + i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
