using System;

namespace MrsDiag.Wire;

// One element of a DER text: tag, and where its content stands.
internal readonly struct DerElement(byte[] bytes, byte tag, int offset, int length)
{
    public byte Tag { get; } = tag;

    public int Offset { get; } = offset;

    public int Length { get; } = length;

    public DerReader Content => new(bytes, Offset, Offset + Length);

    public byte[] ToArray()
    {
        var copy = new byte[Length];
        Buffer.BlockCopy(bytes, Offset, copy, 0, Length);
        return copy;
    }

    public string ToLatin1() => WireText.Latin1(bytes, Offset, Length);

    public bool ContentIs(byte[] expected)
    {
        if (Length != expected.Length)
            return false;
        for (int i = 0; i < expected.Length; i++)
        {
            if (bytes[Offset + i] != expected[i])
                return false;
        }
        return true;
    }
}
