using System;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints;

/// <summary>What the parent item says about the certificate.</summary>
internal static class CertificateFacts
{
    /// <summary>Fills the fields.</summary>
    public static void Fill(FactItem parent, EndpointObservation observation)
    {
        TlsObservation tls = observation.Tls;
        if (tls.Certificates.Length == 0)
            return;
        CertificateObservation leaf = tls.Certificates[0];
        DateTime now = observation.StartedAt;
        bool expired = leaf.NotAfter < now;
        parent.Put("certificateSubject", leaf.Subject);
        parent.Put("certificateIssuer", leaf.Issuer);
        parent.Put("certificateNames", leaf.Names);
        parent.Put("certificateSha256", leaf.Sha256);
        parent.Put("notBefore", Utc(leaf.NotBefore));
        parent.Put("notAfter", Utc(leaf.NotAfter));
        parent.Put("isExpired", expired);
        if (!expired)
            parent.Put("expiresIn", leaf.NotAfter - now);
        parent.Put("isNotYetValid", leaf.NotBefore > now);
        parent.Put("isSelfSigned", leaf.IsSelfSigned);
        parent.Put("nameMatches", tls.NameMatches);
        parent.Put("isTrusted", tls.IsTrusted);
        parent.Put("chainErrors", tls.ChainErrors);
        parent.Put("signatureAlgorithm", leaf.SignatureAlgorithm);
        parent.Put("rsaKeySize", (double?)leaf.RsaKeySize);
        // The signature of a root on itself protects nothing and may be as old as it likes.
        parent.Put("weakSignatures", tls.Certificates.Where(c => !c.IsSelfSigned && WeakSignatures.Has(c.SignatureAlgorithm)).Select(c => c.SignatureAlgorithm).Distinct().ToArray());
        parent.Put("intermediateMissing", tls.IntermediateMissing);
        FillOthers(parent, observation, leaf);
    }

    private static void FillOthers(FactItem parent, EndpointObservation observation, CertificateObservation leaf)
    {
        SiblingObservation[] known = [.. observation.Siblings.Where(s => s.CertificateSha256.Length > 0)];
        if (known.Length == 0 || leaf.Sha256.Length == 0)
            return;
        SiblingObservation[] different = [.. known.Where(s => !string.Equals(s.CertificateSha256, leaf.Sha256, StringComparison.OrdinalIgnoreCase))];
        parent.Put("certificateDiffersAt", different.Select(s => s.Address).ToArray());
        if (observation.Route != EndpointRoute.Direct && known.Any(s => s.Route == EndpointRoute.Direct))
            parent.Put("certificateDiffersDirect", different.Any(s => s.Route == EndpointRoute.Direct));
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
