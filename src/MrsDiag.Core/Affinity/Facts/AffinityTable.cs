using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;

namespace MrsDiag.Affinity;

/// <summary>The fact table of source <c>affinity-trial</c>: the one list that packs, schema, help and evaluator share.</summary>
public static class AffinityTable
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "affinity-trial";

    /// <summary>Values of <see cref="AffinityVerdict"/> in rules.</summary>
    public static readonly string[] Verdicts = Tokens<AffinityVerdict>();

    /// <summary>Values of <see cref="AffinityVariant"/> in rules.</summary>
    public static readonly string[] Variants = Tokens<AffinityVariant>();

    /// <summary>Why no verdict is possible, in rules; <c>none</c> where there is one.</summary>
    public static readonly string[] Reasons = Tokens<AffinityReason>();

    /// <summary>What a sign did, in rules.</summary>
    public static readonly string[] SignStates = Tokens<SignState>();

    /// <summary>The signs that servers are told apart by, in rules.</summary>
    public static readonly string[] NamingSigns = Tokens<NamingSign>();

    /// <summary>Vendors of cookies in rules; <c>other</c> for one that is not known.</summary>
    public static readonly string[] Vendors = CookieVendors.Tokens;

    /// <summary>The parent item.</summary>
    public static FactCollection Parent { get; } = new("affinity", "The affinity test of one endpoint.", isTimed: false, AffinityParentFields.All());

    /// <summary>The requests.</summary>
    public static FactCollection Trials { get; } = new("trials", "One request.", isTimed: true,
        new FactField("variant", FactType.Text, "Why it was made.", Variants),
        new FactField("number", FactType.Number, "Its number within the variant, from 1."),
        new FactField("connection", FactType.Number, "The connection's number within the run, from 1."),
        new FactField("requestOnConnection", FactType.Number, "Its number on that connection, from 1."),
        new FactField("address", FactType.Text, "The address that was asked."),
        new FactField("sourceAddress", FactType.Text, "The address of the testing computer that was used."),
        new FactField("end", FactType.Text, "How it ended; succeeded for an HTTP answer of any status.", EndpointProbeTable.Ends),
        new FactField("status", FactType.Number, "HTTP status."),
        new FactField("server", FactType.Text, "The server that answered (J19); missing where no sign told."),
        new FactField("ntlmComputer", FactType.Text, "Computer name of the NTLM challenge."),
        new FactField("frontEndServer", FactType.Text, "X-FEServer."),
        new FactField("healthServer", FactType.Text, "Host that healthcheck.htm named."),
        new FactField("exchangeVersion", FactType.Text, "Build of X-OWA-Version."),
        new FactField("certificateSha256", FactType.Text, "SHA-256 of the leaf certificate."),
        new FactField("serverHeader", FactType.Text, "Header Server."),
        new FactField("resumed", FactType.Boolean, "Whether the TLS session was resumed; missing where the platform does not tell."),
        new FactField("sentCookies", FactType.TextList, "Names of the cookies that were sent."),
        new FactField("setCookies", FactType.TextList, "Names of the cookies that the answer set."),
        new FactField("afterChallenge", FactType.Boolean, "Whether a 401 that offered NTLM or Negotiate came before on this connection (J20)."),
        new FactField("changedAfterChallenge", FactType.Boolean, "Whether another server answered it than gave that 401 (J20)."),
        new FactField("connectionClosed", FactType.Boolean, "Whether the peer closed the connection after this answer."));

    /// <summary>The variants.</summary>
    public static FactCollection VariantTable { get; } = new("variants", "What one way of asking gave.", isTimed: false,
        new FactField("variant", FactType.Text, "The way of asking.", Variants),
        new FactField("trials", FactType.Number, "Requests."),
        new FactField("answered", FactType.Number, "Those that got an HTTP answer."),
        new FactField("connections", FactType.Number, "Connections whose server is known."),
        new FactField("servers", FactType.TextList, "The servers that answered them."),
        new FactField("distinct", FactType.Number, "How many servers."));

    /// <summary>The addresses.</summary>
    public static FactCollection Addresses { get; } = new("addresses", "One address of the name, over the connections without cookies from the first source address.", isTimed: false,
        new FactField("address", FactType.Text, "The address."),
        new FactField("connections", FactType.Number, "Connections whose server is known."),
        new FactField("servers", FactType.TextList, "The servers behind it."),
        new FactField("distinct", FactType.Number, "How many."));

    /// <summary>The cookies.</summary>
    public static FactCollection Cookies { get; } = new("cookies", "A cookie that an answer set, by name; values are never kept.", isTimed: false,
        new FactField("name", FactType.Text, "Its name."),
        new FactField("vendor", FactType.Text, "Whose it is; missing for one of Exchange itself.", Vendors),
        new FactField("isExchange", FactType.Boolean, "Whether Exchange itself sets a cookie of this name."),
        new FactField("on401", FactType.Boolean, "Whether it was set by a 401, where Exchange sets none."));

    /// <summary>The connections that were held silent.</summary>
    public static FactCollection Idle { get; } = new("idle", "A connection that was held silent, and then used.", isTimed: false,
        new FactField("wait", FactType.Duration, "How long it was to be silent."),
        new FactField("address", FactType.Text, "The address it led to."),
        new FactField("end", FactType.Text, "succeeded: could still be used. closed: FIN. reset: RST. timedOut: the use met silence.", EndpointProbeTable.Ends),
        new FactField("endedAfter", FactType.Duration, "After what silence FIN or RST came; missing where none came before the use."),
        new FactField("status", FactType.Number, "Status of the answer to the use."),
        new FactField("serverBefore", FactType.Text, "The server before the silence, where it was named."),
        new FactField("serverAfter", FactType.Text, "The server after it."),
        new FactField("serverChanged", FactType.Boolean, "Whether the two differ; missing where one is not known."));

    /// <summary>The keep-alive settings.</summary>
    public static FactCollection KeepAlive { get; } = new("keepAlive", "TCP keep-alive of one Exchange server, as given.", isTimed: false,
        new FactField("server", FactType.Text, "The server; missing where the value was given without one."),
        new FactField("time", FactType.Duration, "KeepAliveTime as it works: two hours where it is not set."),
        new FactField("isSet", FactType.Boolean, "Whether it is set."),
        new FactField("belowDevice", FactType.Boolean, "Whether it is below the balancer's idle time-out; missing where that was not given."),
        new FactField("belowFirewall", FactType.Boolean, "Whether it is below the firewall's idle time-out; missing where that was not given."));

    /// <summary>The servers.</summary>
    public static FactCollection Servers { get; } = new("servers", "One server that answered.", isTimed: false,
        new FactField("name", FactType.Text, "Its name."),
        new FactField("hits", FactType.Number, "Answers that it gave."),
        new FactField("signs", FactType.TextList, "The signs that name it."),
        new FactField("addresses", FactType.TextList, "The addresses behind which it answered."),
        new FactField("isKnown", FactType.Boolean, "Whether it is one of the servers given; missing where none were."));

    /// <summary>The source.</summary>
    public static FactSource Source { get; } = new(SourceName, "Who answered behind a load balancer, in every way of asking.", Parent,
        Trials, VariantTable, Addresses, Cookies, Idle, KeepAlive, Servers)
    {
        Complete = AffinityFacts.Complete,
    };

    private static string[] Tokens<T>() where T : struct => [.. Enum.GetValues(typeof(T)).Cast<Enum>().Select(Words.Token)];
}
