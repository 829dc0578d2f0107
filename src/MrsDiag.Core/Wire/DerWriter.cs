namespace MrsDiag.Wire;

internal static class DerWriter
{
    // Tag, length in its shortest form, and the contents one behind the other.
    public static byte[] Element(byte tag, params byte[][] contents)
    {
        int length = 0;
        foreach (byte[] content in contents)
            length += content.Length;
        var element = new ByteBuffer();
        element.Append(tag);
        AppendLength(element, length);
        foreach (byte[] content in contents)
            element.Append(content);
        return element.ToArray();
    }

    private static void AppendLength(ByteBuffer element, int length)
    {
        if (length < 0x80)
        {
            element.Append((byte)length);
            return;
        }
        int octets = length > 0xFFFFFF ? 4 : length > 0xFFFF ? 3 : length > 0xFF ? 2 : 1;
        element.Append((byte)(0x80 | octets));
        for (int shift = (octets - 1) * 8; shift >= 0; shift -= 8)
            element.Append((byte)(length >> shift));
    }
}
