using System;
using System.Text;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Which encoding the bytes are in. The bytes themselves decide, then the byte order mark, then the declaration: each of the last two
/// was seen to be wrong, after an editor or a concatenation.
/// </summary>
internal sealed class EncodingChoice
{
    private EncodingChoice(Encoding encoding, int preamble, string doubt)
    {
        Encoding = encoding;
        Preamble = preamble;
        Doubt = doubt;
    }

    public Encoding Encoding { get; }

    /// <summary>Length of the byte order mark.</summary>
    public int Preamble { get; }

    /// <summary>What disagrees, as a sentence; empty where nothing does.</summary>
    public string Doubt { get; }

    public bool IsUtf16 => Encoding.CodePage == Encoding.Unicode.CodePage;

    /// <summary>Chooses by the first bytes.</summary>
    /// <param name="head">A buffer.</param>
    /// <param name="start">Where they begin.</param>
    /// <param name="count">How many there are; a thousand are plenty.</param>
    public static EncodingChoice Of(byte[] head, int start, int count)
    {
        (Encoding? marked, int preamble) = Mark(head, start, count);
        Encoding? shaped = Shape(head, start + preamble, count - preamble);
        Encoding byBytes = shaped ?? marked ?? new UTF8Encoding(false);
        string doubt = shaped is not null && marked is not null && shaped.CodePage != marked.CodePage
            ? $"The byte order mark says {marked.WebName}, but the bytes are {shaped.WebName}; they are read as such." : "";
        string declared = Declared(byBytes.GetString(head, start + preamble, Math.Min(count - preamble, 400)));
        if (declared.Length == 0 || IsSame(declared, byBytes))
            return new EncodingChoice(byBytes, preamble, doubt);
        if (marked is null && !HasWideUnits(byBytes) && SingleByte(declared) is { } legacy)
            return new EncodingChoice(legacy, preamble, doubt);
        doubt = $"The file declares the encoding '{declared}', but its bytes are {byBytes.WebName}; they are read as such.";
        return new EncodingChoice(byBytes, preamble, doubt);
    }

    private static (Encoding? Encoding, int Length) Mark(byte[] b, int i, int count)
    {
        if (count >= 4 && b[i] == 0xff && b[i + 1] == 0xfe && b[i + 2] == 0 && b[i + 3] == 0)
            return (Encoding.UTF32, 4);
        if (count >= 4 && b[i] == 0 && b[i + 1] == 0 && b[i + 2] == 0xfe && b[i + 3] == 0xff)
            return (new UTF32Encoding(bigEndian: true, byteOrderMark: true), 4);
        if (count >= 2 && b[i] == 0xff && b[i + 1] == 0xfe)
            return (Encoding.Unicode, 2);
        if (count >= 2 && b[i] == 0xfe && b[i + 1] == 0xff)
            return (Encoding.BigEndianUnicode, 2);
        return count >= 3 && b[i] == 0xef && b[i + 1] == 0xbb && b[i + 2] == 0xbf ? (Encoding.UTF8, 3) : (null, 0);
    }

    // CLIXML begins with '<' or white space: four bytes tell the width of a character.
    private static Encoding? Shape(byte[] b, int i, int count)
    {
        if (count < 4)
            return null;
        bool first = b[i] != 0;
        bool second = b[i + 1] != 0;
        bool third = b[i + 2] != 0;
        bool fourth = b[i + 3] != 0;
        if (first && !second && third && !fourth)
            return Encoding.Unicode;
        if (!first && second && !third && fourth)
            return Encoding.BigEndianUnicode;
        if (first && !second && !third && !fourth)
            return Encoding.UTF32;
        // Two bytes of ASCII where a wide character would be an ideograph.
        return b[i] == '<' && second && third && fourth && b[i + 1] < 0x80 ? new UTF8Encoding(false) : null;
    }

    private static string Declared(string head)
    {
        if (!head.StartsWith("<?xml", StringComparison.Ordinal))
            return "";
        int end = head.IndexOf("?>", StringComparison.Ordinal);
        int name = head.IndexOf("encoding", StringComparison.Ordinal);
        if (end < 0 || name < 0 || name > end)
            return "";
        int open = head.IndexOfAny(['"', '\''], name);
        int close = open < 0 ? -1 : head.IndexOf(head[open], open + 1);
        return close < 0 || close > end ? "" : head.Substring(open + 1, close - open - 1);
    }

    private static bool IsSame(string declared, Encoding encoding)
    {
        if (declared.Equals("us-ascii", StringComparison.OrdinalIgnoreCase))
            return !HasWideUnits(encoding);
        // "utf-16" stands for both byte orders.
        return encoding.WebName.StartsWith(declared, StringComparison.OrdinalIgnoreCase)
            || declared.StartsWith(encoding.WebName, StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasWideUnits(Encoding encoding) => encoding.GetByteCount("<") > 1;

    private static Encoding? SingleByte(string name)
    {
        try
        {
            Encoding encoding = Encoding.GetEncoding(name);
            return encoding.IsSingleByte ? encoding : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
