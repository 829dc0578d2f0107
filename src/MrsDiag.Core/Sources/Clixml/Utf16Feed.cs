using System;

namespace MrsDiag.Sources.Clixml;

/// <summary>UTF-16 little endian, what Windows PowerShell writes: the bytes are the characters, nothing is decoded.</summary>
internal sealed class Utf16Feed(ByteSource bytes) : TextFeed
{
    /// <inheritdoc/>
    protected override int Fill(char[] buffer, int index, int count)
    {
        // Half a character at the very end is dropped: the XML reader reports the break itself.
        if (bytes.Available < 2 && !bytes.FillTo(2))
            return 0;
        int read = Math.Min(count, bytes.Available / 2);
        Buffer.BlockCopy(bytes.Buffer, bytes.Position, buffer, index * 2, read * 2);
        bytes.Skip(read * 2);
        return read;
    }
}
