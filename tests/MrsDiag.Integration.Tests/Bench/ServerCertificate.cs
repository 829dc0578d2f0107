using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>What one server shows: a leaf with its key, and the certificates it sends after the leaf.</summary>
/// <param name="Leaf">The leaf with its private key.</param>
/// <param name="Sent">What is sent after the leaf; empty where the server is misconfigured.</param>
internal sealed record ServerCertificate(X509Certificate2 Leaf, params X509Certificate2[] Sent)
{
    /// <summary>Leaf and sent certificates as PEM.</summary>
    public string ChainPem => string.Join('\n', Sent.Prepend(Leaf).Select(c => c.ExportCertificatePem())) + "\n";

    /// <summary>The private key as PKCS#8 PEM.</summary>
    public string KeyPem => (Leaf.GetRSAPrivateKey()?.ExportPkcs8PrivateKeyPem() ?? Leaf.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()) + "\n";

    /// <summary>Writes chain.pem, sent.pem (without the leaf), key.pem and both.pem (chain and key, as HAProxy wants them).</summary>
    public CertificateFiles WriteTo(TempFolder folder) => new(
        folder.Write("chain.pem", ChainPem),
        folder.Write("sent.pem", string.Join('\n', Sent.Select(c => c.ExportCertificatePem())) + "\n"),
        folder.Write("key.pem", KeyPem),
        folder.Write("both.pem", ChainPem + KeyPem));
}

/// <summary>Paths of the PEM files of one server.</summary>
internal sealed record CertificateFiles(string Chain, string Sent, string Key, string Both);
