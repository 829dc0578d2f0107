using System;
using System.IO;

namespace MrsDiag.Sources.Clixml;

/// <summary>Looks at the first bytes and says what a file is when it is not CLIXML, before an XML reader says it in its own words.</summary>
internal static class InputCheck
{
    private const int HeadLength = 4096;

    /// <summary>Refuses what is plainly something else.</summary>
    /// <returns>The encoding, with the byte order mark consumed.</returns>
    /// <exception cref="ClixmlException">It is something else, or nothing.</exception>
    public static EncodingChoice Open(ByteSource bytes, string place, out string head)
    {
        try
        {
            bytes.FillTo(HeadLength);
        }
        catch (IOException e)
        {
            throw ReadFailed(place, e);
        }
        if (bytes.Available == 0)
            throw new ClixmlException(place, ClixmlFault.Empty, "is empty");
        RefuseArchive(bytes, place);
        EncodingChoice choice = EncodingChoice.Of(bytes.Buffer, bytes.Position, bytes.Available);
        bytes.Skip(choice.Preamble);
        head = choice.Encoding.GetString(bytes.Buffer, bytes.Position, Math.Min(bytes.Available, HeadLength)).TrimStart();
        RefuseText(head, place, isWhole: bytes.Available < HeadLength - choice.Preamble);
        return choice;
    }

    /// <summary>The exception for XML that cannot be read up to its first element.</summary>
    public static ClixmlException Unreadable(string place, string head, bool isTruncated, Exception cause)
    {
        if (head.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) >= 0)
            return new ClixmlException(place, ClixmlFault.DocumentType, "declares a document type (DTD), which CLIXML never does; it was refused", cause);
        return isTruncated
            ? new ClixmlException(place, ClixmlFault.Truncated, "ends before its first object", cause)
            : new ClixmlException(place, ClixmlFault.NotClixml, "is not CLIXML: " + cause.Message.TrimEnd('.'), cause);
    }

    /// <summary>The exception for a medium that fails.</summary>
    public static ClixmlException ReadFailed(string place, Exception cause) =>
        new(place, ClixmlFault.Unreadable, "cannot be read: " + cause.Message.TrimEnd('.'), cause);

    /// <summary>The exception for XML of another kind.</summary>
    public static ClixmlException OtherRoot(string place, string root) =>
        new(place, ClixmlFault.NotClixml, $"is not CLIXML: its first element is <{Short(root)}>, Export-Clixml writes <Objs>");

    private static void RefuseArchive(ByteSource bytes, string place)
    {
        byte[] b = bytes.Buffer;
        int i = bytes.Position;
        if (bytes.Available < 4)
            return;
        bool gzip = b[i] == 0x1f && b[i + 1] == 0x8b;
        bool zip = b[i] == 'P' && b[i + 1] == 'K' && b[i + 2] < 0x09;
        bool sevenZip = b[i] == '7' && b[i + 1] == 'z' && b[i + 2] == 0xbc && b[i + 3] == 0xaf;
        bool cabinet = b[i] == 'M' && b[i + 1] == 'S' && b[i + 2] == 'C' && b[i + 3] == 'F';
        string? kind = gzip ? "gzip" : zip ? "zip" : sevenZip ? "7-Zip" : cabinet ? "cabinet" : null;
        if (kind is not null)
            throw new ClixmlException(place, ClixmlFault.Compressed, $"is a {kind} archive; unpack it first");
    }

    private static void RefuseText(string head, string place, bool isWhole)
    {
        if (head.Length == 0 && isWhole)
            throw new ClixmlException(place, ClixmlFault.Empty, "is empty: there is no text in it");
        if (head.Length > 0 && head.Trim('\0').Length == 0)
            throw new ClixmlException(place, ClixmlFault.Empty, "is empty: it begins with nothing but NUL bytes, as files do that were lost in a crash");
        if (head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase))
            throw new ClixmlException(place, ClixmlFault.NotClixml, "is not CLIXML but a web page (HTML)");
        if (LooksLikeCsv(head))
            throw new ClixmlException(place, ClixmlFault.NotClixml, "is not CLIXML but CSV, which keeps no move report; export again with Export-Clixml");
        if (head.Length > 0 && head[0] != '<')
            throw new ClixmlException(place, ClixmlFault.NotClixml, "is not CLIXML but text or binary data; CLIXML begins with <Objs");
    }

    private static bool LooksLikeCsv(string head) =>
        head.StartsWith("#TYPE ", StringComparison.Ordinal)
        || (head.StartsWith("\"", StringComparison.Ordinal) && head.IndexOf("\",\"", StringComparison.Ordinal) > 0);

    private static string Short(string name) => name.Length <= 60 ? name : name.Substring(0, 60) + "...";
}
