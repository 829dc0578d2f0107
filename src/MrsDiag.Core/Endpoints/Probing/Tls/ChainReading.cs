using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace MrsDiag.Endpoints.Probing;

// What the chain that the platform built says about the one that was sent.
internal static class ChainReading
{
    private const string CertificatePolicies = "2.5.29.32";
    private const string SignedTimestamps = "1.3.6.1.4.1.11129.2.4.2";

    // 2.23.140.1: the policies of the CA/Browser Forum, as the bytes that stand in the extension.
    private static readonly byte[] PublicPolicy = [0x67, 0x81, 0x0C, 0x01];

    /// <summary>The certificates that were sent behind the leaf, in the platform's order.</summary>
    public static IReadOnlyList<X509Certificate2> SentBehind(X509Certificate2 leaf, X509Chain? chain)
    {
        List<X509Certificate2> sent = [];
        if (chain is null)
            return sent;
        foreach (X509Certificate2 extra in chain.ChainPolicy.ExtraStore)
        {
            // Some platforms repeat the leaf there.
            if (!IsSame(extra, leaf) && !sent.Exists(known => IsSame(known, extra)))
                sent.Add(extra);
        }
        return sent;
    }

    /// <summary>What the platform has against the chain, each word once. Revocation was not asked for.</summary>
    public static string[] Errors(X509Chain? chain)
    {
        X509ChainStatusFlags all = X509ChainStatusFlags.NoError;
        foreach (X509ChainStatus status in chain?.ChainStatus ?? [])
            all |= status.Status;
        all &= ~(X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation);
        return all == X509ChainStatusFlags.NoError
            ? []
            : [.. all.ToString().Split(',').Select(static word => word.Trim()).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Whether a certificate between leaf and root was not sent; the platform may have had it in a store or fetched it.</summary>
    public static bool? IsIntermediateMissing(IReadOnlyList<X509Certificate2> sent, X509Chain? chain)
    {
        if (IsSelfIssued(sent[0]))
            return false;
        X509Certificate2[] built = chain is null
            ? []
            : [.. chain.ChainElements.Cast<X509ChainElement>().Select(static element => element.Certificate)];
        if (built.Length > 0 && IsSelfIssued(built[built.Length - 1]))
            return built.Take(built.Length - 1).Any(needed => !sent.Any(one => IsSameAuthority(one, needed)));
        // The chain ends in the open: above its last certificate a root that this computer lacks, or an intermediate. Public
        // authorities do not issue server certificates from roots (CA/Browser Forum baseline requirements 6.1.7), so of a public
        // leaf that came alone it is known.
        return built.Length <= 1 && !sent.Skip(1).Any(one => IsIssuer(one, sent[0])) && IsPublic(sent[0]) ? true : null;
    }

    public static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsIssuer(X509Certificate2 issuer, X509Certificate2 certificate) =>
        issuer.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsSame(X509Certificate2 one, X509Certificate2 other) => one.RawData.SequenceEqual(other.RawData);

    // A renewed or cross-signed certificate of the same authority serves as well as the one that the platform chose.
    private static bool IsSameAuthority(X509Certificate2 one, X509Certificate2 other) =>
        one.SubjectName.RawData.SequenceEqual(other.SubjectName.RawData) && one.GetPublicKey().SequenceEqual(other.GetPublicKey());

    private static bool IsPublic(X509Certificate2 leaf)
    {
        foreach (X509Extension extension in leaf.Extensions)
        {
            if (extension.Oid?.Value == SignedTimestamps)
                return true;
            if (extension.Oid?.Value == CertificatePolicies && Contains(extension.RawData, PublicPolicy))
                return true;
        }
        return false;
    }

    private static bool Contains(byte[] bytes, byte[] part)
    {
        for (int at = 0; at + part.Length <= bytes.Length; at++)
        {
            if (bytes.Skip(at).Take(part.Length).SequenceEqual(part))
                return true;
        }
        return false;
    }
}
