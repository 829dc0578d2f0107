using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>The checks of TLS and of the certificate.</summary>
internal static class TlsChecks
{
    private const string NotReached = "the connection did not get so far";

    /// <summary>The checks.</summary>
    public static IEnumerable<EndpointCheck> Of(EndpointReading reading)
    {
        if (!reading.IsHttps)
            return [EndpointChecks.NotTested(reading, EndpointStage.Tls, "Handshake", "the endpoint is not https")];
        return [Handshake(reading), Versions(reading), Certificate(reading), Chain(reading), Others(reading)];
    }

    private static EndpointCheck Handshake(EndpointReading reading)
    {
        TlsObservation tls = reading.Observation.Tls;
        if (tls.End == CallEnd.NotTried)
            return EndpointChecks.NotTested(reading, EndpointStage.Tls, "Handshake", NotReached);
        if (tls.End != CallEnd.Succeeded)
            return EndpointChecks.Make(EndpointStage.Tls, "Handshake", CheckOutcome.Failed, $"the handshake {Words.Ended(tls.End)}{Words.Because(tls.Error)}", tls.Duration);
        string cipher = tls.Cipher.Length > 0 ? ", " + tls.Cipher : "";
        return EndpointChecks.Make(EndpointStage.Tls, "Handshake", CheckOutcome.Passed, $"{tls.NegotiatedVersion}{cipher}{Words.In(tls.Duration)}", tls.Duration);
    }

    private static EndpointCheck Versions(EndpointReading reading)
    {
        TlsVersionObservation[] versions = reading.Observation.Tls.Versions;
        if (!versions.Any(v => v.Answer is not ("notTried" or "")))
            return EndpointChecks.NotTested(reading, EndpointStage.Tls, "TLS versions", NotReached);
        string detail = string.Join(", ", versions.Select(v => v.Version + " " + Answer(v.Answer)));
        CheckOutcome outcome = reading.AcceptsModernTls switch { true => CheckOutcome.Passed, false => CheckOutcome.Failed, _ => CheckOutcome.NotTested };
        return EndpointChecks.Make(EndpointStage.Tls, "TLS versions", outcome, detail);
    }

    private static string Answer(string answer) => answer switch
    {
        "notTried" or "" => "not offered here",
        "closed" => "closed",
        "noAnswer" => "no answer",
        "notTls" => "answered, but not in TLS",
        _ => answer,
    };

    private static EndpointCheck Certificate(EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        if (o.Tls.Certificates.Length == 0)
            return EndpointChecks.NotTested(reading, EndpointStage.Tls, "Certificate", "no certificate was seen");
        CertificateObservation leaf = o.Tls.Certificates[0];
        TimeSpan left = leaf.NotAfter - o.StartedAt;
        string until = leaf.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string time = left < TimeSpan.Zero ? $"expired {until}" : leaf.NotBefore > o.StartedAt
            ? "not valid before " + leaf.NotBefore.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : $"valid until {until} ({Words.Count((int)left.TotalDays, "day", "days")})";
        string names = leaf.Names.Length > 0 ? "; names " + FactText.Join(leaf.Names) : "";
        string name = o.Tls.NameMatches switch { false => $"; does not cover {o.Host}", true => $"; covers {o.Host}", _ => "" };
        // Who probes a server behind the name sees what Exchange Online need not see; the rules say when it matters.
        bool failed = leaf.NotBefore > o.StartedAt || (!IsBehind(o) && (left < TimeSpan.Zero || o.Tls.NameMatches == false));
        CheckOutcome outcome = failed ? CheckOutcome.Failed : left < TimeSpan.Zero ? CheckOutcome.Warning : CheckOutcome.Passed;
        return EndpointChecks.Make(EndpointStage.Tls, "Certificate", outcome, $"{leaf.Subject}, {time}{names}{name}");
    }

    private static bool IsBehind(EndpointObservation observation) => observation.Route == EndpointRoute.Direct;

    private static EndpointCheck Chain(EndpointReading reading)
    {
        TlsObservation tls = reading.Observation.Tls;
        if (tls.Certificates.Length == 0)
            return EndpointChecks.NotTested(reading, EndpointStage.Tls, "Chain", "no certificate was seen");
        string sent = Words.Count(tls.Certificates.Length, "certificate", "certificates") + " sent";
        if (tls.IntermediateMissing == true)
            return EndpointChecks.Make(EndpointStage.Tls, "Chain", CheckOutcome.Warning, $"{sent}; the intermediate certificate is missing");
        string issuer = "; issued by " + tls.Certificates[0].Issuer;
        // The certificate that Exchange setup makes is the ordinary one behind a device with a public certificate.
        if (IsBehind(reading.Observation) && tls.IsTrusted == false && tls.ChainErrors.All(static e => e is "UntrustedRoot" or "PartialChain" or "NotTimeValid"))
            return EndpointChecks.Make(EndpointStage.Tls, "Chain", CheckOutcome.Passed, $"{sent}, not trusted here ({FactText.Join(tls.ChainErrors)}), as is ordinary behind a device{issuer}");
        return tls.IsTrusted switch
        {
            true => EndpointChecks.Make(EndpointStage.Tls, "Chain", CheckOutcome.Passed, $"{sent}, trusted here{issuer}"),
            false => EndpointChecks.Make(EndpointStage.Tls, "Chain", CheckOutcome.Failed, $"{sent}, not trusted here ({FactText.Join(tls.ChainErrors)}){issuer}"),
            _ => EndpointChecks.Make(EndpointStage.Tls, "Chain", CheckOutcome.NotTested, $"{sent}; whether it is trusted was not looked at"),
        };
    }

    private static EndpointCheck Others(EndpointReading reading)
    {
        const string name = "Same certificate";
        EndpointObservation o = reading.Observation;
        string own = o.Tls.Certificates.FirstOrDefault()?.Sha256 ?? "";
        SiblingObservation[] known = [.. o.Siblings.Where(s => s.CertificateSha256.Length > 0)];
        if (own.Length == 0 || known.Length == 0)
            return EndpointChecks.Make(EndpointStage.Tls, name, CheckOutcome.NotTested, "there is no other address to compare with");
        string[] other = [.. known.Where(s => !string.Equals(s.CertificateSha256, own, StringComparison.OrdinalIgnoreCase)).Select(s => s.Address)];
        // Another certificate matters with Extended Protection only, and that is for the rules to say (J16).
        return EndpointChecks.Make(EndpointStage.Tls, name, CheckOutcome.Passed, other.Length == 0
            ? "the same on " + Words.Count(known.Length, "other address", "other addresses")
            : $"another one on {FactText.Join(other)}; that matters with Extended Protection");
    }
}
