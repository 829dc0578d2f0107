using System;
using System.Linq;
using MrsDiag.Configuration;
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
        SiblingObservation[] direct = DirectServers(observation);
        if (observation.Route != EndpointRoute.Direct && direct.Any(known.Contains))
            parent.Put("certificateDiffersDirect", direct.Any(different.Contains));
    }

    /// <summary>
    /// The servers behind the name that speak about Extended Protection: all that were probed directly; where some of them accepted the logon, the one
    /// of these that shows most, since setting, certificate and logon must be those of one server (J16).
    /// </summary>
    public static SiblingObservation[] DirectServers(EndpointObservation observation)
    {
        string own = observation.Tls.Certificates.FirstOrDefault()?.Sha256 ?? "";
        SiblingObservation[] direct = [.. observation.Siblings.Where(s => s.Route == EndpointRoute.Direct)];
        SiblingObservation? decides = direct.Where(s => s.LogonStatus is not null and not 401)
            .OrderByDescending(s => s.CertificateSha256.Length > 0 && !string.Equals(s.CertificateSha256, own, StringComparison.OrdinalIgnoreCase)
                && ConfigurationFacts.ExtendedProtection(s.ExtendedProtection) is "Allow" or "Require").FirstOrDefault();
        return decides is null ? direct : [decides];
    }

    private static DateTime Utc(DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Utc);
}
