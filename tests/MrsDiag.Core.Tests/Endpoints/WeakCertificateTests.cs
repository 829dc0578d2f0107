#if NET
using System;
#endif
using System.Linq;
#if NET
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
#endif
using MrsDiag.Endpoints;
#if NET
using MrsDiag.Endpoints.Probing;
#endif
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints;

public class WeakCertificateTests
{
#if NET
    [Fact]
    public void The_size_of_an_RSA_key_is_read()
    {
        using RSA key = RSA.Create(1024);
        using X509Certificate2 certificate = new CertificateRequest("CN=mail.contoso.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        CertificateObservation read = CertificateReading.Describe(certificate);
        Assert.Equal(1024, read.RsaKeySize);
        Assert.False(WeakSignatures.Has(read.SignatureAlgorithm), read.SignatureAlgorithm);
    }

    [Fact]
    public void An_elliptic_curve_has_no_RSA_key()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using X509Certificate2 certificate = new CertificateRequest("CN=mail.contoso.com", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        CertificateObservation read = CertificateReading.Describe(certificate);
        Assert.Null(read.RsaKeySize);
        Assert.False(WeakSignatures.Has(read.SignatureAlgorithm), read.SignatureAlgorithm);
    }
#endif

    // Not every platform signs by SHA-1 any more, so the names are tested by themselves.
    [Theory]
    [InlineData("1.2.840.113549.1.1.5", "sha1RSA")]
    [InlineData("1.2.840.10045.4.1", "sha1ECDSA")]
    [InlineData("1.2.840.113549.1.1.4", "md5RSA")]
    [InlineData("1.2.840.113549.1.1.11", null)]
    public void Weak_algorithms_are_known_by_their_identifiers(string oid, string? name)
    {
        Assert.Equal(name, WeakSignatures.NameOf(oid));
        Assert.Equal(name is not null, WeakSignatures.Has(name ?? "sha256RSA"));
    }

    [Fact]
    public void The_signature_of_a_root_on_itself_does_not_count()
    {
        EndpointObservation observation = EndpointSamples.Healthy2019();
        observation.Tls.Certificates[0].SignatureAlgorithm = "sha256RSA";
        observation.Tls.Certificates[1].SignatureAlgorithm = "sha1RSA";
        observation.Tls.Certificates[1].IsSelfSigned = true;
        Assert.Empty((string[])EndpointFacts.Build(observation).Parent["weakSignatures"]!);
        observation.Tls.Certificates[1].IsSelfSigned = false;
        Assert.Equal(["sha1RSA"], ((string[])EndpointFacts.Build(observation).Parent["weakSignatures"]!).ToArray());
    }
}
