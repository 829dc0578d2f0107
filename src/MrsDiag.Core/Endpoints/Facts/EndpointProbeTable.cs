using MrsDiag.Facts;

namespace MrsDiag.Endpoints;

/// <summary>The fact table of source <c>endpoint-probe</c>: the one list that packs, schema, help and evaluator share.</summary>
public static class EndpointProbeTable
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "endpoint-probe";

    /// <summary>Values of <see cref="CallEnd"/> in rules.</summary>
    public static readonly string[] Ends =
        ["notTried", "succeeded", "timedOut", "refused", "reset", "closed", "unreachable", "tlsFailed", "malformed", "failed"];

    /// <summary>Values of <see cref="EndpointRoute"/> in rules.</summary>
    public static readonly string[] Routes = ["name", "direct", "via"];

    /// <summary>The parent item.</summary>
    public static FactCollection Parent { get; } = new("endpoint", "One address of one endpoint, as one probe saw it.", isTimed: false, EndpointParentFields.All());

    /// <summary>The HTTP exchanges without credentials.</summary>
    public static FactCollection Exchanges { get; } = new("exchanges", "One HTTP request without credentials.", isTimed: true,
        new FactField("purpose", FactType.Text, "What it was made for.",
            ["get", "post", "expectBodyAtOnce", "expectBodyHeldBack", "bodyHeldBack", "expectWsSecurity", "chunked", "healthCheck"]),
        new FactField("end", FactType.Text, "How it ended; succeeded for an HTTP answer of any status.", Ends),
        new FactField("status", FactType.Number, "HTTP status of the final answer."),
        new FactField("postStatus", FactType.Number, "Status of the plain POST without Expect to MRS Proxy, for comparison."),
        new FactField("serverHeader", FactType.Text, "Header Server of the answer."),
        new FactField("sentExpect", FactType.Boolean, "Whether the request carried Expect: 100-continue."),
        new FactField("sawContinue", FactType.Boolean, "Whether an interim 100 was seen."),
        new FactField("timeToContinue", FactType.Duration, "Time from the end of the request's head to the 100."),
        new FactField("timeToAnswer", FactType.Duration, "Time from the end of the request's head to the head of the final answer."),
        new FactField("sentBody", FactType.Boolean, "Whether the body was sent before the final answer."),
        new FactField("connectionClosed", FactType.Boolean, "Whether the peer closed the connection after its answer."),
        new FactField("anomalies", FactType.TextList, "What in the answer breaks HTTP/1.1."));

    /// <summary>The TLS versions that were offered one by one.</summary>
    public static FactCollection TlsVersions { get; } = new("tlsVersions", "What a ClientHello of one TLS version alone was answered.", isTimed: false,
        new FactField("version", FactType.Text, "The version, for example TLS 1.0."),
        new FactField("answer", FactType.Text, "The answer; notTried: not offered from here.", ["accepted", "refused", "closed", "noAnswer", "notTls", "notTried"]),
        new FactField("detail", FactType.Text, "Cipher, alert, or what came instead."));

    /// <summary>The certificates as sent.</summary>
    public static FactCollection Certificates { get; } = new("certificates", "One certificate of the chain as sent, the leaf first.", isTimed: false,
        new FactField("position", FactType.Number, "0 is the leaf."),
        new FactField("subject", FactType.Text, "Subject."),
        new FactField("issuer", FactType.Text, "Issuer."),
        new FactField("notAfter", FactType.Time, "Valid until, UTC."),
        new FactField("isExpired", FactType.Boolean, "Whether it had expired when the probe began."),
        new FactField("isSelfSigned", FactType.Boolean, "Whether subject and issuer are the same."));

    /// <summary>The NTLM challenges.</summary>
    public static FactCollection Challenges { get; } = new("challenges", "The answer to an NTLM negotiation message, by carrier.", isTimed: false,
        new FactField("scheme", FactType.Text, "The scheme that carried it.", ["ntlm", "negotiate"]),
        new FactField("end", FactType.Text, "How the exchange ended.", Ends),
        new FactField("status", FactType.Number, "HTTP status."),
        new FactField("hasChallenge", FactType.Boolean, "Whether a challenge came back that could be read."),
        new FactField("computer", FactType.Text, "NetBIOS name of the server that answered (J19)."),
        new FactField("domain", FactType.Text, "NetBIOS name of its domain."),
        new FactField("osVersion", FactType.Text, "Build of Windows."),
        new FactField("anomalies", FactType.TextList, "What in the message is odd."));

    /// <summary>The calls with credentials.</summary>
    public static FactCollection Logons { get; } = new("logons", "One call with credentials.", isTimed: true,
        new FactField("kind", FactType.Text, "get, or expectPost: a POST with Expect whose body was held back.", ["get", "expectPost"]),
        new FactField("scheme", FactType.Text, "The scheme that was allowed, for example NTLM."),
        new FactField("accountForm", FactType.Text, "How the account was written (J15).", ["domainUser", "userPrincipalName", "plain"]),
        new FactField("end", FactType.Text, "How it ended.", Ends),
        new FactField("status", FactType.Number, "HTTP status."),
        new FactField("result", FactType.Text, "What became of the logon; missing where no answer came or nobody asked for it.", ["accepted", "refused"]),
        new FactField("bodyHeldBack", FactType.Duration, "How long the body was held back."));

    /// <summary>The other addresses and routes of the same endpoint.</summary>
    public static FactCollection Siblings { get; } = new("siblings", "What another address or route of the same endpoint showed in the same run.", isTimed: false,
        new FactField("route", FactType.Text, "Its route.", Routes),
        new FactField("address", FactType.Text, "Its address."),
        new FactField("tcp", FactType.Text, "How TCP ended there.", Ends),
        new FactField("getStatus", FactType.Number, "Status of the plain GET."),
        new FactField("postStatus", FactType.Number, "Status of the plain POST."),
        new FactField("expectStatus", FactType.Number, "Status of the POST with Expect and the body held back."),
        new FactField("logonStatus", FactType.Number, "Status of the call with credentials."),
        new FactField("authSet", FactType.Text, "Schemes that its GET offered, sorted and joined by '+'."),
        new FactField("server", FactType.Text, "The server that its NTLM challenge named."),
        new FactField("works", FactType.Boolean, "Whether its GET was answered as Exchange answers: 401 with Negotiate or NTLM."),
        new FactField("sameCertificate", FactType.Boolean, "Whether it presented the same leaf certificate; missing where one of the two is not known."));

    /// <summary>The steps of Autodiscover.</summary>
    public static FactCollection Autodiscover { get; } = new("autodiscover", "One step of Autodiscover, without any logon.", isTimed: false,
        new FactField("kind", FactType.Text, "domain, autodiscover, redirect or srv.", ["domain", "autodiscover", "redirect", "srv"]),
        new FactField("target", FactType.Text, "What was asked."),
        new FactField("end", FactType.Text, "How it ended.", Ends),
        new FactField("status", FactType.Number, "HTTP status."),
        new FactField("leadsTo", FactType.Text, "The host that it led to."));

    /// <summary>What was not tested.</summary>
    public static FactCollection NotTested { get; } = new("notTested", "A stage that was not tested.", isTimed: false,
        new FactField("stage", FactType.Text, "The stage.", ["autodiscover", "dns", "tcp", "tls", "http", "expect", "ntlm", "logon", "health", "configuration"]),
        new FactField("reason", FactType.Text, "A token for the reason.",
        [
            "noCredential", "stageBeforeFailed", "hybridAgent", "noRoute", "hairpin", "credentialRefusedBefore", "tlsNotTrusted", "timeBudget", "switchedOff",
            "notHttps", "adPropertiesOnly", "notOffered", "notAsked", "notSupportedHere", "foreignName",
        ]),
        new FactField("detail", FactType.Text, "The reason as a sentence."));

    /// <summary>The answers and errors of the probe's calls; the same collection in every source that sees one.</summary>
    public static FactCollection CallOutcomes { get; } = CallOutcomeTable.Create();

    /// <summary>The source.</summary>
    public static FactSource Source { get; } = new(SourceName, "One address of an MRS Proxy endpoint, as a probe saw it.", Parent,
        Exchanges, TlsVersions, Certificates, Challenges, Logons, Siblings, Autodiscover, NotTested, CallOutcomes)
    {
        Complete = EndpointFacts.Complete,
    };
}
