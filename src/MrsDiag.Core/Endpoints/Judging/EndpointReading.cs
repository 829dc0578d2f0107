using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MrsDiag.Endpoints;

/// <summary>What an observation says at a glance; facts, checks and the answer read the same.</summary>
internal sealed class EndpointReading
{
    private static readonly Regex HostLike = new(@"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,10}", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));

    /// <summary>Reads an observation.</summary>
    public EndpointReading(EndpointObservation observation)
    {
        Observation = observation;
        HttpExchange? get = Answered(ExchangePurpose.Get);
        First = get is null || IsOnlyGetRefused(get) ? Answered(ExchangePurpose.Post) : get;
        Challenge = observation.Challenges.FirstOrDefault(c => c.HasChallenge);
        PlainLogon = observation.Logons.FirstOrDefault(l => l.Kind == "get");
        ExpectLogon = observation.Logons.FirstOrDefault(l => l.Kind == "expectPost");
        Expect = ExpectReading.Of(this);
        Version = ReadVersion();
    }

    /// <summary>The observation.</summary>
    public EndpointObservation Observation { get; }

    /// <summary>The first answer without a logon, of GET or else of POST.</summary>
    public HttpExchange? First { get; }

    /// <summary>An NTLM challenge that could be read.</summary>
    public ChallengeObservation? Challenge { get; }

    /// <summary>The plain call with credentials.</summary>
    public LogonObservation? PlainLogon { get; }

    /// <summary>The call with credentials and <c>Expect</c>.</summary>
    public LogonObservation? ExpectLogon { get; }

    /// <summary>What became of <c>Expect</c>.</summary>
    public ExpectReading Expect { get; }

    /// <summary>Exchange build, where a header or the virtual directory tells it.</summary>
    public Version? Version { get; }

    /// <summary>Major version; 15 where a header proves 2013 or later.</summary>
    public int? Major => Version?.Major ?? (FrontEndServer.Length > 0 || HealthServer.Length > 0 ? 15 : null);

    /// <summary>Whether the endpoint is https.</summary>
    public bool IsHttps => Observation.Uri.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether Exchange Online answered.</summary>
    public bool IsExchangeOnline => Observation.Exchanges.Any(e => AnswerSigns.IsExchangeOnline(e.Headers));

    /// <summary>X-FEServer of any answer of this address.</summary>
    public string FrontEndServer => Observation.Exchanges.Select(e => e.Header("X-FEServer"))
        .Concat(Observation.Challenges.Select(c => c.FrontEndServer)).FirstOrDefault(s => s.Length > 0) ?? "";

    /// <summary>The server that healthcheck.htm names.</summary>
    public string HealthServer => Answered(ExchangePurpose.HealthCheck) is { } health ? HealthServerOf(health) : "";

    /// <summary>The server that answered; empty where no sign came.</summary>
    public string Server => Challenge?.NetBiosComputerName is { Length: > 0 } name ? name : FrontEndServer.Length > 0 ? FrontEndServer : HealthServer;

    /// <summary>Whether it answered as Exchange answers without a logon; <see langword="null"/> without an answer to look at.</summary>
    public bool? Works => Observation.Exchanges.Any(e => e.Purpose is ExchangePurpose.Get or ExchangePurpose.Post && e.End != CallEnd.NotTried)
        ? new[] { ExchangePurpose.Get, ExchangePurpose.Post }.Select(Answered).All(e => e is null || IsHealthy(e) || IsOnlyGetRefused(e)) && First is not null && !IsExchangeOnline
        : null;

    /// <summary>The subject of findings: host and address, or the host alone.</summary>
    public string Subject => Observation.Address.Length > 0 ? $"{Observation.Host} [{Observation.Address}]" : Observation.Host;

    /// <summary>The answered exchange of a purpose.</summary>
    public HttpExchange? Answered(ExchangePurpose purpose) =>
        Observation.Exchanges.FirstOrDefault(e => e.Purpose == purpose && e is { End: CallEnd.Succeeded, Status: not null });

    /// <summary>Why a stage was not tested.</summary>
    public StageNote? Note(EndpointStage stage) => Observation.NotTested.FirstOrDefault(n => n.Stage == stage);

    /// <summary>Whether an answer is the healthy 401: Windows authentication is offered.</summary>
    public static bool IsHealthy(HttpExchange exchange) =>
        exchange.Status == 401 && exchange.AuthenticationSchemes.Any(s => s is "ntlm" or "negotiate");

    /// <summary>Whether a device lets only POST pass, as moves use it, and POST is answered in health.</summary>
    public bool IsOnlyGetRefused(HttpExchange exchange) =>
        exchange is { Purpose: ExchangePurpose.Get, Status: 405 } && Answered(ExchangePurpose.Post) is { } post && IsHealthy(post);

    /// <summary>Whether only the GET with credentials was refused by its method; Exchange 2010 may do that, and moves use POST.</summary>
    public bool IsOnlyGetRefused(LogonObservation logon) =>
        logon is { Kind: "get", Status: 405 } && ExpectLogon is { End: CallEnd.Succeeded, Status: not null and not 405 };

    /// <summary>What became of a logon; empty where no answer came or nobody asked.</summary>
    public static string Result(LogonObservation logon) => logon switch
    {
        { End: not CallEnd.Succeeded } or { Status: null } => "",
        { Status: 401 } => "refused",
        { WasAsked: true } => "accepted",
        _ => "",
    };

    /// <summary>What became of the credentials at all.</summary>
    public string Logon => Observation.Logons.Select(Result).FirstOrDefault(r => r.Length > 0) ?? "";

    /// <summary>TLS versions that were accepted, oldest first; <see langword="null"/> where none was tried.</summary>
    public IReadOnlyList<string>? AcceptedVersions
    {
        get
        {
            List<string> accepted = [.. Observation.Tls.Versions.Where(v => v.Answer == "accepted").Select(v => v.Version)];
            if (Observation.Tls.NegotiatedVersion is { Length: > 0 } negotiated && !accepted.Contains(negotiated))
                accepted.Add(negotiated);
            bool tried = accepted.Count > 0 || Observation.Tls.Versions.Any(v => v.Answer is not ("notTried" or ""));
            return tried ? [.. accepted.OrderBy(v => v, StringComparer.Ordinal)] : null;
        }
    }

    /// <summary>Whether TLS 1.2 or later is accepted; <see langword="null"/> where it could not be found out from here (J13).</summary>
    public bool? AcceptsModernTls
    {
        get
        {
            if (AcceptedVersions is not { } accepted)
                return null;
            if (accepted.Any(IsModern))
                return true;
            // Only what was offered and turned down counts; and something must have been accepted, else TLS itself is the problem.
            return accepted.Count > 0 && Observation.Tls.Versions.Any(v => v.Version == "TLS 1.2" && v.Answer is "refused" or "closed") ? false : null;
        }
    }

    /// <summary>Whether a version is TLS 1.2 or later.</summary>
    public static bool IsModern(string version) => version is "TLS 1.2" or "TLS 1.3";

    private Version? ReadVersion()
    {
        IEnumerable<string> texts = Observation.Exchanges.Select(e => e.Header("X-OWA-Version"))
            .Concat(Observation.Logons.Select(l => AnswerSigns.Header(l.Headers, "X-OWA-Version")))
            .Concat([Observation.Configuration?.Version ?? ""]);
        foreach (string text in texts)
            if (System.Version.TryParse(text, out Version? version))
                return version;
        return null;
    }

    /// <summary>The host that an answer to healthcheck.htm names; empty where it is none of Exchange.</summary>
    internal static string HealthServerOf(HttpExchange health) => health is { Status: 200 } && AnswerSigns.Has(health.Body, "200 OK") ? LastHost(health.Body) : "";

    private static string LastHost(string body)
    {
        try
        {
            Match match = HostLike.Match(body.Length > 2000 ? body.Substring(0, 2000) : body);
            string last = "";
            for (; match.Success; match = match.NextMatch())
                last = match.Value;
            return last.Any(char.IsLetter) ? last : "";
        }
        catch (RegexMatchTimeoutException)
        {
            return "";
        }
    }
}
