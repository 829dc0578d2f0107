using System;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>One request, and every sign of the server that answered it. Cookie values and tokens are never kept.</summary>
public sealed class AffinityTrial
{
    /// <summary>Why it was made.</summary>
    public AffinityVariant Variant { get; set; }

    /// <summary>Number of the request within its variant, from 1.</summary>
    public int Number { get; set; }

    /// <summary>Number of the connection within the run, from 1; requests of one connection share it.</summary>
    public int Connection { get; set; }

    /// <summary>Number of the request on its connection, from 1.</summary>
    public int RequestOnConnection { get; set; } = 1;

    /// <summary>The address that was asked.</summary>
    public string Address { get; set; } = "";

    /// <summary>The address of this computer that was used.</summary>
    public string SourceAddress { get; set; } = "";

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>How it ended; <see cref="CallEnd.Succeeded"/> for an HTTP answer of any status.</summary>
    public CallEnd End { get; set; }

    /// <summary>The error text; empty where an answer came.</summary>
    public string Error { get; set; } = "";

    /// <summary>HTTP status.</summary>
    public int? Status { get; set; }

    /// <summary>NetBIOS computer name of the NTLM challenge: identifies a server by itself (J19). Empty: no challenge, which is no sign of another server.</summary>
    public string NtlmComputer { get; set; } = "";

    /// <summary>DNS computer name of the same challenge.</summary>
    public string NtlmDnsComputer { get; set; } = "";

    /// <summary>Build of Windows from the same challenge.</summary>
    public string OsVersion { get; set; } = "";

    /// <summary>X-FEServer; can be rewritten, so it does not identify by itself.</summary>
    public string FrontEndServer { get; set; } = "";

    /// <summary>The host that healthcheck.htm named on a connection of the same variant; empty where it was not asked for or did not answer.</summary>
    public string HealthServer { get; set; } = "";

    /// <summary>Exchange build of X-OWA-Version; empty where absent.</summary>
    public string ExchangeVersion { get; set; } = "";

    /// <summary>SHA-256 of the leaf certificate.</summary>
    public string CertificateSha256 { get; set; } = "";

    /// <summary>Header Server.</summary>
    public string ServerHeader { get; set; } = "";

    /// <summary>Whether the TLS session was resumed; <see langword="null"/> where the platform does not tell.</summary>
    public bool? Resumed { get; set; }

    /// <summary>Names of the cookies that were sent.</summary>
    public string[] SentCookies { get; set; } = [];

    /// <summary>Names of the cookies that the answer sets.</summary>
    public string[] SetCookies { get; set; } = [];

    /// <summary>Whether a 401 that offered NTLM or Negotiate came before on this very connection (J20).</summary>
    public bool AfterChallenge { get; set; }

    /// <summary>Whether the peer closed the connection after this answer.</summary>
    public bool ConnectionClosed { get; set; }
}
