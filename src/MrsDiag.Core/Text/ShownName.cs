using System.Text;

namespace MrsDiag.Text;

/// <summary>Names of mailboxes, servers and directories as messages show them.</summary>
internal static class ShownName
{
    private const int MaxLength = 200;

    /// <summary>Makes one short line: no invisible characters, no control characters, no lone halves of a character.</summary>
    /// <param name="name">The name, as an object holds it.</param>
    public static string Of(string name)
    {
        // Only the beginning can be shown, so only that is cleaned.
        string head = name.Length > MaxLength * 4 ? name.Substring(0, MaxLength * 4) : name;
        StringBuilder line = new(FactText.Shorten(TextCleaner.OneLine(TextCleaner.Clean(head)), MaxLength));
        for (int i = 0; i < line.Length; i++)
        {
            bool isPair = i + 1 < line.Length && char.IsSurrogatePair(line[i], line[i + 1]);
            if (isPair)
                i++;
            else if (char.IsControl(line[i]) || char.IsSurrogate(line[i]))
                line[i] = '?';
        }
        return line.ToString();
    }
}
