using System;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>The same numbers from the same seed on every runtime (xorshift), so that fixtures are the same bytes everywhere.</summary>
public sealed class FixtureRandom(int seed)
{
    private uint _state = unchecked(((uint)seed * 2654435761u) ^ 0x9e3779b9u) | 1u;

    /// <summary>A number from 0 up to, not including, the limit.</summary>
    public int Next(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }

    /// <summary>A number in a range, the upper end not included.</summary>
    public int Next(int from, int to) => from + Next(to - from);

    /// <summary>An identifier.</summary>
    public Guid NextGuid()
    {
        byte[] bytes = new byte[16];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)Next(256);
        return new Guid(bytes);
    }
}
