using System;
using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.Wire.Tls;

// The body of a ServerHello: RFC 8446 section 4.1.3, RFC 5246 section 7.4.1.3.
internal static class ServerHelloMessageReader
{
    private const int RandomLength = 32;
    private const int SupportedVersions = 43;

    // The random of a HelloRetryRequest: SHA-256 of that word (RFC 8446 section 4.1.3).
    private static readonly byte[] RetryRandom = Convert.FromBase64String("zyGtdOWaYRG+HYwCHmW4kcKiERZ6u4xeB54J4sioM5w=");

    // The end of the random of a server that could do better than the version it chose.
    private static readonly byte[] Downgrade = [(byte)'D', (byte)'O', (byte)'W', (byte)'N', (byte)'G', (byte)'R', (byte)'D'];

    public static TlsAnswer Read(byte[] bytes, int start, int end, TlsVersion offered)
    {
        // Version, random, session id, suite, compression.
        if (end - start < 2 + RandomLength + 1)
            return Answers.Malformed("a ServerHello that is too short");
        int version = UInt16(bytes, start);
        int random = start + 2;
        int at = random + RandomLength + 1 + bytes[random + RandomLength];
        if (bytes[random + RandomLength] > 32 || end - at < 3)
            return Answers.Malformed("a ServerHello whose session id leaves it");
        int suite = UInt16(bytes, at);
        if (!TryReadExtensions(bytes, at + 3, end, ref version))
            return Answers.Malformed("a ServerHello whose extensions leave it");
        TlsVersion? known = version is >= (int)TlsVersion.Ssl30 and <= (int)TlsVersion.Tls13 ? (TlsVersion)version : null;
        TlsAnswerKind kind = known == offered ? TlsAnswerKind.ServerHello : TlsAnswerKind.OtherVersion;
        return new TlsAnswer(kind, known, suite, CipherSuites.Name(suite), null, "", Detail(bytes, random, version, known));
    }

    private static bool TryReadExtensions(byte[] bytes, int at, int end, ref int version)
    {
        if (at == end)
            return true;
        if (end - at < 2 || UInt16(bytes, at) != end - at - 2)
            return false;
        for (at += 2; at < end;)
        {
            if (end - at < 4)
                return false;
            int type = UInt16(bytes, at);
            int length = UInt16(bytes, at + 2);
            at += 4;
            if (length > end - at)
                return false;
            if (type == SupportedVersions && length == 2)
                version = UInt16(bytes, at);
            at += length;
        }
        return true;
    }

    private static string Detail(byte[] bytes, int random, int version, TlsVersion? known)
    {
        var words = new List<string>();
        if (known is null)
            words.Add("version 0x" + version.ToString("X4", CultureInfo.InvariantCulture));
        if (IsRetry(bytes, random))
            words.Add("HelloRetryRequest");
        if (Stands(bytes, random + RandomLength - 8, Downgrade) && bytes[random + RandomLength - 1] <= 1)
            words.Add(bytes[random + RandomLength - 1] == 1 ? "the server also speaks TLS 1.3" : "the server also speaks TLS 1.2 or 1.3");
        return string.Join(", ", words);
    }

    /// <summary>Whether the random of a ServerHello says that it is a HelloRetryRequest.</summary>
    public static bool IsRetry(byte[] bytes, int random) => Stands(bytes, random, RetryRandom);

    private static bool Stands(byte[] bytes, int at, byte[] expected)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (bytes[at + i] != expected[i])
                return false;
        }
        return true;
    }

    private static int UInt16(byte[] bytes, int at) => (bytes[at] << 8) | bytes[at + 1];
}
