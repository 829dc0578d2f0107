using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.MoveReports;

/// <summary>Reads which authentication schemes an answer offered, from the sentence in which WCF repeats the header (J10).</summary>
internal static class AuthHeaderText
{
    private const string Mark = "authentication header received from the server was";
    private const int LongestHeader = 4000;
    private static readonly string[] Known = ["negotiate", "ntlm", "basic", "kerberos", "digest", "bearer"];

    /// <summary>Reads the schemes.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <returns>Lower case, sorted, each once; <see langword="null"/> where the text names no header.</returns>
    public static IReadOnlyList<string>? Read(string text)
    {
        int after = TextSearch.After(text, Mark);
        if (after >= 0)
            return HeaderAt(text, after) is { } header ? Schemes(header) : null;
        return FromLocalized(text);
    }

    /// <summary>The schemes as one text; <c>none</c> for an empty list, empty for <see langword="null"/>.</summary>
    public static string ToSet(IReadOnlyList<string>? schemes)
    {
        if (schemes is null)
            return "";
        return schemes.Count == 0
            ? "none"
            : string.Join("+", schemes.Select(s => s.ToLowerInvariant()).Distinct(StringComparer.Ordinal).OrderBy(s => s, StringComparer.Ordinal));
    }

    /// <summary>The schemes of one or several header values joined by commas; parameters such as a realm are left out.</summary>
    /// <param name="header">The header.</param>
    /// <returns>Lower case, sorted, each once.</returns>
    public static IReadOnlyList<string> Schemes(string header)
    {
        SortedSet<string> schemes = new(StringComparer.Ordinal);
        int start = 0;
        bool quoted = false;
        for (int i = 0; i <= header.Length; i++)
        {
            if (i < header.Length && header[i] == '"')
                quoted = !quoted;
            if (i < header.Length && (quoted || header[i] != ','))
                continue;
            if (SchemeOf(header.Substring(start, i - start)) is { } scheme)
                schemes.Add(scheme);
            start = i + 1;
        }
        return [.. schemes];
    }

    // "Basic realm="x"" is Basic; "charset="UTF-8"" is a parameter of the scheme before it.
    private static string? SchemeOf(string part)
    {
        part = part.Trim();
        int end = part.IndexOf(' ');
        string token = end < 0 ? part : part.Substring(0, end);
        bool valid = token.Length is > 0 and <= 40 && token.All(c => char.IsLetterOrDigit(c) || c is '-' or '_');
        return valid ? token.ToLowerInvariant() : null;
    }

    // The value between quotes; a realm may itself hold single quotes.
    private static string? HeaderAt(string text, int start)
    {
        int open = text.IndexOf('\'', start);
        if (open < 0 || open - start > 3)
            return null;
        bool quoted = false;
        int limit = Math.Min(text.Length, open + 1 + LongestHeader);
        for (int i = open + 1; i < limit; i++)
        {
            if (text[i] == '"')
                quoted = !quoted;
            else if (text[i] == '\'' && !quoted)
                return text.Substring(open + 1, i - open - 1);
        }
        // Unbalanced double quotes or a text that breaks off: the first single quote ends it, else the text does.
        int close = text.IndexOf('\'', open + 1, limit - open - 1);
        return text.Substring(open + 1, (close < 0 ? limit : close) - open - 1);
    }

    // In other languages only the quoted values are the same: first the client's scheme, then the header. A refusal (403) quotes
    // the client's scheme alone, perhaps once in each link of the chain, so both must stand in one link.
    private static IReadOnlyList<string>? FromLocalized(string text)
    {
        int arrow = text.IndexOf("-->", StringComparison.Ordinal);
        if (text.IndexOf("(401)", StringComparison.Ordinal) < 0 || !TextSearch.HasAny(text, ["negotiate", "ntlm", "basic"]))
            return null;
        if (arrow > 0)
            text = text.Substring(0, arrow);
        List<string> values = [];
        for (int i = 0; i < text.Length && values.Count < 40; i++)
        {
            char quote = text[i];
            if (quote is not ('\'' or '"'))
                continue;
            int close = text.IndexOf(quote, i + 1, Math.Min(400, text.Length - i - 1));
            if (close < 0)
                continue;
            string value = text.Substring(i + 1, close - i - 1);
            if (IsSchemeList(value))
            {
                values.Add(value);
                i = close;
            }
        }
        return values.Count >= 2 ? Schemes(values[1]) : null;
    }

    private static bool IsSchemeList(string value)
    {
        string trimmed = value.Trim();
        int end = trimmed.IndexOfAny([' ', ',']);
        string first = end < 0 ? trimmed : trimmed.Substring(0, end);
        return Array.Exists(Known, k => string.Equals(k, first, StringComparison.OrdinalIgnoreCase));
    }
}
