using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Affinity;

/// <summary>The fields of the parent item of source <c>affinity-trial</c>.</summary>
internal static class AffinityParentFields
{
    /// <summary>All of them, by subject.</summary>
    public static FactField[] All() =>
    [
        new("host", FactType.Text, "Host name of the endpoint."),
        new("port", FactType.Number, "Its port."),
        new("isHybridAgent", FactType.Boolean, "Whether host is a Hybrid Agent name (J5)."),
        new("scenario", FactType.Text, "Scenario (J1); a test does not know it.", MoveReportTable.Scenarios),
        new("transport", FactType.Text, "Transport (J1).", MoveReportTable.Transports),
        new("vantage", FactType.Text, "Where the test stood (J13).", CallOutcomeTable.Vantages),
        new("isPinned", FactType.Boolean, "Whether an address was pinned, so that DNS plays no part."),

        new("verdict", FactType.Text, "What the test came to.", AffinityTable.Verdicts),
        new("reason", FactType.Text, "Why there is no verdict; none where there is one.", AffinityTable.Reasons),
        new("seen", FactType.Text, "What was seen as one clause, with the time span and the source address, without a full stop."),
        new("why", FactType.Text, "Why there is no verdict, as a clause; missing where there is one."),

        new("version", FactType.Version, "Oldest Exchange build that answered or was given (J21)."),
        new("versionMajor", FactType.Number, "Its major version: 14 is Exchange 2010, 15 is 2013 and later; missing where not known."),
        new("versionSource", FactType.Text, "Where that comes from.", ["given", "answered", "unknown"]),

        new("serverCount", FactType.Number, "Servers that answered new connections."),
        new("servers", FactType.TextList, "Their names."),
        new("poolServers", FactType.TextList, "Servers of the pool as given; missing where not given."),
        new("notSeen", FactType.TextList, "Those of them that never answered."),
        new("unknownServers", FactType.TextList, "Servers that answered and are none of them."),
        new("missedChance", FactType.Number, "Chance from 0 to 1 that servers stayed unseen although connections are shared out at random among the pool given, or two servers."),
        new("missed", FactType.Text, "That chance as a text, for example 3 % or 1 in 2048."),
        new("poolSize", FactType.Number, "Servers that the chance assumes."),

        new("duration", FactType.Duration, "How long the test took, in whole seconds from one second on: a verdict covers no more (J19)."),
        new("interval", FactType.Duration, "Pause between new connections."),
        new("count", FactType.Number, "New connections that were asked for."),
        new("connections", FactType.Number, "New connections without cookies from the first source address whose server is known."),
        new("requests", FactType.Number, "Requests that were sent."),
        new("sourceAddress", FactType.Text, "The address of the testing computer."),
        new("secondSourceAddress", FactType.Text, "The second one; missing where none was used."),
        new("secondServers", FactType.TextList, "Servers that answered it; missing likewise."),
        new("addresses", FactType.TextList, "Addresses of the endpoint that were asked."),
        new("addressCount", FactType.Number, "How many."),
        new("leastPerAddress", FactType.Number, "Fewest connections to one of them."),
        new("serversByAddress", FactType.Text, "Each address with its servers, as a text."),
        new("timeToLive", FactType.Duration, "Lowest time to live of the DNS records."),
        new("stoppedEarly", FactType.Text, "Why the test ended early; missing where it did not."),
        new("throttled", FactType.Number, "Answers 429 or 503."),
        new("failedConnections", FactType.Number, "New connections without an HTTP answer."),
        new("triedConnections", FactType.Number, "New connections of all variants."),
        new("failedAddresses", FactType.TextList, "Addresses at which they failed; missing where none did."),

        new("namedBy", FactType.Text, "The sign by which servers are told apart.", AffinityTable.NamingSigns),
        new("ntlmSign", FactType.Text, "What the computer name of the NTLM challenge did.", AffinityTable.SignStates),
        new("frontEndSign", FactType.Text, "What X-FEServer did.", AffinityTable.SignStates),
        new("healthSign", FactType.Text, "What the host of healthcheck.htm did.", AffinityTable.SignStates),
        new("certificateSign", FactType.Text, "What the leaf certificate did.", AffinityTable.SignStates),
        new("ntlmNames", FactType.TextList, "Computer names of NTLM challenges."),
        new("frontEndServers", FactType.TextList, "Values of X-FEServer."),
        new("headerRewritten", FactType.Boolean, "Whether X-FEServer stays the same while the NTLM names differ."),
        new("deviceName", FactType.Text, "An NTLM name that may be the device's own; missing where nothing hints at it."),
        new("signsDisagree", FactType.Boolean, "Whether NTLM and X-FEServer each name one server, and not the same one."),

        new("cookieNames", FactType.TextList, "Cookies that answers set and Exchange does not; missing without one."),
        new("cookieVendor", FactType.Text, "Whose the first of them is; missing without one.", AffinityTable.Vendors),
        new("vendor", FactType.Text, "Vendor that a cookie or header names, as people write it; missing where none does."),
        new("spreadsOnlyHeld", FactType.Boolean, "Whether only connections that were open at the same time reached several servers."),
        new("resumptionChanges", FactType.Boolean, "Whether a resumed TLS session led to another server than full handshakes."),
        new("changesBeforeChallenge", FactType.Boolean, "Whether a server changed inside a connection before any 401 that offered NTLM, which is legal (J20)."),
        new("multiplexedFrom", FactType.Text, "The server that gave the 401 of a connection whose server changed after it."),
        new("multiplexedTo", FactType.Text, "The server that answered next."),
        new("switchFrom", FactType.Text, "The server before the one change in time; missing where there is none."),
        new("switchTo", FactType.Text, "The server after it."),
        new("switchAt", FactType.Time, "When the first connection reached it, UTC."),
        new("switchAfterPause", FactType.Boolean, "Whether a pause lay before it."),

        new("deviceIdleTimeout", FactType.Duration, "Idle time-out of the load balancer, as given."),
        new("firewallIdleTimeout", FactType.Duration, "Idle time-out of the firewall, as given."),
        new("keepAliveTime", FactType.Duration, "Longest keep-alive of the servers given; two hours where one is not set. Missing where none was given."),
        new("keepAliveUnset", FactType.TextList, "Servers given whose KeepAliveTime is not set."),
        new("firewallBelowDevice", FactType.Boolean, "Whether the firewall's idle time-out is not above the balancer's; missing where one was not given."),
        new("longestIdle", FactType.Duration, "Longest silence after which a connection could still be used; missing where none could, or none was tried."),
    ];
}
