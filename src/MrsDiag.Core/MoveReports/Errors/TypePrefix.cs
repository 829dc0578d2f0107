using System;

namespace MrsDiag.MoveReports;

/// <summary>
/// Recognises the class name in front of an error message: <c>Type: message</c>, with or without namespace, <c>|Type|message</c> as Exchange
/// Online's REST cmdlets print it, or a full name standing alone before the message. Class names are not localized.
/// </summary>
internal static class TypePrefix
{
    private const int LongestType = 300;

    /// <summary>Reads a class name at a position.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="start">Where it would start.</param>
    /// <param name="type">The class name without namespace.</param>
    /// <param name="next">Where the message starts.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryRead(string text, int start, out string type, out int next)
    {
        type = "";
        next = start;
        bool piped = start < text.Length && text[start] == '|';
        int begin = piped ? start + 1 : start;
        int end = TokenEnd(text, begin);
        if (end == begin || !char.IsUpper(text[begin]) || !NamesException(text, begin, end))
            return false;
        int dot = text.LastIndexOf('.', end - 1, end - begin);
        int after = piped ? AfterBar(text, end) : AfterType(text, end, isFullName: dot > begin);
        if (after < 0)
            return false;
        type = dot > begin ? text.Substring(dot + 1, end - dot - 1) : text.Substring(begin, end - begin);
        next = after;
        return type.Length > 0;
    }

    /// <summary>Removes the namespace and a generic suffix from a class name.</summary>
    public static string WithoutNamespace(string type)
    {
        type = type.Trim();
        int colon = type.IndexOf(':');
        if (colon > 0)
            type = type.Substring(0, colon).TrimEnd();
        int dot = type.LastIndexOf('.');
        return dot >= 0 && dot < type.Length - 1 ? type.Substring(dot + 1) : type;
    }

    /// <summary>Where a full Exchange or .NET class name starts in a text that has other words before it, or -1.</summary>
    public static int FindFullName(string text)
    {
        foreach (string root in new[] { "Microsoft.Exchange.", "System." })
        {
            int limit = Math.Min(text.Length, 2000);
            for (int at = IndexOf(text, root, 0, limit); at >= 0; at = IndexOf(text, root, at + root.Length, limit))
            {
                if (TryRead(text, at, out _, out _))
                    return at;
            }
        }
        return -1;
    }

    private static int IndexOf(string text, string part, int start, int limit) =>
        start >= limit ? -1 : text.IndexOf(part, start, limit - start, StringComparison.Ordinal);

    private static int TokenEnd(string text, int start)
    {
        int end = start;
        while (end < text.Length && end - start < LongestType && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '_' or '`' or '+'))
            end++;
        return end;
    }

    private static bool NamesException(string text, int start, int end) =>
        text.IndexOf("Exception", start, end - start, StringComparison.Ordinal) >= 0;

    private static int AfterBar(string text, int end) => end < text.Length && text[end] == '|' ? end + 1 : -1;

    private static int AfterType(string text, int end, bool isFullName)
    {
        int i = end;
        // "SocketException (10060): " and "COMException (0x80004005): "
        if (i + 1 < text.Length && text[i] == ' ' && text[i + 1] == '(')
        {
            int close = text.IndexOf(')', i, Math.Min(16, text.Length - i));
            if (close > 0 && close + 1 < text.Length && text[close + 1] == ':')
                i = close + 1;
        }
        if (i < text.Length && text[i] == ' ' && i + 1 < text.Length && text[i + 1] == ':')
            i++;
        if (i < text.Length && text[i] == ':' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            return i + 1;
        return isFullName && (i == text.Length || char.IsWhiteSpace(text[i])) ? i : -1;
    }
}
