using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>Splits an error text at the arrows of its chain. Linear; thousands of arrows are cut down to the outermost and innermost ones.</summary>
internal static class ChainSplitter
{
    /// <summary>How many pieces are kept at each end.</summary>
    public const int KeptAtEachEnd = 32;

    // The wizard's log joins the messages of a chain by "., " instead.
    private const string LogMark = "could not be completed., ";
    private const string LogJoin = "., The ";

    /// <summary>Splits.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="wasCut">Whether pieces in the middle were dropped.</param>
    /// <returns>The pieces, outermost first; at least one.</returns>
    public static List<ChainSegment> Split(string text, out bool wasCut)
    {
        List<(int Start, int Length, bool LongArrow)> cuts = [];
        bool logStyle = text.IndexOf(LogMark, StringComparison.Ordinal) >= 0;
        int start = 0;
        bool longArrow = false;
        for (int i = NextArrow(text, 0); i >= 0; i = NextArrow(text, i + 1))
        {
            int dash = i;
            while (dash > start && text[dash - 1] == '-')
                dash--;
            if (i - dash < 2)
                continue;
            cuts.Add((start, dash - start, longArrow));
            longArrow = i - dash > 2;
            start = i + 1;
        }
        cuts.Add((start, text.Length - start, longArrow));
        wasCut = cuts.Count > 2 * KeptAtEachEnd;
        if (wasCut)
            cuts.RemoveRange(KeptAtEachEnd, cuts.Count - 2 * KeptAtEachEnd);
        return ToSegments(text, cuts, logStyle);
    }

    private static List<ChainSegment> ToSegments(string text, List<(int Start, int Length, bool LongArrow)> cuts, bool logStyle)
    {
        List<ChainSegment> segments = new(cuts.Count);
        foreach ((int start, int length, bool longArrow) in cuts)
        {
            string piece = text.Substring(start, length);
            if (!logStyle)
            {
                segments.Add(new ChainSegment(piece, longArrow));
                continue;
            }
            int from = 0;
            for (int join = piece.IndexOf(LogJoin, StringComparison.Ordinal); join >= 0 && segments.Count < 4 * KeptAtEachEnd;
                join = piece.IndexOf(LogJoin, from, StringComparison.Ordinal))
            {
                segments.Add(new ChainSegment(piece.Substring(from, join + 1 - from), from == 0 && longArrow));
                from = join + 3;
            }
            segments.Add(new ChainSegment(piece.Substring(from), from == 0 && longArrow));
        }
        return segments;
    }

    private static int NextArrow(string text, int start) => start >= text.Length ? -1 : text.IndexOf('>', start);
}
