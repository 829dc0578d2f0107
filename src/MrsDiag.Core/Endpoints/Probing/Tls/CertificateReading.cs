using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MrsDiag.Wire.Tls;

namespace MrsDiag.Endpoints.Probing;

internal static class CertificateReading
{
    // Certificates of content networks carry hundreds.
    private const int MaxNames = 500;

    public static CertificateObservation Describe(X509Certificate2 certificate)
    {
        using SHA256 sha256 = SHA256.Create();
        return new CertificateObservation
        {
            Subject = AnswerText.Clean(certificate.Subject, 500),
            Issuer = AnswerText.Clean(certificate.Issuer, 500),
            Names = Names(certificate),
            NotBefore = certificate.NotBefore.ToUniversalTime(),
            NotAfter = certificate.NotAfter.ToUniversalTime(),
            Sha256 = Hex(sha256.ComputeHash(certificate.RawData)),
            Thumbprint = certificate.Thumbprint,
            SerialNumber = certificate.SerialNumber,
            SignatureAlgorithm = AnswerText.Clean(Algorithm(certificate.SignatureAlgorithm), 100),
            RsaKeySize = RsaKeySize(certificate),
            IsSelfSigned = ChainReading.IsSelfIssued(certificate),
        };
    }

    private static string[] Names(X509Certificate2 certificate) =>
    [
        .. CertificateNames.DnsNames(certificate).Concat(CertificateNames.IpAddresses(certificate)).Take(MaxNames)
            .Select(static name => AnswerText.Clean(name, 260)),
    ];

    private static string Algorithm(Oid oid) => WeakSignatures.NameOf(oid.Value) ?? (string.IsNullOrEmpty(oid.FriendlyName) ? oid.Value ?? "" : oid.FriendlyName);

    private static int? RsaKeySize(X509Certificate2 certificate)
    {
        try
        {
            using RSA? key = certificate.GetRSAPublicKey();
            return key?.KeySize;
        }
        catch (CryptographicException)
        {
            // A key that cannot be read is for the chain to complain about.
            return null;
        }
    }

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "");
}
