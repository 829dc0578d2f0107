using System;
using System.IO;
using System.Text;

namespace MrsDiag.Sources;

/// <summary>Tells what a file is and how its text is encoded, from its first bytes and never from its name.</summary>
public static class InputSniffer
{
    private const int Window = 4096;

    /// <summary>Looks at the start of a stream and puts the position back.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="encoding">Its text encoding: by byte order mark, else UTF-16 by its zero bytes, else UTF-8, else Windows-1252's Latin part.</param>
    /// <returns>What it is.</returns>
    public static InputKind Sniff(Stream stream, out Encoding encoding)
    {
        long position = stream.Position;
        byte[] head = new byte[Window];
        int length = ReadFully(stream, head);
        stream.Position = position;
        encoding = Detect(head, length);
        string text = encoding.GetString(head, 0, length).TrimStart('\ufeff', ' ', '\t', '\r', '\n');
        if (text.Length == 0)
            return InputKind.Empty;
        if (text.StartsWith("<Objs", StringComparison.Ordinal) || (text.StartsWith("<", StringComparison.Ordinal) && IsXml(text)))
            return InputKind.Clixml;
        return text.IndexOf('\0') >= 0 ? InputKind.Binary : InputKind.Text;
    }

    // A declaration, comment or document type before the root: CLIXML by intent; the reader tells what is wrong with it.
    private static bool IsXml(string text) =>
        text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<!--", StringComparison.Ordinal);

    private static Encoding Detect(byte[] head, int length)
    {
        if (length >= 3 && head[0] == 0xEF && head[1] == 0xBB && head[2] == 0xBF)
            return new UTF8Encoding(true);
        if (length >= 2 && head[0] == 0xFF && head[1] == 0xFE)
            return Encoding.Unicode;
        if (length >= 2 && head[0] == 0xFE && head[1] == 0xFF)
            return Encoding.BigEndianUnicode;
        int evenZeros = 0;
        int oddZeros = 0;
        for (int i = 0; i < length; i++)
            if (head[i] == 0)
                _ = (i & 1) == 0 ? evenZeros++ : oddZeros++;
        if (oddZeros > length / 4 && evenZeros < oddZeros / 8)
            return Encoding.Unicode;
        if (evenZeros > length / 4 && oddZeros < evenZeros / 8)
            return Encoding.BigEndianUnicode;
        return IsUtf8(head, length) ? new UTF8Encoding(false) : Encoding.GetEncoding("iso-8859-1");
    }

    private static bool IsUtf8(byte[] head, int length)
    {
        try
        {
            // Without a flush, a character cut at the window's end is no fault.
            new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder().GetCharCount(head, 0, length, flush: false);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int ReadFully(Stream stream, byte[] buffer)
    {
        int total = 0;
        int read;
        while (total < buffer.Length && (read = stream.Read(buffer, total, buffer.Length - total)) > 0)
            total += read;
        return total;
    }
}
