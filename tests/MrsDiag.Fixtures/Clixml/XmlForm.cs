using System.Globalization;
using System.Text;

namespace MrsDiag.Fixtures.Clixml;

/// <summary>Strings as CLIXML holds them: first PowerShell's own escapes, then XML's.</summary>
public static class XmlForm
{
    /// <summary>The content of an element.</summary>
    public static string Text(string text) => Escape(text, isAttribute: false);

    /// <summary>The value of an attribute.</summary>
    public static string Attribute(string text) => Escape(text, isAttribute: true);

    private static string Escape(string text, bool isAttribute)
    {
        StringBuilder? result = null;
        for (int i = 0; i < text.Length; i++)
        {
            string? replacement = Replacement(text, i, isAttribute);
            if (replacement is null)
            {
                result?.Append(text[i]);
                continue;
            }
            result ??= new StringBuilder(text, 0, i, text.Length + 64);
            result.Append(replacement);
        }
        return result?.ToString() ?? text;
    }

    private static string? Replacement(string text, int i, bool isAttribute)
    {
        char c = text[i];
        bool isEscapeItself = c == '_' && i + 1 < text.Length && text[i + 1] is 'x' or 'X';
        if (c < 0x20 || c is >= '\x7f' and <= '\x9f' || char.IsSurrogate(c) || isEscapeItself)
            return "_x" + ((int)c).ToString("X4", CultureInfo.InvariantCulture) + "_";
        return c switch
        {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' when isAttribute => "&quot;",
            _ => null,
        };
    }
}
