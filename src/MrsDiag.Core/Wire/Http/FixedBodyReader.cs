using System;

namespace MrsDiag.Wire.Http;

// A body whose length is known.
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
