using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>
/// The calls of a probe that ended in anything but health, for the rules that also judge reports. A healthy 401 is none, nor is what the
/// certificate rules say better; the name of a Hybrid Agent gives none, since nobody but Exchange Online can reach it (J5).
/// </summary>
internal static class EndpointCallOutcomes
{
    /// <summary>The outcomes, by stage: where one stage ends the way, nothing after it is told.</summary>
    public static IEnumerable<CallOutcome> Of(EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        if (o.IsHybridAgent)
            return [];
        if (o.Address.Length == 0 && o.Dns.End != CallEnd.NotTried)
            return o.Dns.Addresses.Length == 0 ? [new("nameNotResolved", o.StartedAt, $"No address for {o.Host}{Words.Because(o.Dns.Error)}") { Stage = "dns" }] : [];
        if (o.Tcp.End is not (CallEnd.NotTried or CallEnd.Succeeded))
            // From inside a public address may just be unreachable by hairpin; without a route nothing was tried (J13).
            return reading.Note(EndpointStage.Tcp) is { Reason: "hairpin" or "noRoute" } ? [] : [Ended(o.Tcp.End, "connect", o.StartedAt, "The connection " + Words.Ended(o.Tcp.End) + Words.Because(o.Tcp.Error))];
        if (o.Tls.End is not (CallEnd.NotTried or CallEnd.Succeeded))
            return reading.AcceptsModernTls == false ? [] : [Ended(o.Tls.End, "tls", o.StartedAt, "The TLS handshake " + Words.Ended(o.Tls.End) + Words.Because(o.Tls.Error))];
        return Certificate(o).Concat(Exchanges(reading)).Concat(Logons(reading));
    }

    /// <summary>Fills the item of an outcome.</summary>
    public static void Fill(FactItem item, CallOutcome outcome, EndpointReading reading)
    {
        EndpointObservation o = reading.Observation;
        item.At = outcome.At;
        item.EvidenceKey = item.Order;
        item.Text = outcome.Text;
        item.Server = reading.Server.Length > 0 ? reading.Server : null;
        item.Put("kind", outcome.Kind);
        item.Put("stage", outcome.Stage);
        item.Put("status", (double?)outcome.Status);
        item.Put("logon", outcome.Logon);
        item.Put("authSchemes", outcome.Schemes);
        item.Put("authSet", AuthHeaderText.ToSet(outcome.Schemes));
        item.Put("server", reading.Server);
        item.Put("serverVersion", reading.Version);
        item.Put("serverMajor", (double?)reading.Major);
        item.Put("host", o.Host);
        item.Put("isHybridAgent", o.IsHybridAgent);
        if (o.Address.Length > 0)
            item.Put("address", (o.Address.IndexOf(':') >= 0 ? $"[{o.Address}]" : o.Address) + ":" + o.Port.ToString(CultureInfo.InvariantCulture));
        item.Put("text", outcome.Text);
        item.Put("message", outcome.Body.Length > 0 ? outcome.Text + " --> " + outcome.Body : outcome.Text);
        item.Put("scenario", MoveScenario.Unknown);
        item.Put("transport", "mrsproxy");
        item.Put("serverHeader", AnswerSigns.Header(outcome.Headers, "Server"));
        item.Put("location", AnswerSigns.Header(outcome.Headers, "Location"));
        item.Put("contentType", AnswerSigns.Header(outcome.Headers, "Content-Type"));
        item.Put("sentExpect", outcome.SentExpect);
        item.Put("onlyWithExpect", outcome.OnlyWithExpect);
        if (outcome.Status is 200)
            item.Put("isLogonForm", AnswerSigns.IsLogonForm(AnswerSigns.Header(outcome.Headers, "Content-Type"), outcome.Body));
        if (outcome.Status is not null)
            item.Put("exchangeOnline", AnswerSigns.IsExchangeOnline(outcome.Headers));
        item.Put("vantage", Words.Token(o.Vantage));
    }

    private static CallOutcome Ended(CallEnd end, string stage, DateTime at, string text) => new(Kind(end), at, text) { Stage = stage };

    private static string Kind(CallEnd end) => end == CallEnd.Succeeded ? "answered" : Words.Token(end);

    // What is wrong with it in particular has rules of its own; this is left where only the platform's verdict is known.
    private static IEnumerable<CallOutcome> Certificate(EndpointObservation o)
    {
        if (o.Tls.IsTrusted != false || o.Tls.NameMatches == false || o.Tls.IntermediateMissing == true || o.Tls.Certificates.Length == 0)
            yield break;
        CertificateObservation leaf = o.Tls.Certificates[0];
        bool explained = leaf.IsSelfSigned || leaf.NotAfter < o.StartedAt || leaf.NotBefore > o.StartedAt
            || o.Tls.ChainErrors.Any(e => e is "UntrustedRoot" or "PartialChain" or "HasWeakSignature");
        if (!explained)
            yield return new("certificateNotTrusted", o.StartedAt, "The chain is not trusted here: " + FactText.Join(o.Tls.ChainErrors)) { Stage = "tls" };
    }

    private static IEnumerable<CallOutcome> Exchanges(EndpointReading reading)
    {
        HttpExchange[] plain = [.. reading.Observation.Exchanges.Where(e => e.Purpose is ExchangePurpose.Get or ExchangePurpose.Post)];
        foreach (HttpExchange exchange in plain.Where(e => e.End is not (CallEnd.NotTried or CallEnd.Succeeded)))
            yield return Ended(exchange.End, "request", exchange.StartedAt, EndpointItems.Line(exchange)) with { Logon = "anonymous", SentExpect = false };
        foreach (HttpExchange exchange in plain.Where(e => e is { End: CallEnd.Succeeded, Status: not null }))
            if ((!EndpointReading.IsHealthy(exchange) && !reading.IsOnlyGetRefused(exchange) && !LeadsToHttps(reading, exchange)) || AnswerSigns.IsExchangeOnline(exchange.Headers))
                yield return Answer(exchange, null);
        // The other calls count only where Expect made the difference; otherwise they repeat what GET and POST said.
        foreach (HttpExchange exchange in reading.Observation.Exchanges.Where(e => ExpectReading.IsRefusal(reading, e)))
            yield return Answer(exchange, ExpectReading.OnlyWithExpect(reading, true, exchange.Purpose, exchange.Status));
    }

    // The ordinary redirect of a plain http address; that it is plain http is told by a rule of its own.
    private static bool LeadsToHttps(EndpointReading reading, HttpExchange exchange) => !reading.IsHttps && exchange.Status is >= 300 and < 400
        && Uri.TryCreate(exchange.Header("Location"), UriKind.Absolute, out Uri? target) && target.Scheme == Uri.UriSchemeHttps
        && string.Equals(target.Host, reading.Observation.Host, StringComparison.OrdinalIgnoreCase);

    private static CallOutcome Answer(HttpExchange exchange, bool? onlyWithExpect) => new("answered", exchange.StartedAt, EndpointItems.Line(exchange))
    {
        Status = exchange.Status,
        Logon = "anonymous",
        Schemes = exchange.Status == 401 ? exchange.AuthenticationSchemes : null,
        Headers = exchange.Headers,
        Body = exchange.Body,
        SentExpect = exchange.SentExpect,
        OnlyWithExpect = onlyWithExpect,
    };

    private static IEnumerable<CallOutcome> Logons(EndpointReading reading)
    {
        foreach (LogonObservation logon in reading.Observation.Logons.Where(l => l.End != CallEnd.NotTried && !IsAlive(l) && !reading.IsOnlyGetRefused(l)))
        {
            bool expect = logon.Kind == "expectPost";
            // The same account was let in a moment before: not a refused account, but a logon that was not kept (MRS1063).
            if (expect && logon.Status == 401 && reading.Logon == "accepted")
                continue;
            string call = (expect ? "POST with credentials and Expect" : "GET with credentials") + ", " + logon.Scheme;
            if (logon.Status is not { } status)
            {
                yield return Ended(logon.End, "request", logon.StartedAt, $"{call}: {Words.Ended(logon.End)}{Words.Because(logon.Error)}") with { SentExpect = expect };
                continue;
            }
            yield return new("answered", logon.StartedAt, $"{call}: {status.ToString(CultureInfo.InvariantCulture)}")
            {
                Status = status,
                Logon = EndpointReading.Result(logon),
                Schemes = AnswerSigns.Schemes(status, logon.Headers),
                Headers = logon.Headers,
                Body = logon.Body,
                SentExpect = expect,
                OnlyWithExpect = expect && status is 417 or 501 ? ExpectReading.OnlyWithExpect(reading, true, null, status) : null,
            };
        }
    }

    // After the logon any answer but these shows a living service: a plain GET is no call of the protocol and earns 200, 202, 400 or a fault.
    internal static bool IsAlive(LogonObservation logon) => logon.Status switch
    {
        null => false,
        >= 300 and < 400 or 401 or 403 or 404 or 405 or 411 or 413 or 417 or 440 => false,
        500 => AnswerSigns.IsSoapFault(AnswerSigns.Header(logon.Headers, "Content-Type"), logon.Body) && !AnswerSigns.Has(logon.Body, "Missing signing certificate"),
        > 500 => false,
        200 => !AnswerSigns.IsLogonForm(AnswerSigns.Header(logon.Headers, "Content-Type"), logon.Body),
        _ => true,
    };
}
