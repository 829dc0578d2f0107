using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.Wire.Tls;

// The suites that a hello offers, in the order of preference, and the names that answers are shown with (IANA registry).
internal static class CipherSuites
{
    // Stands for the renegotiation_info extension where there are no extensions (RFC 5746 section 3.3).
    public const int RenegotiationSignal = 0x00FF;

    private static readonly Dictionary<int, string> Names = new()
    {
        [0x1301] = "TLS_AES_128_GCM_SHA256",
        [0x1302] = "TLS_AES_256_GCM_SHA384",
        [0x1303] = "TLS_CHACHA20_POLY1305_SHA256",
        [0x1304] = "TLS_AES_128_CCM_SHA256",
        [0x1305] = "TLS_AES_128_CCM_8_SHA256",
        [0xC02B] = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        [0xC02C] = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        [0xC02F] = "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        [0xC030] = "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        [0xCCA8] = "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        [0xCCA9] = "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        [0xCCAA] = "TLS_DHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
        [0x009E] = "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
        [0x009F] = "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384",
        [0x00A2] = "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256",
        [0x00A3] = "TLS_DHE_DSS_WITH_AES_256_GCM_SHA384",
        [0xC023] = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256",
        [0xC024] = "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
        [0xC027] = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256",
        [0xC028] = "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384",
        [0x0067] = "TLS_DHE_RSA_WITH_AES_128_CBC_SHA256",
        [0x006B] = "TLS_DHE_RSA_WITH_AES_256_CBC_SHA256",
        [0x0040] = "TLS_DHE_DSS_WITH_AES_128_CBC_SHA256",
        [0x006A] = "TLS_DHE_DSS_WITH_AES_256_CBC_SHA256",
        [0x009C] = "TLS_RSA_WITH_AES_128_GCM_SHA256",
        [0x009D] = "TLS_RSA_WITH_AES_256_GCM_SHA384",
        [0x003C] = "TLS_RSA_WITH_AES_128_CBC_SHA256",
        [0x003D] = "TLS_RSA_WITH_AES_256_CBC_SHA256",
        [0xC009] = "TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA",
        [0xC00A] = "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA",
        [0xC013] = "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA",
        [0xC014] = "TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA",
        [0x0033] = "TLS_DHE_RSA_WITH_AES_128_CBC_SHA",
        [0x0039] = "TLS_DHE_RSA_WITH_AES_256_CBC_SHA",
        [0x0032] = "TLS_DHE_DSS_WITH_AES_128_CBC_SHA",
        [0x0038] = "TLS_DHE_DSS_WITH_AES_256_CBC_SHA",
        [0x002F] = "TLS_RSA_WITH_AES_128_CBC_SHA",
        [0x0035] = "TLS_RSA_WITH_AES_256_CBC_SHA",
        [0x0041] = "TLS_RSA_WITH_CAMELLIA_128_CBC_SHA",
        [0x0084] = "TLS_RSA_WITH_CAMELLIA_256_CBC_SHA",
        [0x0045] = "TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA",
        [0x0088] = "TLS_DHE_RSA_WITH_CAMELLIA_256_CBC_SHA",
        [0xC008] = "TLS_ECDHE_ECDSA_WITH_3DES_EDE_CBC_SHA",
        [0xC012] = "TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA",
        [0x0013] = "TLS_DHE_DSS_WITH_3DES_EDE_CBC_SHA",
        [0x0016] = "TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA",
        [0x000A] = "TLS_RSA_WITH_3DES_EDE_CBC_SHA",
        [0xC007] = "TLS_ECDHE_ECDSA_WITH_RC4_128_SHA",
        [0xC011] = "TLS_ECDHE_RSA_WITH_RC4_128_SHA",
        [0x0005] = "TLS_RSA_WITH_RC4_128_SHA",
        [0x0004] = "TLS_RSA_WITH_RC4_128_MD5",
        [0x0009] = "TLS_RSA_WITH_DES_CBC_SHA",
        [0x0000] = "TLS_NULL_WITH_NULL_NULL",
        [0x0001] = "TLS_RSA_WITH_NULL_MD5",
        [0x0002] = "TLS_RSA_WITH_NULL_SHA",
        [0x003B] = "TLS_RSA_WITH_NULL_SHA256",
    };

    private static readonly int[] ForTls13 = [0x1301, 0x1302, 0x1303, 0x1304, 0x1305];

    private static readonly int[] OnlyTls12 =
    [
        0xC02B, 0xC02F, 0xC02C, 0xC030, 0xCCA9, 0xCCA8, 0xCCAA, 0x009E, 0x009F, 0x00A2, 0x00A3,
        0xC023, 0xC027, 0xC024, 0xC028, 0x0067, 0x006B, 0x0040, 0x006A, 0x009C, 0x009D, 0x003C, 0x003D,
    ];

    private static readonly int[] Elliptic = [0xC009, 0xC013, 0xC00A, 0xC014, 0xC008, 0xC012, 0xC007, 0xC011];

    // No export, anonymous or NULL suites: nobody migrates over them, and intrusion detection takes them for an attack.
    private static readonly int[] Oldest =
    [
        0x0033, 0x0039, 0x0032, 0x0038, 0x002F, 0x0035, 0x0045, 0x0088, 0x0041, 0x0084, 0x0016, 0x0013, 0x000A, 0x0005, 0x0004, 0x0009,
    ];

    public static IReadOnlyList<int> For(TlsVersion version) => version switch
    {
        TlsVersion.Tls13 => ForTls13,
        TlsVersion.Tls12 => [.. OnlyTls12, .. Elliptic, .. Oldest],
        TlsVersion.Ssl30 => [.. Oldest, RenegotiationSignal],
        _ => [.. Elliptic, .. Oldest],
    };

    public static string Name(int suite) =>
        Names.TryGetValue(suite, out string? name) ? name : "0x" + suite.ToString("X4", CultureInfo.InvariantCulture);
}
