using System;
using System.Collections.Generic;
using System.Text;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>
/// Brings a pasted text to one thing a line: marks and quotes cleaned, doubled line ends undone, labels and report lines that a paste ran
/// together put apart again.
/// </summary>
internal static class TextInput
{
    private const int LongestPrintedTime = 44;

    // What Format-List prints for Test-MigrationServerAvailability; web forms often swallow the line ends between them.
    private static readonly string[] Labels =
    [
        "Result", "Message", "ConnectionSettings", "SupportsCutover", "ErrorDetail", "TestedEndpoint", "IsValid", "Identity", "ObjectState",
    ];

    /// <summary>Cleans a text.</summary>
    public static string Clean(string text) => TextCleaner.Clean(TextCleaner.DecodeXml(text));

    /// <summary>Splits a cleaned text.</summary>
    public static List<string> Split(string text)
    {
        List<string> lines = [];
        foreach (string line in Undouble(SeparateLabels(text).Split('\n')))
            SplitRunTogether(line, lines);
        return lines;
    }

    // A forum puts an empty line behind every line.
    private static string[] Undouble(string[] lines)
    {
        int filled = 0;
        int followedByBlank = 0;
        for (int i = 0; i < lines.Length - 1; i++)
        {
            if (IsBlank(lines[i]))
                continue;
            filled++;
            if (IsBlank(lines[i + 1]))
                followedByBlank++;
        }
        return filled >= 4 && followedByBlank * 5 >= filled * 4 ? Array.FindAll(lines, l => !IsBlank(l)) : lines;
    }

    private static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    private static string SeparateLabels(string text)
    {
        StringBuilder result = new();
        int copied = 0;
        bool sawResult = false;
        for (int colon = text.IndexOf(" : ", StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(" : ", colon + 1, StringComparison.Ordinal))
        {
            int end = colon;
            while (end > copied && text[end - 1] == ' ')
                end--;
            string? label = Array.Find(Labels, l => end - l.Length >= copied && string.CompareOrdinal(text, end - l.Length, l, 0, l.Length) == 0);
            sawResult |= label == Labels[0];
            if (label is null || !sawResult || StartsLine(text, end - label.Length, copied))
                continue;
            result.Append(text, copied, end - label.Length - copied).Append('\n');
            copied = end - label.Length;
        }
        return copied == 0 ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool StartsLine(string text, int at, int from)
    {
        int i = at - 1;
        while (i >= from && text[i] is ' ' or '\t')
            i--;
        return i < from || text[i] == '\n';
    }

    // Several report lines in one: each "[SERVER]" with a time in front of it starts a line.
    private static void SplitRunTogether(string line, List<string> lines)
    {
        int start = 0;
        for (int open = line.IndexOf('['); open >= 0; open = line.IndexOf('[', open + 1))
        {
            int at = LineStart(line, Math.Max(start, open - LongestPrintedTime), open);
            if (at < 0)
                continue;
            AddPiece(line, start, at, lines);
            start = at;
        }
        lines.Add(start == 0 ? line : line.Substring(start).TrimEnd(' ', '_', '*'));
    }

    private static int LineStart(string line, int from, int open)
    {
        for (int at = from; at < open - 10; at++)
        {
            bool bounded = at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '/' or '.' or '-' or ':');
            if (bounded && TextSearch.IsDigit(line[at]) && ReportLine.TryParse(line, at, out _, out _, out int message) && message > open)
                return at;
        }
        return -1;
    }

    // What stands between two lines; marks of a quotation or an emphasis are nothing.
    private static void AddPiece(string line, int start, int end, List<string> lines)
    {
        string piece = line.Substring(start, end - start);
        if (start > 0)
            piece = piece.TrimEnd(' ', '_', '*');
        if (Array.Exists(piece.ToCharArray(), char.IsLetterOrDigit))
            lines.Add(piece);
    }
}
