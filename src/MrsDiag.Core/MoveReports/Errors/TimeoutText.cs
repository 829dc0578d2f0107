using System;
using System.Collections.Generic;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads the time span that a timeout states. Small ones are what was left of a longer budget, as the text itself says.</summary>
internal static class TimeoutText
{
    private static readonly string[] Marks = ["timed out", "timeout of", "allotted timeout"];

    /// <summary>The span, of the innermost link that states one.</summary>
    /// <param name="chain">The chain.</param>
    /// <returns>The span, or <see langword="null"/>.</returns>
    public static TimeSpan? Read(IReadOnlyList<ExceptionLink> chain)
    {
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            bool isTimeout = TextSearch.HasAny(chain[i].Message, Marks) || TextSearch.Has(chain[i].Type, "Timeout");
            if (isTimeout && FirstSpan(chain[i].Message) is { } span)
                return span;
        }
        return null;
    }

    // hh:mm:ss, with fraction or days, that is not the clock part of a date.
    private static TimeSpan? FirstSpan(string text)
    {
        for (int colon = text.IndexOf(':'); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            int start = colon;
            while (start > 0 && colon - start < 12 && (TextSearch.IsDigit(text[start - 1]) || text[start - 1] == '.'))
                start--;
            int end = colon;
            while (end < text.Length && end - colon < 16 && (TextSearch.IsDigit(text[end]) || text[end] is ':' or '.'))
                end++;
            if (colon - start < 2 || FollowsDate(text, start))
                continue;
            string token = text.Substring(start, end - start).TrimEnd('.', ':');
            if (token.Length - token.Replace(":", "").Length == 2 && DurationText.Parse(token) is { } span)
                return span;
        }
        return null;
    }

    private static bool FollowsDate(string text, int start)
    {
        int i = start - 1;
        while (i >= 0 && text[i] == ' ')
            i--;
        return i < start - 1 && i >= 0 && TextSearch.IsDigit(text[i]) && text.LastIndexOfAny(['/', '-', '.'], i, Math.Min(i + 1, 6)) >= 0;
    }
}
