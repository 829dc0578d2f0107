using System;
using System.Security.Cryptography;

namespace MrsDiag.Wire.Tls;

/// <summary>
/// A hello that offers exactly one version, to learn whether a server speaks it. It is written here because the platform's own TLS
/// may refuse to offer old versions. There are no keys behind it: the connection ends after the answer.
/// </summary>
public static class ClientHello
{
    private const byte HandshakeRecord = 22;
    private const byte ClientHelloMessage = 1;

    /// <summary>Writes the hello, with its record around it.</summary>
    /// <param name="version">The version to offer.</param>
    /// <param name="serverName">The name to ask for; <see langword="null"/>, empty or an IP address to ask for none.</param>
    /// <returns>The bytes to send; random parts differ at every call.</returns>
    /// <exception cref="ArgumentException">The version is none of the enumeration, or the name cannot be a host's name.</exception>
    public static byte[] Create(TlsVersion version, string? serverName)
    {
        if (version is < TlsVersion.Ssl30 or > TlsVersion.Tls13)
            throw new ArgumentException("The version is not one that can be offered.", nameof(version));
        string? name = NameToAsk(serverName);
        var hello = new ByteBuffer();
        hello.Append(HandshakeRecord);
        // A record version above 1.0 upsets some old servers (RFC 8446 section 5.1).
        hello.AppendUInt16(version == TlsVersion.Ssl30 ? 0x0300 : 0x0301);
        int record = hello.OpenUInt16();
        hello.Append(ClientHelloMessage);
        hello.Append(0);
        int message = hello.OpenUInt16();
        AppendBody(hello, version);
        if (version != TlsVersion.Ssl30)
            HelloExtensions.Append(hello, version, name, message);
        hello.CloseUInt16(message);
        hello.CloseUInt16(record);
        return hello.ToArray();
    }

    internal static byte[] Random(int length)
    {
        var bytes = new byte[length];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(bytes);
        return bytes;
    }

    private static void AppendBody(ByteBuffer hello, TlsVersion version)
    {
        hello.AppendUInt16((int)(version == TlsVersion.Tls13 ? TlsVersion.Tls12 : version));
        hello.Append(Random(32));
        // A session id makes TLS 1.3 look like a resumed 1.2 to devices on the path (RFC 8446 appendix D.4).
        byte[] session = version == TlsVersion.Tls13 ? Random(32) : [];
        hello.Append((byte)session.Length);
        hello.Append(session);
        int suites = hello.OpenUInt16();
        foreach (int suite in CipherSuites.For(version))
            hello.AppendUInt16(suite);
        hello.CloseUInt16(suites);
        // One compression method: none.
        hello.Append(1);
        hello.Append(0);
    }

    private static string? NameToAsk(string? serverName)
    {
        if (string.IsNullOrEmpty(serverName) || HostNames.TryReadAddress(serverName!, out _))
            return null;
        if (HostNames.TryToAscii(serverName!, out string ascii))
            return ascii;
        throw new ArgumentException("The name cannot be the name of a host.", nameof(serverName));
    }
}
