using System;

namespace MrsDiag.MoveReports;

/// <summary>Plain searches that stay linear and work alike in every culture.</summary>
internal static class TextSearch
{
    /// <summary>Whether a text contains another, without regard to case.</summary>
    public static bool Has(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a text contains one of several others, without regard to case.</summary>
    public static bool HasAny(string text, string[] parts)
    {
        foreach (string part in parts)
        {
            if (Has(text, part))
                return true;
        }
        return false;
    }

    /// <summary>Whether a text starts with another, without regard to case.</summary>
    public static bool Starts(string text, string part) => text.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a part ends after its first occurrence from a position on, or -1.</summary>
    public static int After(string text, string part, int start = 0)
    {
        int at = text.IndexOf(part, start, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + part.Length;
    }

    /// <summary>The text between the next single quote and the one that closes it; <see langword="null"/> without both.</summary>
    public static string? Quoted(string text, int start)
    {
        int open = start < 0 || start > text.Length ? -1 : text.IndexOf('\'', start);
        int close = open < 0 ? -1 : text.IndexOf('\'', open + 1);
        return close < 0 ? null : text.Substring(open + 1, close - open - 1);
    }

    /// <summary>Whether a character may stand in a host or server name.</summary>
    public static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';
}
