namespace MrsDiag.Wire.Http;

// What answers on a port where HTTP was expected and says so in its first bytes.
internal static class ForeignProtocol
{
    public static string? Name(byte[] bytes, int count)
    {
        if (count >= 3 && bytes[0] is >= 0x14 and <= 0x17 && bytes[1] == 3 && bytes[2] <= 4)
            return "a TLS record";
        // A SETTINGS frame on stream 0: length below 64 KiB, type 4 (RFC 9113 section 6.5).
        if (count >= 4 && bytes[0] == 0 && bytes[1] == 0 && bytes[3] == 4)
            return "an HTTP/2 frame";
        return null;
    }
}
