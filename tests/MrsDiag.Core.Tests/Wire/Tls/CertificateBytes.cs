using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace MrsDiag.Core.Tests.Wire.Tls;

/// <summary>Certificates with any names, written by hand; nobody checks their signature.</summary>
internal static class CertificateBytes
{
    private static readonly byte[] Sha256WithRsa = Der(0x30, WireBytes.Hex("06092a864886f70d01010b0500"));

    public static byte[] Der(byte tag, params byte[][] contents)
    {
        byte[] content = WireBytes.Join(contents);
        byte[] length = content.Length < 128 ? [(byte)content.Length] : [0x82, (byte)(content.Length >> 8), (byte)content.Length];
        return WireBytes.Join([tag], length, content);
    }

    public static byte[] DnsName(string name) => Der(0x82, WireBytes.Text(name));

    public static byte[] Address(params byte[] address) => Der(0x87, address);

    public static byte[] Subject(params string[] commonNames) => Der(0x30, [.. commonNames.Select(name => CommonName(0x0C, Encoding.UTF8.GetBytes(name)))]);

    public static byte[] CommonName(byte type, byte[] value) => Der(0x31, Der(0x30, WireBytes.Hex("0603550403"), Der(type, value)));

    public static X509Certificate2 WithNames(string commonName, params byte[][] names) =>
        Certificate(Subject(commonName), names.Length == 0 ? null : Der(0x30, names));

    public static X509Certificate2 Certificate(byte[] subject, byte[]? alternativeNames)
    {
        byte[] validity = Der(0x30, Der(0x17, WireBytes.Text("260101000000Z")), Der(0x17, WireBytes.Text("360101000000Z")));
        byte[] modulus = WireBytes.Join([0, 0xC1], [.. Enumerable.Repeat((byte)0x5B, 127)]);
        byte[] key = Der(0x30, Der(0x02, modulus), WireBytes.Hex("0203010001"));
        byte[] keyInfo = Der(0x30, Der(0x30, WireBytes.Hex("06092a864886f70d0101010500")), Der(0x03, [0], key));
        byte[] extensions = alternativeNames is null ? [] : Der(0xA3, Der(0x30, Der(0x30, WireBytes.Hex("0603551d11"), Der(0x04, alternativeNames))));
        byte[] body = Der(0x30, WireBytes.Hex("a003020102020101"), Sha256WithRsa, Subject("Contoso CA"), validity, subject, keyInfo, extensions);
        byte[] bytes = Der(0x30, body, Sha256WithRsa, Der(0x03, [0], new byte[128]));
#if NET
        return X509CertificateLoader.LoadCertificate(bytes);
#else
        return new X509Certificate2(bytes);
#endif
    }
}
