using System;
using System.Xml;

namespace MrsDiag.Sources.Clixml;

/// <summary>Collects the text of one element in a buffer that is reused, up to a limit; what is longer is read and dropped.</summary>
internal sealed class TextCollector(XmlReader reader, int limit)
{
    private readonly char[] _overflow = new char[4096];

    public char[] Buffer { get; private set; } = new char[Math.Min(limit, 8192)];

    public int Length { get; private set; }

    /// <summary>Whether something was dropped.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether there is nothing but white space in it.</summary>
    public bool IsWhiteSpace
    {
        get
        {
            for (int i = 0; i < Length; i++)
            {
                if (!char.IsWhiteSpace(Buffer[i]))
                    return false;
            }
            return true;
        }
    }

    public void Clear()
    {
        Length = 0;
        IsCut = false;
    }

    /// <summary>Adds the text node that the reader stands on.</summary>
    public void Append()
    {
        while (Buffer.Length - Length >= 2 || Buffer.Length < limit)
        {
            int room = Buffer.Length - Length;
            if (room < 2)
            {
                Grow();
                continue;
            }
            int read = reader.ReadValueChunk(Buffer, Length, room);
            Length += read;
            // Less than asked for means the end; one less may be half of a surrogate pair that did not fit.
            if (read < room - 1)
                return;
        }
        while (reader.ReadValueChunk(_overflow, 0, _overflow.Length) > 0)
            IsCut = true;
    }

    private void Grow()
    {
        char[] larger = new char[(int)Math.Min(limit, Buffer.Length * 2L)];
        Array.Copy(Buffer, larger, Length);
        Buffer = larger;
    }
}
