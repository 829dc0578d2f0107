using System.Text;

namespace MrsDiag.Text;

/// <summary>
/// Brings product texts and rule patterns to one form before they are compared: invisible marks removed, quotes, contractions and
/// white space folded, lower case. Exchange Online prints U+200E around names, documents carry typographic quotes, pasted text is wrapped.
/// </summary>
public static class TextNormalizer
{
    /// <summary>Normalises one text. Applying it twice gives the same text.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The form that conditions compare.</returns>
    public static string Normalize(string text)
    {
        StringBuilder result = new(text.Length);
        bool pendingSpace = false;
        foreach (char raw in text)
        {
            char c = Fold(raw);
            if (c == '\0')
                continue;
            if (c == ' ')
            {
                pendingSpace = result.Length > 0;
                continue;
            }
            if (pendingSpace)
                result.Append(' ');
            pendingSpace = false;
            result.Append(c);
        }
        return ExpandContractions(result).ToString();
    }

    // '\0' means: drop. Lower case is invariant, so that a Turkish session compares as any other.
    private static char Fold(char c)
    {
        if (c < 0x80)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c is '\t' or '\r' or '\n' or '\f' or '\v' ? ' ' : c is '\0' ? '\0' : c;
        return c switch
        {
            '\u00a0' or '\u2007' or '\u202f' or '\u2028' or '\u2029' or '\u0085' or '\u3000' => ' ',
            '\u200b' or '\u200c' or '\u200d' or '\u200e' or '\u200f' or '\ufeff' or '\u00ad' or '\u2060'
                or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => '\0',
            '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032' or '\u00b4' or '\u02bc' => '\'',
            '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u00ab' or '\u00bb' or '\u2033' => '"',
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            _ => char.ToLowerInvariant(c),
        };
    }

    // "isn't" and "is not" stand for each other across product versions; the short form goes. "can't" and "cannot" differ in shape.
    private static StringBuilder ExpandContractions(StringBuilder text)
    {
        for (int i = text.Length - 2; i >= 2; i--)
        {
            if (text[i] != '\'' || text[i + 1] != 't' || text[i - 1] != 'n')
                continue;
            if (i + 2 < text.Length && char.IsLetterOrDigit(text[i + 2]))
                continue;
            bool can = i >= 3 && text[i - 2] == 'a' && text[i - 3] == 'c';
            bool wont = i >= 3 && text[i - 2] == 'o' && text[i - 3] == 'w';
            if (can)
                text.Remove(i, 2).Insert(i, "not");
            else if (wont)
                text.Remove(i - 2, 4).Insert(i - 2, "ill not");
            else
                text.Remove(i - 1, 3).Insert(i - 1, " not");
        }
        return text;
    }
}
