namespace MrsDiag.Wire;

// A part of a DER text, read element by element. Nothing is copied; lengths that leave the part end the reading instead of throwing.
// Definite lengths only; a length with needless zero octets is taken, since old devices write such.
internal struct DerReader(byte[] bytes, int start, int end)
{
    private readonly byte[] _bytes = bytes;
    private readonly int _end = end;
    private int _at = start;

    public DerReader(byte[] bytes)
        : this(bytes, 0, bytes.Length)
    {
    }

    public readonly bool IsAtEnd => _at >= _end;

    // False at the end and where the next element is malformed.
    public bool TryRead(out DerElement element)
    {
        element = default;
        int at = _at;
        if (_end - at < 2 || (_bytes[at] & 0x1F) == 0x1F)
            return false;
        byte tag = _bytes[at++];
        int length = _bytes[at++];
        if (length >= 0x80 && !TryReadLong(length & 0x7F, ref at, out length))
            return false;
        if (length > _end - at)
            return false;
        element = new DerElement(_bytes, tag, at, length);
        _at = at + length;
        return true;
    }

    // The next element if it has this tag; otherwise the reader stays where it is.
    public bool TryRead(byte tag, out DerElement element)
    {
        DerReader ahead = this;
        if (!ahead.TryRead(out element) || element.Tag != tag)
            return false;
        this = ahead;
        return true;
    }

    private readonly bool TryReadLong(int octets, ref int at, out int length)
    {
        length = 0;
        if (octets is 0 or > 4 || octets > _end - at)
            return false;
        for (int i = 0; i < octets; i++)
        {
            if (length > 0x7FFFFF)
                return false;
            length = (length << 8) | _bytes[at++];
        }
        return true;
    }
}
