using System;
using System.Text;

namespace MrsDiag.Wire;

// Text out of bytes that a stranger sent: nothing in it may move a cursor, end a line or fill a screen.
internal static class WireText
{
    public const int PreviewBytes = 64;

    // One byte, one character. Encoding.Latin1 does not exist on netstandard2.0 and GetEncoding(28591) may be missing.
    public static string Latin1(byte[] bytes, int offset, int count)
    {
        var text = new char[count];
        for (int i = 0; i < count; i++)
            text[i] = (char)bytes[offset + i];
        return new string(text);
    }

    public static string Clean(string text, int most)
    {
        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (char c in text)
        {
            if (clean.Length == most)
                return clean.Append("...").ToString();
            clean.Append(char.IsControl(c) || char.IsSurrogate(c) || IsInvisible(c) ? '\uFFFD' : c);
        }
        return clean.ToString();
    }

    // The first bytes for a message: printable ASCII as it is, everything else as a dot.
    public static string Preview(byte[] bytes, int offset, int count)
    {
        var text = new StringBuilder(PreviewBytes);
        for (int i = 0; i < Math.Min(count, PreviewBytes); i++)
        {
            byte b = bytes[offset + i];
            if (b is (byte)'\r' or (byte)'\n')
                break;
            text.Append(b is >= 0x20 and < 0x7F ? (char)b : '.');
        }
        return text.ToString();
    }

    // Enough to say what else than the expected protocol this is: a line, or as much as a preview shows.
    public static bool IsEnough(byte[] bytes, int count) =>
        count >= PreviewBytes || (count > 0 && bytes[count - 1] == (byte)'\n');

    // Marks that turn or hide the text around them.
    private static bool IsInvisible(char c) => c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
