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

    // Up to the closing tag; a quotation that leaves it out ends with its line.
    private static string Value(string text, int start)
    {
        int close = text.IndexOf("</", start, StringComparison.Ordinal);
        int line = text.IndexOf('\n', start);
        int end = close >= 0 && (line < 0 || close < line || IsOneValue(text, start, close)) ? close : line;
        return (end < 0 ? text.Substring(start) : text.Substring(start, end - start)).Trim();
    }

    private static bool IsOneValue(string text, int start, int close) => text.IndexOf(NameMark, start, close - start, StringComparison.Ordinal) < 0;
}
