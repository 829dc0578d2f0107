using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MrsDiag.Endpoints.Probing;

internal static class CertificateReading
{
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
            IsSelfSigned = ChainReading.IsSelfIssued(certificate),
        };
    }

    public static string[] Names(X509Certificate2 certificate) => [];

    public static bool Matches(X509Certificate2 certificate, string host) => false;

    private static string Hex(byte[] bytes) => BitConverter.ToString(bytes).Replace("-", "");
}
