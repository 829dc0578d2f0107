using System;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A root, its intermediate, and server certificates good and bad. Nothing of it leaves the test process and its folders.</summary>
internal sealed class CertificateAuthority
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly X509Certificate2 _intermediate;

    /// <param name="name">Shows in the subjects of root and intermediate.</param>
    public CertificateAuthority(string name)
    {
        CertificateRequest rootRequest = new($"CN={name} Root", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256);
        AddAuthorityExtensions(rootRequest);
        Root = rootRequest.CreateSelfSigned(DateTimeOffset.UtcNow - 365 * Day, DateTimeOffset.UtcNow + 365 * Day);
        RSA key = RSA.Create(2048);
        CertificateRequest request = new($"CN={name} Issuing", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        AddAuthorityExtensions(request);
        _intermediate = request.Create(Root.SubjectName, X509SignatureGenerator.CreateForECDsa(Root.GetECDsaPrivateKey()!), Root.NotBefore, Root.NotAfter, NewSerial()).CopyWithPrivateKey(key);
    }

    /// <summary>The authority whose root the test process, its children and curl trust (<see cref="TrustedRoots"/>).</summary>
    public static CertificateAuthority Trusted { get; } = new("Contoso Test");

    public X509Certificate2 Root { get; }

    /// <summary>The issuing certificate as a client must see it, without its key.</summary>
    public X509Certificate2 Intermediate => X509CertificateLoader.LoadCertificate(_intermediate.RawData);

    /// <summary>A good certificate for the names (DNS names, wildcards, IP addresses), sent with its intermediate.</summary>
    public ServerCertificate Issue(params string[] names) => new(Leaf(names, DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + 90 * Day), Intermediate);

    /// <summary>As <see cref="Issue"/> with an elliptic curve key, whose handshakes cost a server a tenth: for many endpoints at once.</summary>
    public ServerCertificate IssueCheap(params string[] names)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=" + names[0], key, HashAlgorithmName.SHA256);
        AddLeafExtensions(request, names);
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForRSA(_intermediate.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        X509Certificate2 leaf = request.Create(_intermediate.SubjectName, signer, DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + 90 * Day, NewSerial());
        return new(leaf.CopyWithPrivateKey(key), Intermediate);
    }

    /// <summary>Good, but sent alone: clients that do not fetch the intermediate cannot build the chain.</summary>
    public ServerCertificate WithoutIntermediate(params string[] names) => new(Issue(names).Leaf);

    /// <summary>As <see cref="WithoutIntermediate"/>, by the policies of the CA/Browser Forum: those authorities issue from intermediates only.</summary>
    public ServerCertificate PublicWithoutIntermediate(params string[] names)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = LeafRequest(names, key, HashAlgorithmName.SHA256);
        // SEQUENCE { SEQUENCE { OID 2.23.140.1.2.1 (domain validated) } }
        request.CertificateExtensions.Add(new X509Extension("2.5.29.32", [0x30, 0x0A, 0x30, 0x08, 0x06, 0x06, 0x67, 0x81, 0x0C, 0x01, 0x02, 0x01], critical: false));
        X509SignatureGenerator signer = X509SignatureGenerator.CreateForRSA(_intermediate.GetRSAPrivateKey()!, RSASignaturePadding.Pkcs1);
        X509Certificate2 leaf = request.Create(_intermediate.SubjectName, signer, DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + 90 * Day, NewSerial());
        return new(leaf.CopyWithPrivateKey(key));
    }

    /// <summary>Over since yesterday.</summary>
    public ServerCertificate Expired(params string[] names) => new(Leaf(names, Root.NotBefore, DateTimeOffset.UtcNow - Day), Intermediate);

    /// <summary>Valid from tomorrow on.</summary>
    public ServerCertificate NotYetValid(params string[] names) =>
        new(Leaf(names, DateTimeOffset.UtcNow + Day, DateTimeOffset.UtcNow + 90 * Day), Intermediate);

    /// <summary>A 1024 bit RSA key and a SHA-1 signature; only servers at OpenSSL's security level 0 (Apache and s_server here) show it.</summary>
    public ServerCertificate Weak(params string[] names) =>
        new(Leaf(names, DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + 90 * Day, keySize: 1024, HashAlgorithmName.SHA1), Intermediate);

    /// <summary>Issued by nobody, as Exchange's setup leaves it.</summary>
    public static ServerCertificate SelfSigned(params string[] names)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = LeafRequest(names, key, HashAlgorithmName.SHA256);
        return new(request.CreateSelfSigned(DateTimeOffset.UtcNow - Day, DateTimeOffset.UtcNow + 90 * Day));
    }

    private X509Certificate2 Leaf(string[] names, DateTimeOffset from, DateTimeOffset to, int keySize = 2048, HashAlgorithmName hash = default)
    {
        using RSA key = RSA.Create(keySize);
        CertificateRequest request = LeafRequest(names, key, hash == default ? HashAlgorithmName.SHA256 : hash);
        RSA issuer = _intermediate.GetRSAPrivateKey()!;
        X509SignatureGenerator signer = hash == HashAlgorithmName.SHA1 ? new Sha1Signature(issuer) : X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1);
        return request.Create(_intermediate.SubjectName, signer, from, to, NewSerial()).CopyWithPrivateKey(key);
    }

    private static CertificateRequest LeafRequest(string[] names, RSA key, HashAlgorithmName hash)
    {
        CertificateRequest request = new("CN=" + names[0], key, hash, RSASignaturePadding.Pkcs1);
        AddLeafExtensions(request, names);
        return request;
    }

    private static void AddLeafExtensions(CertificateRequest request, string[] names)
    {
        SubjectAlternativeNameBuilder alternatives = new();
        foreach (string name in names)
        {
            if (IPAddress.TryParse(name, out IPAddress? address)) alternatives.AddIpAddress(address);
            else alternatives.AddDnsName(name);
        }

        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
    }

    private static void AddAuthorityExtensions(CertificateRequest request)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
    }

    private static byte[] NewSerial()
    {
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        return serial;
    }
}
