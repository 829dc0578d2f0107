using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>Pairs two lists in order of time that tell of the same things. From the end, because a shortened list keeps its newest.</summary>
internal static class FailurePairing
{
    /// <summary>Pairs.</summary>
    /// <typeparam name="T">What is to be found among the failures.</typeparam>
    /// <param name="items">In order.</param>
    /// <param name="timeOf">Their time, UTC; <see langword="null"/> where not known.</param>
    /// <param name="failures">Failures of the same kind, in order.</param>
    /// <param name="tolerance">How far two times of one failure may lie apart.</param>
    /// <param name="visit">Receives each item with its failure, or with <see langword="null"/>; in the order of the items.</param>
    public static void Pair<T>(
        List<T> items, Func<T, DateTime?> timeOf, List<MoveFailure> failures, TimeSpan tolerance, Action<T, MoveFailure?> visit)
    {
        MoveFailure?[] matches = new MoveFailure?[items.Count];
        int failure = failures.Count - 1;
        for (int i = items.Count - 1; i >= 0 && failure >= 0;)
        {
            DateTime? itemTime = timeOf(items[i]);
            DateTime? failureTime = failures[failure].At?.Utc;
            TimeSpan distance = itemTime is { } a && failureTime is { } b ? a - b : TimeSpan.Zero;
            if (distance.Duration() <= tolerance)
                matches[i--] = failures[failure--];
            else if (distance > TimeSpan.Zero)
                i--;
            else
                failure--;
        }
        for (int i = 0; i < items.Count; i++)
            visit(items[i], matches[i]);
    }
}
