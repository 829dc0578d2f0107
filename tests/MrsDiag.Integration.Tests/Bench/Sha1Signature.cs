using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>sha1WithRSAEncryption, which the framework no longer signs certificates with.</summary>
internal sealed class Sha1Signature(RSA key) : X509SignatureGenerator
{
    // SEQUENCE { OID 1.2.840.113549.1.1.5, NULL }
    private static readonly byte[] Identifier = [0x30, 0x0D, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x05, 0x05, 0x00];

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => [.. Identifier];

#pragma warning disable CA5350 // Being weak is its purpose.
    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
#pragma warning restore CA5350

    protected override PublicKey BuildPublicKey() => CreateForRSA(key, RSASignaturePadding.Pkcs1).PublicKey;
}
