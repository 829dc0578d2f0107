using System;

namespace MrsDiag.Wire.Http;

// One of the three ways a body ends. Feed gives back how many bytes were consumed.
internal abstract class BodyReader
{
    public abstract bool IsDone { get; }

    // Whether the end of the connection ends the body as well.
    public virtual bool EndsWithConnection => false;

    public abstract int Feed(byte[] buffer, int offset, int count);
}

internal sealed class FixedBodyReader(BodyStore store, long length) : BodyReader
{
    private long _left = length;

    public override bool IsDone => _left == 0;

    public override int Feed(byte[] buffer, int offset, int count)
    {
        int taken = store.Take(buffer, offset, (int)Math.Min(count, _left));
        _left -= taken;
        return taken;
    }
}

internal sealed class ClosingBodyReader(BodyStore store) : BodyReader
{
    public override bool IsDone => false;

    public override bool EndsWithConnection => true;

    public override int Feed(byte[] buffer, int offset, int count) => store.Take(buffer, offset, count);
}
