using System;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints;

/// <summary>The items of the collections of source <c>endpoint-probe</c>, apart from the call outcomes.</summary>
internal static class EndpointItems
{
    /// <summary>Adds all of them.</summary>
    public static void Add(FactSet facts, EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        foreach (HttpExchange exchange in o.Exchanges)
            Fill(facts.Add(EndpointProbeTable.Exchanges), exchange, reading);
        foreach (TlsVersionObservation version in o.Tls.Versions)
            Fill(facts.Add(EndpointProbeTable.TlsVersions), version);
        for (int i = 0; i < o.Tls.Certificates.Length; i++)
            Fill(facts.Add(EndpointProbeTable.Certificates), o.Tls.Certificates[i], i, o.StartedAt);
        foreach (ChallengeObservation challenge in o.Challenges)
            Fill(facts.Add(EndpointProbeTable.Challenges), challenge);
        foreach (LogonObservation logon in o.Logons)
            Fill(facts.Add(EndpointProbeTable.Logons), logon);
        foreach (SiblingObservation sibling in o.Siblings)
            Fill(facts.Add(EndpointProbeTable.Siblings), sibling, o);
        foreach (AutodiscoverStep step in o.Autodiscover)
            Fill(facts.Add(EndpointProbeTable.Autodiscover), step);
        foreach (StageNote note in o.NotTested)
            Fill(facts.Add(EndpointProbeTable.NotTested), note);
    }

    private static void Fill(FactItem item, HttpExchange exchange, EndpointReading reading)
    {
        item.At = exchange.StartedAt;
        item.Text = Line(exchange);
        item.Put("purpose", Words.Token(exchange.Purpose));
        item.Put("end", Words.Token(exchange.End));
        item.Put("status", (double?)exchange.Status);
        item.Put("postStatus", (double?)reading.Answered(ExchangePurpose.Post)?.Status);
        item.Put("serverHeader", exchange.Header("Server"));
        item.Put("sentExpect", exchange.SentExpect);
        item.Put("sawContinue", exchange.SawContinue);
        item.Put("timeToContinue", exchange.TimeToContinue);
        item.Put("timeToAnswer", exchange.TimeToAnswer);
        item.Put("sentBody", exchange.SentBody);
        item.Put("connectionClosed", exchange.ConnectionClosed);
        item.Put("anomalies", exchange.Anomalies.Length > 0 ? exchange.Anomalies : null);
    }

    /// <summary>An exchange in one line, as evidence shows it.</summary>
    internal static string Line(HttpExchange exchange)
    {
        string expect = exchange.SentExpect ? " with Expect" : "";
        string interim = exchange.SawContinue ? " 100, then" : "";
        string answer = exchange.Status is { } status ? $"{interim} {status} {exchange.Reason}".TrimEnd() : $"{interim} {Words.Ended(exchange.End)}{Words.Because(exchange.Error)}";
        return $"{exchange.Method} {exchange.Path}{expect}:{answer}";
    }

    private static void Fill(FactItem item, TlsVersionObservation version)
    {
        item.Text = $"{version.Version}: {version.Answer} {version.Detail}".TrimEnd();
        item.Put("version", version.Version);
        item.Put("answer", version.Answer);
        item.Put("detail", version.Detail);
    }

    private static void Fill(FactItem item, CertificateObservation certificate, int position, DateTime now)
    {
        item.Text = $"{certificate.Subject}, issued by {certificate.Issuer}";
        item.Put("position", (double)position);
        item.Put("subject", certificate.Subject);
        item.Put("issuer", certificate.Issuer);
        item.Put("notAfter", DateTime.SpecifyKind(certificate.NotAfter, DateTimeKind.Utc));
        item.Put("isExpired", certificate.NotAfter < now);
        item.Put("isSelfSigned", certificate.IsSelfSigned);
    }

    private static void Fill(FactItem item, ChallengeObservation challenge)
    {
        item.Server = challenge.NetBiosComputerName.Length > 0 ? challenge.NetBiosComputerName : null;
        item.Text = challenge.HasChallenge
            ? $"{challenge.Scheme}: {challenge.NetBiosComputerName}" : $"{challenge.Scheme}: no challenge; {Words.Ended(challenge.End)}{Words.Because(challenge.Error)}";
        item.Put("scheme", string.Equals(challenge.Scheme, "NTLM", StringComparison.OrdinalIgnoreCase) ? "ntlm" : "negotiate");
        item.Put("end", Words.Token(challenge.End));
        item.Put("status", (double?)challenge.Status);
        item.Put("hasChallenge", challenge.HasChallenge);
        item.Put("computer", challenge.NetBiosComputerName);
        item.Put("domain", challenge.NetBiosDomainName);
        item.Put("osVersion", challenge.OsVersion);
        item.Put("anomalies", challenge.Anomalies.Length > 0 ? challenge.Anomalies : null);
    }

    private static void Fill(FactItem item, LogonObservation logon)
    {
        item.At = logon.StartedAt;
        item.Text = $"{logon.Kind} with {logon.Scheme}: " + (logon.Status is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : Words.Ended(logon.End));
        item.Put("kind", logon.Kind);
        item.Put("scheme", logon.Scheme);
        item.Put("accountForm", logon.AccountForm);
        item.Put("end", Words.Token(logon.End));
        item.Put("status", (double?)logon.Status);
        item.Put("result", EndpointReading.Result(logon));
        item.Put("bodyHeldBack", logon.BodyHeldBack);
    }

    private static void Fill(FactItem item, SiblingObservation sibling, EndpointObservation own)
    {
        item.Server = sibling.Server.Length > 0 ? sibling.Server : null;
        item.Text = $"{Words.Token(sibling.Route)} {sibling.Address} {sibling.PinnedName}".TrimEnd() + $": GET {sibling.GetStatus}, POST {sibling.PostStatus}, with Expect {sibling.ExpectStatus}";
        item.Put("route", Words.Token(sibling.Route));
        item.Put("address", sibling.Address);
        item.Put("tcp", Words.Token(sibling.Tcp));
        item.Put("getStatus", (double?)sibling.GetStatus);
        item.Put("postStatus", (double?)sibling.PostStatus);
        item.Put("expectStatus", (double?)sibling.ExpectStatus);
        item.Put("logonStatus", (double?)sibling.LogonStatus);
        item.Put("authSet", sibling.GetStatus == 401 ? AuthHeaderText.ToSet(sibling.AuthenticationSchemes) : null);
        item.Put("server", sibling.Server);
        item.Put("works", sibling.GetStatus == 401 && sibling.AuthenticationSchemes.Any(s => s is "ntlm" or "negotiate"));
        if (sibling.CertificateSha256.Length > 0 && own.Tls.Certificates.FirstOrDefault()?.Sha256 is { Length: > 0 } leaf)
            item.Put("sameCertificate", string.Equals(leaf, sibling.CertificateSha256, StringComparison.OrdinalIgnoreCase));
    }

    private static void Fill(FactItem item, AutodiscoverStep step)
    {
        item.Text = $"{step.Target}: {step.Detail}";
        item.Put("kind", step.Kind);
        item.Put("target", step.Target);
        item.Put("end", Words.Token(step.End));
        item.Put("status", (double?)step.Status);
        item.Put("leadsTo", step.LeadsTo);
    }

    private static void Fill(FactItem item, StageNote note)
    {
        item.Text = note.Detail;
        item.Put("stage", Words.Token(note.Stage));
        item.Put("reason", note.Reason);
        item.Put("detail", note.Detail);
    }
}
