using System.Globalization;
using System.Text;

namespace MrsDiag.Diagnostics;

/// <summary>Renders a diagnostic with the line and a caret, in the form editors make clickable.</summary>
public static class DiagnosticRenderer
{
    /// <summary>Renders one diagnostic, several lines, no trailing line break.</summary>
    /// <param name="diagnostic">What to render.</param>
    /// <returns>The text.</returns>
    public static string Render(Diagnostic diagnostic)
    {
        StringBuilder text = new(diagnostic.ToString());
        if (diagnostic.LineText.Length > 0)
            AppendCaret(text, diagnostic);
        if (diagnostic.Hint.Length > 0)
            text.Append("\n   = ").Append(diagnostic.Hint);
        if (diagnostic.Related is { } related)
            text.Append("\n   = ").Append(diagnostic.RelatedText).Append(' ').Append(related);
        return text.ToString();
    }

    private static void AppendCaret(StringBuilder text, Diagnostic diagnostic)
    {
        TextPosition start = diagnostic.Location.Start;
        string number = start.Line.ToString(CultureInfo.InvariantCulture);
        string margin = new(' ', number.Length);
        // A tab keeps its width under the line above only if the caret line repeats it.
        string before = diagnostic.LineText.Length >= start.Column - 1 ? diagnostic.LineText.Substring(0, start.Column - 1) : "";
        StringBuilder pad = new();
        foreach (char c in before)
            pad.Append(c == '\t' ? '\t' : ' ');
        int length = diagnostic.Location.EndColumn - start.Column;
        int room = diagnostic.LineText.Length - (start.Column - 1);
        if (length > room)
            length = room;
        if (length < 1)
            length = 1;
        text.Append('\n').Append(margin).Append("  |")
            .Append('\n').Append(number).Append("  | ").Append(diagnostic.LineText)
            .Append('\n').Append(margin).Append("  | ").Append(pad).Append('^').Append('~', length - 1);
    }
}
