namespace MrsDiag.Wire.Tls;

// What a ServerHello says about its version and about pre-shared keys (RFC 8446 section 4.1.3).
internal sealed record ServerHelloExtensions(bool IsRetry, bool IsTls13, bool HasPreSharedKey)
{
    private const int RandomLength = 32;
    private const int PreSharedKey = 41;
    private const int SupportedVersions = 43;

    // Null where the extensions leave the message.
    public static ServerHelloExtensions? Read(byte[] bytes, int start, int end)
    {
        int random = start + 2;
        if (end - random <= RandomLength)
            return null;
        // Session id, suite, compression.
        int at = random + RandomLength + 1 + bytes[random + RandomLength] + 3;
        if (at > end)
            return null;
        bool isTls13 = false, hasKey = false;
        // No extensions at all is an old server.
        if (at + 2 <= end)
            at += 2;
        while (at < end)
        {
            if (end - at < 4)
                return null;
            int type = (bytes[at] << 8) | bytes[at + 1];
            int length = (bytes[at + 2] << 8) | bytes[at + 3];
            at += 4;
            if (length > end - at)
                return null;
            isTls13 |= type == SupportedVersions && length == 2 && bytes[at] == 3 && bytes[at + 1] >= 4;
            hasKey |= type == PreSharedKey;
            at += length;
        }
        return new ServerHelloExtensions(ServerHelloMessageReader.IsRetry(bytes, random), isTls13, hasKey);
    }
}
