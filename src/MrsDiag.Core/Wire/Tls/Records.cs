namespace MrsDiag.Wire.Tls;

internal static class Records
{
    public const byte Alert = 21;

    public const byte Handshake = 22;

    // Two bytes of length with the high bit set, then SERVER-HELLO (4) or ERROR (0).
    public static bool IsSsl2(ByteBuffer bytes) => bytes.Length >= 3 && (bytes[0] & 0x80) != 0 && bytes[2] is 4 or 0;
}
