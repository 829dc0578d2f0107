using System;
using System.IO;
using System.Threading;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// The characters of the input, as the XML reader pulls them. Decoding stands here and not in the XML reader, because a declared
/// encoding that contradicts the bytes must not stop anything, NULs are to be replaced, and no tag may eat the memory.
/// </summary>
internal abstract class TextFeed : TextReader
{
    // Well above any real tag; the XML reader holds tags, comments and white space whole, texts in pieces.
    private const int LongestToken = 2 * 1024 * 1024;
    private const char Replacement = '\ufffd';

    private int _sinceMark;

    /// <summary>NULs replaced so far.</summary>
    public int NulCount { get; private set; }

    /// <summary>Byte sequences so far that are no characters of the encoding; each stands as U+FFFD.</summary>
    public virtual int BadBytes => 0;

    /// <summary>Whether everything was handed out.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Looked at with every piece, so that a long text does not outlast it.</summary>
    public CancellationToken CancellationToken { get; set; }

    /// <summary>Whether what comes may be of any length: a text that is being skipped.</summary>
    public bool IsUnlimited { get; set; }

    /// <summary>Says that the XML reader came to a new node.</summary>
    public void Mark() => _sinceMark = 0;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        CancellationToken.ThrowIfCancellationRequested();
        int read = Fill(buffer, index, count);
        if (read == 0)
        {
            IsAtEnd = true;
            return 0;
        }
        _sinceMark += read;
        if (_sinceMark > LongestToken && !IsUnlimited)
            throw new OversizedTokenException();
        ReplaceNuls(buffer, index, read);
        return read;
    }

    /// <inheritdoc/>
    public sealed override int Read() => throw new NotSupportedException();

    /// <inheritdoc/>
    public sealed override int Peek() => throw new NotSupportedException();

    /// <summary>Gives the next characters, 0 at the end.</summary>
    protected abstract int Fill(char[] buffer, int index, int count);

    private void ReplaceNuls(char[] buffer, int index, int count)
    {
        int end = index + count;
        for (int at = Array.IndexOf(buffer, '\0', index, count); at >= 0; at = Array.IndexOf(buffer, '\0', at, end - at))
        {
            NulCount++;
            buffer[at] = Replacement;
        }
    }
}
