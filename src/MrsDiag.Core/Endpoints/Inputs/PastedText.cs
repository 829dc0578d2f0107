using System;
using System.Text;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>Frees a name or address from what a mail or a document puts around it.</summary>
internal static class PastedText
{
    /// <summary>Longest text that is taken for a name or an address.</summary>
    public const int MaxLength = 2048;

    private const int MaxShown = 120;

    private static readonly char[] Around = [' ', '\t', '\n', '\'', '"', '`', '<', '>', '(', ')'];
    private static readonly char[] Behind = ['.', ',', ';'];

    /// <summary>Takes invisible characters, quotes, brackets and the punctuation behind it away.</summary>
    /// <param name="text">As typed or pasted.</param>
    /// <returns>What is left, at most a little longer than <see cref="MaxLength"/>.</returns>
    public static string Clean(string text)
    {
        string clean = TextCleaner.Clean(text.Length > MaxLength * 2 ? text.Substring(0, MaxLength * 2) : text);
        string before;
        do
        {
            before = clean;
            clean = clean.Trim(Around).TrimEnd(Behind);
        }
        while (clean.Length != before.Length);
        return clean;
    }

    /// <summary>Whether white space stands inside.</summary>
    public static bool HasSpace(string text) => Array.Exists(text.ToCharArray(), char.IsWhiteSpace);

    /// <summary>A text as messages may show it: one short line, and nothing that stands before an at sign, which may be a password.</summary>
    public static string Show(string text)
    {
        int at = text.LastIndexOf('@');
        string shown = at < 0 ? text : "***" + text.Substring(at);
        StringBuilder line = new(Math.Min(shown.Length, MaxShown) + 3);
        foreach (char c in shown.Length > MaxShown ? shown.Substring(0, MaxShown) : shown)
            line.Append(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c);
        return shown.Length > MaxShown ? line.Append("...").ToString() : line.ToString();
    }
}
