using System;

namespace MrsDiag.Endpoints;

/// <summary>
/// Everything that one probe of one address saw, and nothing that it means: pure data that can be saved with Export-Clixml and judged
/// again. Never holds a password, a cookie value, or a token.
/// </summary>
public sealed class EndpointObservation : ISavedObservation
{
    /// <summary>The layout of this record; raised when a property changes its meaning.</summary>
    public int Format { get; set; } = 1;

    /// <summary>The address that was probed for, for example <c>https://mail.contoso.com/EWS/mrsproxy.svc</c>.</summary>
    public string Uri { get; set; } = "";

    /// <summary>Its host name: SNI and Host of every call.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 443;

    /// <summary>What named the endpoint.</summary>
    public TargetOrigin Origin { get; set; }

    /// <summary>What exactly named it: identity of a virtual directory or migration endpoint, mailbox, e-mail address; or empty.</summary>
    public string OriginName { get; set; } = "";

    /// <summary>How the probe got to the address.</summary>
    public EndpointRoute Route { get; set; }

    /// <summary>The name that was pinned, where a server was given by name: its own FQDN; otherwise empty.</summary>
    public string PinnedName { get; set; } = "";

    /// <summary>The IP address that was probed; empty where the name gave none.</summary>
    public string Address { get; set; } = "";

    /// <summary>Whether this is the first address of its endpoint: what concerns the name alone is told there only.</summary>
    public bool IsFirst { get; set; } = true;

    /// <summary>Whether the host is a name of the Hybrid Agent, which answers Exchange Online only (J5).</summary>
    public bool IsHybridAgent { get; set; }

    /// <summary>When the probe of this address began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The computer that probed.</summary>
    public string ComputerName { get; set; } = "";

    /// <summary>The address that it used itself; empty where nothing connected.</summary>
    public string SourceAddress { get; set; } = "";

    /// <summary>Where the probe stood.</summary>
    public EndpointVantage Vantage { get; set; }

    /// <summary>Why it is thought to have stood there.</summary>
    public string VantageReason { get; set; } = "";

    /// <summary>The steps of Autodiscover, where an e-mail address was given.</summary>
    public AutodiscoverStep[] Autodiscover { get; set; } = [];

    /// <summary>What name resolution said; shared by all addresses of the endpoint.</summary>
    public DnsObservation Dns { get; set; } = new();

    /// <summary>The TCP connection.</summary>
    public TcpObservation Tcp { get; set; } = new();

    /// <summary>TLS and the certificate.</summary>
    public TlsObservation Tls { get; set; } = new();

    /// <summary>The HTTP exchanges without credentials, in the order in which they began; see <see cref="ExchangePurpose"/>.</summary>
    public HttpExchange[] Exchanges { get; set; } = [];

    /// <summary>The NTLM challenges, by carrier.</summary>
    public ChallengeObservation[] Challenges { get; set; } = [];

    /// <summary>The calls with credentials: the plain one first, then the one with <c>Expect</c> whose body was held back.</summary>
    public LogonObservation[] Logons { get; set; } = [];

    /// <summary>What the other addresses and routes of the same endpoint showed in the same run, for comparison.</summary>
    public SiblingObservation[] Siblings { get; set; } = [];

    /// <summary>What the virtual directory says, where one was given.</summary>
    public MrsDiag.Configuration.VirtualDirectory? Configuration { get; set; }

    /// <summary>Why stages were not tested.</summary>
    public StageNote[] NotTested { get; set; } = [];
}
