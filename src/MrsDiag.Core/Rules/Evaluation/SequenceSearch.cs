using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Whether rules fired in a given order of time on one subject.</summary>
internal static class SequenceSearch
{
    /// <summary>Searches the first time the order occurs.</summary>
    /// <param name="steps">For each step, the dated items of its rule's findings, oldest first.</param>
    /// <param name="within">The whole must lie this close together, or <see langword="null"/>.</param>
    /// <returns>One item a step, or <see langword="null"/>.</returns>
    public static IReadOnlyList<FactItem>? First(IReadOnlyList<IReadOnlyList<FactItem>> steps, TimeSpan? within)
    {
        if (steps.Count == 0)
            return null;
        foreach (FactItem start in steps[0])
        {
            List<FactItem> chosen = [start];
            // From one start the earliest follower each time leaves most room for the next: greedy is exact here.
            foreach (IReadOnlyList<FactItem> step in steps.Skip(1))
            {
                FactItem? next = step.FirstOrDefault(i => i.At >= chosen[chosen.Count - 1].At && i != chosen[chosen.Count - 1]);
                if (next is null)
                    break;
                chosen.Add(next);
            }
            if (chosen.Count == steps.Count && (within is not { } limit || chosen[chosen.Count - 1].At - start.At <= limit))
                return chosen;
        }
        return null;
    }
}
