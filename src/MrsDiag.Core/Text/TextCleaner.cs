using System;
using System.Globalization;
using System.Text;

namespace MrsDiag.Text;

/// <summary>
/// Makes product text readable for the parsers without changing its words: invisible marks and terminal colours go, typographic quotes,
/// dashes and spaces become plain ones. Case stays, unlike in <see cref="TextNormalizer"/>, because names are read from the result.
/// </summary>
public static class TextCleaner
{
    private const char Escape = '\u001b';

    /// <summary>Cleans a text; one that needs nothing is returned as it is.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text with plain quotes, dashes, spaces and line feeds.</returns>
    public static string Clean(string text)
    {
        int first = FirstToClean(text, 0);
        if (first < 0)
            return text;
        StringBuilder result = new(text.Length);
        int copied = 0;
        for (int i = first; i >= 0; i = FirstToClean(text, copied))
        {
            result.Append(text, copied, i - copied);
            copied = Replace(text, i, result);
        }
        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Decodes what a pasted piece of CLIXML carries: <c>_x000A_</c> and the five XML entities.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The text without them.</returns>
    public static string DecodeXml(string text)
    {
        if (text.IndexOf("_x", StringComparison.Ordinal) >= 0)
            text = DecodeCharacters(text);
        if (text.IndexOf('&') < 0)
            return text;
        return new StringBuilder(text)
            .Replace("&gt;", ">").Replace("&lt;", "<").Replace("&quot;", "\"").Replace("&apos;", "'").Replace("&#39;", "'")
            .Replace("&nbsp;", " ").Replace("&amp;", "&").ToString();
    }

    /// <summary>White space of any length becomes one space; the ends are trimmed.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>One line.</returns>
    public static string OneLine(string text)
    {
        if (!NeedsCollapse(text))
            return text;
        StringBuilder result = new(text.Length);
        bool pending = false;
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                pending = result.Length > 0;
                continue;
            }
            if (pending)
                result.Append(' ');
            pending = false;
            result.Append(c);
        }
        return result.ToString();
    }

    private static bool NeedsCollapse(string text)
    {
        bool previousSpace = true;
        foreach (char c in text)
        {
            bool space = char.IsWhiteSpace(c);
            if (space && (previousSpace || c != ' '))
                return true;
            previousSpace = space;
        }
        return previousSpace && text.Length > 0;
    }

    private static int FirstToClean(string text, int start)
    {
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c == Escape || c == '\r' || c == '\0' || (c >= '\u0080' && Fold(c) != c))
                return i;
        }
        return -1;
    }

    // Handles the character at 'index' and returns where to go on.
    private static int Replace(string text, int index, StringBuilder result)
    {
        char c = text[index];
        if (c == Escape)
            return AfterEscape(text, index);
        if (c == '\r')
        {
            result.Append('\n');
            return index + (index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1);
        }
        char folded = Fold(c);
        if (folded == '-' && index + 1 < text.Length && text[index + 1] == '>')
            result.Append("--"); // word processors turn the arrow of a chain, "-->", into a dash and ">"
        else if (folded != '\0')
            result.Append(folded);
        return index + 1;
    }

    // ESC [ parameters letter: the colours of a terminal.
    private static int AfterEscape(string text, int index)
    {
        int i = index + 1;
        if (i >= text.Length || text[i] != '[')
            return i;
        for (i++; i < text.Length && (text[i] == ';' || text[i] == '?' || (text[i] >= '0' && text[i] <= '9')); i++)
        {
        }
        return Math.Min(i + 1, text.Length);
    }

    // '\0' means: drop.
    private static char Fold(char c) => c switch
    {
        '\u00a0' or '\u2007' or '\u2009' or '\u202f' or '\u3000' => ' ',
        '\u2028' or '\u2029' or '\u0085' => '\n',
        '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\ufeff' or '\u00ad' or '\u2060'
            or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\0',
        '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032' or '\u00b4' or '\u02bc' => '\'',
        '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' or '\u2033' or '\u300c' or '\u300d' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => c,
    };

    private static string DecodeCharacters(string text)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.Substring(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
            {
                result.Append((char)code);
                i += 6;
            }
            else
            {
                result.Append(text[i]);
            }
        }
        return result.ToString();
    }
}
