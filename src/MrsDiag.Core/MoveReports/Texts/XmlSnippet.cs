using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>
/// Reads failures out of pasted pieces of CLIXML, <c>&lt;S N="Message"&gt;…&lt;/S&gt;</c>, as people quote them from a file opened in a
/// browser. Whole files are for the CLIXML reader.
/// </summary>
internal static class XmlSnippet
{
    private const string NameMark = " N=\"";
    private static readonly string[] Wanted = ["Timestamp", "FailureType", "FailureSide", "FailureCode", "FailureHash", "Message"];

    /// <summary>Reads the failures.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <returns>One block for each message; empty where the text has none.</returns>
    public static List<TextBlock> Read(string text)
    {
        List<TextBlock> blocks = [];
        TextBlock current = new();
        for (int at = text.IndexOf(NameMark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(NameMark, at + 1, StringComparison.Ordinal))
        {
            int nameStart = at + NameMark.Length;
            int nameEnd = text.IndexOf("\">", nameStart, Math.Min(80, text.Length - nameStart), StringComparison.Ordinal);
            if (nameEnd < 0 || !IsTag(text, at) || !Array.Exists(Wanted, w => w == text.Substring(nameStart, nameEnd - nameStart)))
                continue;
            string name = text.Substring(nameStart, nameEnd - nameStart);
            if (current.TryGet(name, out _))
                current = new TextBlock();
            current.Start(name, Value(text, nameEnd + 2));
            if (name == "Message")
                blocks.Add(current);
        }
        return blocks;
    }

    private static bool IsTag(string text, int at)
    {
        int open = text.LastIndexOf('<', at, Math.Min(at + 1, 6));
        return open >= 0 && open < at;
    }

    // Up to the closing tag; a quotation that leaves it out ends with its line. The next named element bounds the search, which keeps it linear.
    private static string Value(string text, int start)
    {
        int next = text.IndexOf(NameMark, start, StringComparison.Ordinal);
        int limit = next < 0 ? text.Length : Math.Max(start, text.LastIndexOf('<', next, next - start + 1));
        int close = text.IndexOf("</", start, limit - start, StringComparison.Ordinal);
        int line = close >= 0 ? close : text.IndexOf('\n', start, limit - start);
        return text.Substring(start, (line < 0 ? limit : line) - start).Trim();
    }
}
