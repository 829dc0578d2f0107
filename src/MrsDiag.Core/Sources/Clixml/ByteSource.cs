using System.IO;

namespace MrsDiag.Sources.Clixml;

/// <summary>A stream with a buffer whose first bytes can be looked at before they are consumed.</summary>
internal sealed class ByteSource(Stream stream)
{
    public const int Capacity = 64 * 1024;

    public byte[] Buffer { get; } = new byte[Capacity];

    /// <summary>Index of the next byte in <see cref="Buffer"/>.</summary>
    public int Position { get; private set; }

    /// <summary>Bytes that can be taken without reading.</summary>
    public int Available { get; private set; }

    /// <summary>Bytes read from the stream so far.</summary>
    public long Total { get; private set; }

    public void Skip(int count)
    {
        Position += count;
        Available -= count;
    }

    /// <summary>Reads until so many bytes are there, and as many more as the stream gives at once.</summary>
    /// <returns>Whether they are there; false at the end of the stream.</returns>
    public bool FillTo(int count)
    {
        if (Position > 0)
        {
            System.Buffer.BlockCopy(Buffer, Position, Buffer, 0, Available);
            Position = 0;
        }
        while (Available < count)
        {
            int read = stream.Read(Buffer, Available, Capacity - Available);
            if (read == 0)
                return false;
            Available += read;
            Total += read;
        }
        return true;
    }
}
