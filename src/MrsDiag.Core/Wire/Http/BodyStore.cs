using System;

namespace MrsDiag.Wire.Http;

// The body's bytes: the first are kept, the rest counted, up to the total.
internal sealed class BodyStore(HttpLimits limits)
{
    private readonly ByteBuffer _kept = new();
    private long _framing;

    public long Length { get; private set; }

    public bool IsFull { get; private set; }

    public bool IsCut => IsFull || Length > _kept.Length;

    public byte[] Kept => _kept.ToArray();

    // How many of the bytes were taken; fewer than asked only where the total is reached.
    public int Take(byte[] buffer, int offset, int count)
    {
        int taken = (int)Math.Min(count, limits.MaxBodyTotal - Length);
        int kept = Math.Min(taken, limits.MaxBodyBytes - _kept.Length);
        if (kept > 0)
            _kept.Append(buffer, offset, kept);
        Length += taken;
        IsFull |= taken < count;
        return taken;
    }

    // Chunk sizes and extensions are no body, but one byte a chunk with a long extension must end somewhere too.
    public void CountFraming()
    {
        if (++_framing > limits.MaxBodyTotal)
            IsFull = true;
    }
}
