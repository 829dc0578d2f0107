using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing.Support;

/// <summary>Certificates made for one test. Private keys stand in memory only.</summary>
internal static class TestCertificates
{
    /// <summary>Mono has the types but not what they do.</summary>
    public static void SkipWithoutThem() =>
        Skip.If(Type.GetType("Mono.Runtime") is not null, "Mono can make no certificates and serves no TLS 1.2 of its own.");

    public static X509Certificate2 Authority(string name, X509Certificate2? issuer = null)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = Request(name, key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        return Sign(request, key, issuer);
    }

    public static X509Certificate2 Server(string dnsName, X509Certificate2? issuer = null, bool isExpired = false, bool isPublic = false)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = Request(dnsName, key);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(dnsName);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        // SEQUENCE { SEQUENCE { 2.23.140.1.2.1 } }: domain validated.
        if (isPublic)
            request.CertificateExtensions.Add(new X509Extension("2.5.29.32", [0x30, 0x0A, 0x30, 0x08, 0x06, 0x06, 0x67, 0x81, 0x0C, 0x01, 0x02, 0x01], false));
        return Sign(request, key, issuer, isExpired ? -1 : 30);
    }

    private static CertificateRequest Request(string name, RSA key) =>
        new("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static X509Certificate2 Sign(CertificateRequest request, RSA key, X509Certificate2? issuer, int days = 30)
    {
        DateTimeOffset from = DateTimeOffset.UtcNow.AddDays(-5), to = DateTimeOffset.UtcNow.AddDays(days);
        byte[] serial = new byte[8];
        using (RandomNumberGenerator random = RandomNumberGenerator.Create())
            random.GetBytes(serial);
        serial[0] &= 0x7F;
        serial[0] |= 0x40;
        using X509Certificate2 certificate = issuer is null
            ? request.CreateSelfSigned(from, to)
            : request.Create(issuer, from, to < issuer.NotAfter ? to : issuer.NotAfter.AddMinutes(-1), serial);
        using X509Certificate2 withKey = certificate.HasPrivateKey ? new X509Certificate2(certificate) : certificate.CopyWithPrivateKey(key);
        // Through PKCS #12 and back: Windows serves TLS only with a key that came that way.
#pragma warning disable SYSLIB0057 // The loader that replaces it is not in .NET Framework.
        return new X509Certificate2(withKey.Export(X509ContentType.Pkcs12), (string?)null, X509KeyStorageFlags.Exportable);
#pragma warning restore SYSLIB0057
    }
}
