using System;

namespace MrsDiag.Wire.Tls;

// The extensions of a hello: RFC 6066 (name), 7627, 5746, 8422, 8446, 7685.
internal static class HelloExtensions
{
    private const int X25519 = 29;
    private const int Secp256R1 = 23;

    // RSA-PSS, ECDSA and Edwards curves where known; PKCS#1 and SHA-1 for servers of TLS 1.2.
    private static readonly int[] Signatures =
        [0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080A, 0x080B, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201, 0x0202, 0x0402];

    private static readonly int[] Groups = [X25519, Secp256R1, 24, 25];

    private static readonly int[] GroupsOfTls13 = [X25519, Secp256R1, 24, 25, 30, 256, 257];

    // The base point of the curve: valid as a public key, and nobody needs the private one.
    private static readonly byte[] PointOfSecp256R1 = Convert.FromBase64String(
        "BGsX0fLhLEJH+Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT+NC4v4af5uO5+tKfA+eFivOM1drMV7Oy7ZAaDe/UfU=");

    public static void Append(ByteBuffer hello, TlsVersion version, string? name, int messageStart)
    {
        int extensions = hello.OpenUInt16();
        if (name is not null)
            AppendName(hello, name);
        // extended_master_secret and renegotiation_info.
        AppendExtension(hello, 23, []);
        AppendExtension(hello, 0xFF01, [0]);
        AppendList(hello, 10, version == TlsVersion.Tls13 ? GroupsOfTls13 : Groups);
        // ec_point_formats: uncompressed.
        AppendExtension(hello, 11, [1, 0]);
        if (version >= TlsVersion.Tls12)
            AppendList(hello, 13, Signatures);
        if (version == TlsVersion.Tls13)
        {
            // supported_versions, psk_key_exchange_modes (psk_dhe_ke), key_share.
            AppendExtension(hello, 43, [2, 3, 4]);
            AppendExtension(hello, 45, [1, 1]);
            AppendKeyShares(hello);
        }
        AppendPadding(hello, messageStart);
        hello.CloseUInt16(extensions);
    }

    private static void AppendExtension(ByteBuffer hello, int type, byte[] content)
    {
        hello.AppendUInt16(type);
        hello.AppendUInt16(content.Length);
        hello.Append(content);
    }

    private static void AppendName(ByteBuffer hello, string name)
    {
        hello.AppendUInt16(0);
        int extension = hello.OpenUInt16();
        int list = hello.OpenUInt16();
        // Type host_name.
        hello.Append(0);
        int start = hello.OpenUInt16();
        foreach (char c in name)
            hello.Append((byte)c);
        hello.CloseUInt16(start);
        hello.CloseUInt16(list);
        hello.CloseUInt16(extension);
    }

    private static void AppendList(ByteBuffer hello, int type, int[] values)
    {
        hello.AppendUInt16(type);
        int extension = hello.OpenUInt16();
        int list = hello.OpenUInt16();
        foreach (int value in values)
            hello.AppendUInt16(value);
        hello.CloseUInt16(list);
        hello.CloseUInt16(extension);
    }

    private static void AppendKeyShares(ByteBuffer hello)
    {
        hello.AppendUInt16(51);
        int extension = hello.OpenUInt16();
        int list = hello.OpenUInt16();
        AppendExtension(hello, X25519, ClientHello.Random(32));
        AppendExtension(hello, Secp256R1, PointOfSecp256R1);
        hello.CloseUInt16(list);
        hello.CloseUInt16(extension);
    }

    // Some balancers hang on a message of 256 to 511 bytes; the padding extension lifts it to 512 (RFC 7685).
    private static void AppendPadding(ByteBuffer hello, int messageStart)
    {
        const int HeaderOfMessage = 4;
        const int HeaderOfExtension = 4;
        int length = hello.Length - messageStart + HeaderOfMessage;
        if (length is >= 256 and < 512)
            AppendExtension(hello, 21, new byte[Math.Max(512 - length - HeaderOfExtension, 0)]);
    }
}
