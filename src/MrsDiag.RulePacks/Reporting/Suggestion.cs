using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.RulePacks.Reporting;

/// <summary>"Did you mean": the nearest allowed word at an edit distance of two at most.</summary>
internal static class Suggestion
{
    private const int MaxDistance = 2;

    // Nobody mistypes a longer word into one of ours, and comparing a pasted text with every word would take its time.
    private const int MaxLength = 60;

    /// <summary>The sentence to append to a message.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="allowed">What could have been meant.</param>
    /// <returns><c> Did you mean 'where'?</c>, or nothing.</returns>
    public static string For(string word, IEnumerable<string> allowed)
    {
        string? best = Nearest(word, allowed);
        return best is null ? "" : $" Did you mean '{best}'?";
    }

    /// <summary>The nearest allowed word.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="allowed">What could have been meant.</param>
    /// <returns>The word, or <see langword="null"/>.</returns>
    public static string? Nearest(string word, IEnumerable<string> allowed)
    {
        if (word.Length is 0 or > MaxLength)
            return null;
        string? best = null;
        int bestDistance = MaxDistance + 1;
        foreach (string candidate in allowed)
        {
            int distance = Distance(word, candidate);
            // Two edits make any two-letter word of any other.
            if (distance < bestDistance && distance < Math.Max(word.Length, candidate.Length) - 1)
                (best, bestDistance) = (candidate, distance);
        }
        return best;
    }

    /// <summary>The list of allowed words for a hint, sorted.</summary>
    /// <param name="words">The words.</param>
    /// <returns><c>a, b, c</c>.</returns>
    public static string List(IEnumerable<string> words) => string.Join(", ", words.Distinct().OrderBy(w => w, StringComparer.Ordinal));

    /// <summary>Edits between two words without regard to case: insert, delete, replace, swap neighbours.</summary>
    /// <param name="a">One word.</param>
    /// <param name="b">The other.</param>
    /// <returns>The number of edits; anything above two only means "far".</returns>
    internal static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MaxDistance)
            return MaxDistance + 1;
        int[,] cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (int j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++)
            {
                int replace = cost[i - 1, j - 1] + (Same(a[i - 1], b[j - 1]) ? 0 : 1);
                cost[i, j] = Math.Min(replace, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        return cost[a.Length, b.Length];
    }

    private static bool Same(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
