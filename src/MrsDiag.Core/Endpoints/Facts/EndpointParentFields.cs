using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints;

/// <summary>The fields of the parent item of source <c>endpoint-probe</c>.</summary>
internal static class EndpointParentFields
{
    /// <summary>All of them, by stage.</summary>
    public static FactField[] All() =>
    [
        new("host", FactType.Text, "Host name of the endpoint: SNI and Host of every call."),
        new("port", FactType.Number, "Its port."),
        new("isHttps", FactType.Boolean, "Whether the endpoint is https."),
        new("origin", FactType.Text, "What named it.", ["parameter", "virtualDirectory", "migrationEndpoint", "moveRequest", "autodiscover"]),
        new("route", FactType.Text, "How the probe got to the address: by name, to a server pinned behind it, or to a device pinned in front.", EndpointProbeTable.Routes),
        new("pinnedName", FactType.Text, "Name of the pinned server or device, where it was given by name."),
        new("address", FactType.Text, "IP address that was probed; missing where the name gave none."),
        new("isPrivate", FactType.Boolean, "Whether that address is private, or of a range that is not routed on the Internet."),
        new("isFirst", FactType.Boolean, "Whether this is the first address of its endpoint: what concerns the name alone is told there only."),
        new("isHybridAgent", FactType.Boolean, "Whether host is a Hybrid Agent name (J5)."),
        new("scenario", FactType.Text, "Scenario (J1); a probe does not know it.", MoveReportTable.Scenarios),
        new("transport", FactType.Text, "Transport (J1).", MoveReportTable.Transports),
        new("vantage", FactType.Text, "Where the probe stood (J13).", CallOutcomeTable.Vantages),
        new("vantageReason", FactType.Text, "Why it is thought to have stood there."),

        new("autodiscoverSteps", FactType.Number, "Steps of Autodiscover that were made; missing where the endpoint was named."),
        new("autodiscoverFound", FactType.Boolean, "Whether one of them led to a host; missing likewise."),
        new("addresses", FactType.TextList, "Addresses that the system's resolver gave, in its order."),
        new("addressCount", FactType.Number, "How many."),
        new("queryAddresses", FactType.TextList, "Addresses that the DNS server gave; missing where it was not asked or gave no answer."),
        new("dnsServer", FactType.Text, "The DNS server that was asked."),
        new("resolversDiffer", FactType.Boolean, "Whether the two sets differ; missing where one of them is not known."),
        new("privateAddresses", FactType.TextList, "Private ones among all addresses of the name."),
        new("onlyIpv6", FactType.Boolean, "Whether the name has IPv6 addresses only."),
        new("canonicalName", FactType.Text, "Last name of a CNAME chain; missing without one."),
        new("timeToLive", FactType.Duration, "Lowest time to live of the records that lead to the addresses."),

        new("tcp", FactType.Text, "How the TCP connection ended.", EndpointProbeTable.Ends),
        new("tls", FactType.Text, "How the TLS handshake ended.", EndpointProbeTable.Ends),
        new("negotiatedVersion", FactType.Text, "TLS version that was agreed on."),
        new("acceptedVersions", FactType.TextList, "TLS versions that were accepted, oldest first; missing where none was tried."),
        new("oldVersions", FactType.TextList, "Those of them below TLS 1.2; missing where none was tried."),
        new("acceptsModernTls", FactType.Boolean, "Whether TLS 1.2 or later is accepted; missing where it could not be found out."),

        new("certificateSubject", FactType.Text, "Subject of the leaf certificate."),
        new("certificateIssuer", FactType.Text, "Its issuer."),
        new("signatureAlgorithm", FactType.Text, "Its signature algorithm, for example sha256RSA."),
        new("rsaKeySize", FactType.Number, "Size of its RSA key in bits; missing for other keys."),
        new("weakSignatures", FactType.TextList, "MD5 and SHA-1 signatures among the certificates sent, a root's own left out."),
        new("certificateNames", FactType.TextList, "Its names."),
        new("certificateSha256", FactType.Text, "Its SHA-256."),
        new("notBefore", FactType.Time, "Valid from, UTC."),
        new("notAfter", FactType.Time, "Valid until, UTC."),
        new("expiresIn", FactType.Duration, "Time that is left of it; missing when it has expired."),
        new("isExpired", FactType.Boolean, "Whether it had expired when the probe began."),
        new("isNotYetValid", FactType.Boolean, "Whether its time had not come when the probe began."),
        new("isSelfSigned", FactType.Boolean, "Whether the leaf is its own issuer."),
        new("nameMatches", FactType.Boolean, "Whether it covers the host."),
        new("isTrusted", FactType.Boolean, "Whether the probing computer trusts the chain."),
        new("chainErrors", FactType.TextList, "What the platform says against the chain, for example UntrustedRoot."),
        new("intermediateMissing", FactType.Boolean, "Whether an intermediate certificate was not sent."),
        new("certificateDiffersAt", FactType.TextList, "Addresses of the endpoint that presented another leaf certificate; empty list: none; missing without another address."),
        new("certificateDiffersDirect", FactType.Boolean, "Whether a server that was probed directly presented another leaf certificate than this route; missing where nothing can be compared (J16)."),

        new("works", FactType.Boolean, "Whether it answered as Exchange answers without a logon: 401 with Negotiate or NTLM; missing where no HTTP exchange was made."),
        new("getStatus", FactType.Number, "Status of the plain GET."),
        new("postStatus", FactType.Number, "Status of the plain POST."),
        new("authSchemes", FactType.TextList, "Schemes that the first answer without a logon offered, lower case; missing where that was no 401."),
        new("authSet", FactType.Text, "The same as one text."),
        new("realm", FactType.Text, "Realm of Basic."),
        new("serverHeader", FactType.Text, "Header Server of the first answer."),
        new("headersRewritten", FactType.TextList, "Headers of IIS and Exchange that a 401 with Negotiate or NTLM lacks or has changed; empty list: none."),
        new("cookies", FactType.TextList, "Names of cookies set by the 401 without a logon, those of Exchange itself left out."),
        new("exchangeOnline", FactType.Boolean, "Whether headers mark the answer as one of Exchange Online."),

        new("expect", FactType.Text, "What became of Expect: 100-continue (J14).", ["passed", "late", "never", "refused", "broken", "notTested"]),
        new("timeToContinue", FactType.Duration, "Longest time to an interim 100."),

        new("hasChallenge", FactType.Boolean, "Whether an NTLM challenge came back; missing where none was asked for."),
        new("server", FactType.Text, "Server that answered: by NTLM challenge, else X-FEServer, else healthcheck.htm."),
        new("serverVersion", FactType.Version, "Exchange build that a header or the virtual directory tells."),
        new("serverMajor", FactType.Number, "Its major version; 15 where a header proves Exchange 2013 or later."),
        new("clockSkew", FactType.Duration, "How far the clocks of server and probing computer are apart, without sign."),

        new("logon", FactType.Text, "What became of the credentials; missing without a call, an answer, or a demand for a logon.", ["accepted", "refused"]),
        new("logonStatus", FactType.Number, "Status of the call with credentials."),
        new("accountForm", FactType.Text, "How the account was written (J15).", ["domainUser", "userPrincipalName", "plain"]),
        new("logonDirect", FactType.Text, "What became of the same credentials at a server that was probed directly, seen from another route.", ["accepted", "refused"]),

        new("health", FactType.Text, "What healthcheck.htm said; missing where it was not asked.", ["healthy", "unhealthy", "unknown"]),
        new("healthStatus", FactType.Number, "Its status."),

        new("hasConfiguration", FactType.Boolean, "Whether the virtual directory was given."),
        new("mrsProxyEnabled", FactType.Boolean, "MRSProxyEnabled of the virtual directory."),
        new("windowsAuthentication", FactType.Boolean, "WindowsAuthentication; missing where it was read from the directory only (J17)."),
        new("basicAuthentication", FactType.Boolean, "BasicAuthentication, likewise."),
        new("extendedProtection", FactType.Text, "ExtendedProtectionTokenChecking, likewise.", ["None", "Allow", "Require"]),
    ];
}
