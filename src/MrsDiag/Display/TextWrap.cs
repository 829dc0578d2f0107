using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace MrsDiag.Display;

/// <summary>Breaks text into lines at spaces.</summary>
internal static class TextWrap
{
    /// <summary>Wraps a text; its own line breaks stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Longest line, in UTF-16 units.</param>
    /// <param name="indent">Spaces before every line but the first, for steps and lists.</param>
    /// <returns>Lines joined by a line feed, which the list view indents.</returns>
    internal static string Wrap(string text, int width, int indent = 0)
    {
        IEnumerable<string> lines = text.Replace("\r\n", "\n").Split('\n', '\r').SelectMany(line => Lines(line.TrimEnd(), width - indent));
        return string.Join("\n" + new string(' ', indent), lines);
    }

    private static IEnumerable<string> Lines(string text, int width)
    {
        StringBuilder line = new();
        foreach (string word in text.Split([' '], System.StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }
            if (line.Length > 0)
                line.Append(' ');
            line.Append(word);
            // A word longer than the line, such as an address, is cut: the console would cut it anyway and lose the indent.
            while (line.Length > width)
            {
                int cut = char.IsHighSurrogate(line[width - 1]) ? width - 1 : width;
                yield return line.ToString(0, cut);
                line.Remove(0, cut);
            }
        }
        yield return line.ToString();
    }
}
