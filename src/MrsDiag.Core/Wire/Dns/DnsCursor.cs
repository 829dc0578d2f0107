using System.Text;

namespace MrsDiag.Wire.Dns;

// A place in a message. Everything that would leave it is a format error.
internal sealed class DnsCursor(byte[] data, int length)
{
    private const int LongestName = 255;

    // Real names need one or two; going back step by step through a whole message is somebody's attack.
    private const int MostPointers = 64;

    public int Position { get; private set; }

    public bool IsAtEnd => Position == length;

    public int Byte()
    {
        Need(1);
        return data[Position++];
    }

    public int UInt16() => (Byte() << 8) | Byte();

    public uint UInt32() => ((uint)UInt16() << 16) | (uint)UInt16();

    public byte[] Bytes(int count)
    {
        Need(count);
        var bytes = new byte[count];
        System.Buffer.BlockCopy(data, Position, bytes, 0, count);
        Position += count;
        return bytes;
    }

    public void Need(int count)
    {
        if (count > length - Position)
            throw new DnsFormatException("The DNS message breaks off.");
    }

    // RFC 1035 section 4.1.4. A pointer must go back before the name it stands in, so that every chain of them ends.
    public string Name()
    {
        var text = new StringBuilder();
        int total = 1;
        int floor = Position;
        int after = -1;
        int pointers = 0;
        while (true)
        {
            int size = Byte();
            if (size == 0)
                break;
            if (size >= 0xC0)
            {
                int target = ((size & 0x3F) << 8) | Byte();
                if (target >= floor || ++pointers > MostPointers)
                    throw new DnsFormatException("A name in the DNS message points forward, at itself or too often.");
                if (after < 0)
                    after = Position;
                Position = floor = target;
                continue;
            }
            total += size + 1;
            if (size > 63 || total > LongestName)
                throw new DnsFormatException(size > 63 ? "A name in the DNS message has an unknown kind of label." : "A name in the DNS message is too long.");
            AppendLabel(text, size);
        }
        if (after >= 0)
            Position = after;
        return text.Length == 0 ? "." : text.ToString();
    }

    private void AppendLabel(StringBuilder text, int size)
    {
        if (text.Length > 0)
            text.Append('.');
        Need(size);
        for (int end = Position + size; Position < end; Position++)
            DnsText.Append(text, data[Position], isLabel: true);
    }
}
