using System;

namespace MrsDiag.Wire;

// Grows by doubling up to what its owner allows. No stream: nothing to dispose, and the bytes can be looked at in place.
internal sealed class ByteBuffer
{
    private byte[] _bytes = [];

    public int Length { get; private set; }

    // The array behind it; only the first Length bytes count.
    public byte[] Bytes => _bytes;

    public byte this[int index] => _bytes[index];

    public void Append(byte value)
    {
        Reserve(1);
        _bytes[Length++] = value;
    }

    public void Append(byte[] source, int offset, int count)
    {
        Reserve(count);
        Buffer.BlockCopy(source, offset, _bytes, Length, count);
        Length += count;
    }

    public void Append(byte[] source) => Append(source, 0, source.Length);

    public void AppendUInt16(int value)
    {
        Append((byte)(value >> 8));
        Append((byte)value);
    }

    // Room for a two-byte length that is known only once what follows has been written.
    public int OpenUInt16()
    {
        AppendUInt16(0);
        return Length;
    }

    public void CloseUInt16(int start)
    {
        int length = Length - start;
        _bytes[start - 2] = (byte)(length >> 8);
        _bytes[start - 1] = (byte)length;
    }

    public void Clear() => Length = 0;

    public byte[] ToArray()
    {
        var copy = new byte[Length];
        Buffer.BlockCopy(_bytes, 0, copy, 0, Length);
        return copy;
    }

    private void Reserve(int count)
    {
        int needed = Length + count;
        if (needed > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(needed, Math.Max(64, _bytes.Length * 2)));
    }
}
