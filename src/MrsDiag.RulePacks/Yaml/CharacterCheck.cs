using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>
/// Refuses characters that the parser would take for something else without a word: NUL for the end of the text, U+0085, U+2028 and
/// U+2029 for line breaks. Also what shows that a file was decoded wrongly.
/// </summary>
internal static class CharacterCheck
{
    /// <summary>Checks a file and reports the first such character.</summary>
    /// <param name="diagnostics">The file.</param>
    /// <returns>Whether there is none.</returns>
    public static bool Passes(FileDiagnostics diagnostics)
    {
        string text = diagnostics.Source.Text;
        for (int i = 0; i < text.Length; i++)
        {
            if (IsAllowed(text, i))
                continue;
            string code = "U+" + ((int)text[i]).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
            diagnostics.Report(DiagnosticCodes.Character, i, i + 1, $"character {code} is not allowed.", DiagnosticCodes.Character.Fix);
            return false;
        }
        return true;
    }

    private static bool IsAllowed(string text, int index)
    {
        char c = text[index];
        if (c < ' ')
            return c is '\t' or '\n' or '\r';
        if (c < '\u007f')
            return true;
        if (char.IsHighSurrogate(c))
            return index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        if (char.IsLowSurrogate(c))
            return index > 0 && char.IsHighSurrogate(text[index - 1]);
        return c is not ((>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffd' or '\ufffe' or '\uffff');
    }
}
