using System.Globalization;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>
/// Finds the place in the file of a character of a scalar's value. Quoting, escapes and folding change white space and
/// add characters, but never the order of the others: so the n-th visible character of the value is the n-th visible one of the text.
/// </summary>
internal static class ScalarMap
{
    /// <summary>The place of one character.</summary>
    /// <param name="text">The file.</param>
    /// <param name="scalar">The scalar.</param>
    /// <param name="offset">Offset in its value; the length names the place behind it.</param>
    /// <returns>Index in the file.</returns>
    public static int IndexOf(string text, YamlScalar scalar, int offset)
    {
        string value = scalar.Value;
        bool isBlank = offset >= value.Length || char.IsWhiteSpace(value[offset]);
        int visible = 0;
        for (int i = 0; i < offset; i++)
            if (!char.IsWhiteSpace(value[i]))
                visible++;
        int index = scalar.Start + (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0);
        // A blank stands behind the visible character before it.
        if (isBlank && visible == 0)
            return index;
        int wanted = isBlank ? visible - 1 : visible;
        while (index < scalar.End)
        {
            int width = Unit(text, index, scalar, out int shown);
            if (wanted < shown)
                return isBlank ? index + width : index;
            wanted -= shown;
            index += width;
        }
        return scalar.End;
    }

    // One character of the value as written: its width in the file and how many visible characters of the value it stands for.
    private static int Unit(string text, int index, YamlScalar scalar, out int shown)
    {
        char c = text[index];
        shown = char.IsWhiteSpace(c) ? 0 : 1;
        if (scalar.Style == ScalarStyle.SingleQuoted && c == '\'')
            return 2;
        if (scalar.Style != ScalarStyle.DoubleQuoted || c != '\\' || index + 1 >= scalar.End)
            return 1;
        int digits = text[index + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            shown = text[index + 1] is 'n' or 't' or 'r' or 'v' or 'f' or ' ' or '\t' or '\n' or '\r' or '_' or 'N' or 'L' or 'P' ? 0 : 1;
            return 2;
        }
        bool isHex = int.TryParse(text.Substring(index + 2, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int code);
        shown = !isHex ? 1 : code > char.MaxValue ? 2 : char.IsWhiteSpace((char)code) ? 0 : 1;
        return 2 + digits;
    }
}
