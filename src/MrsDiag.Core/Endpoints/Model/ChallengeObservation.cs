using System;

namespace MrsDiag.Endpoints;

/// <summary>The NTLM challenge of the server that answered: nothing is logged on, only the first of three messages is sent.</summary>
public sealed class ChallengeObservation
{
    /// <summary>The scheme that carried it: <c>NTLM</c>, or <c>Negotiate</c> (inside SPNEGO).</summary>
    public string Scheme { get; set; } = "";

    /// <summary>How the exchange ended.</summary>
    public CallEnd End { get; set; }

    /// <summary>The error text; empty where an answer came.</summary>
    public string Error { get; set; } = "";

    /// <summary>HTTP status of the answer.</summary>
    public int? Status { get; set; }

    /// <summary>Whether a challenge came back that could be read.</summary>
    public bool HasChallenge { get; set; }

    /// <summary>NetBIOS name of the computer, the sign that names a server (J19).</summary>
    public string NetBiosComputerName { get; set; } = "";

    /// <summary>NetBIOS name of its domain.</summary>
    public string NetBiosDomainName { get; set; } = "";

    /// <summary>DNS name of the computer.</summary>
    public string DnsComputerName { get; set; } = "";

    /// <summary>DNS name of its domain.</summary>
    public string DnsDomainName { get; set; } = "";

    /// <summary>DNS name of its forest.</summary>
    public string DnsTreeName { get; set; } = "";

    /// <summary>Build of Windows, for example <c>10.0.17763</c>; empty where not told.</summary>
    public string OsVersion { get; set; } = "";

    /// <summary>How far the server's clock is ahead of this computer's; <see langword="null"/> where not told. Half the round trip is uncertain.</summary>
    public TimeSpan? ClockSkew { get; set; }

    /// <summary>X-FEServer of the same answer; empty where absent.</summary>
    public string FrontEndServer { get; set; } = "";

    /// <summary>What in the message is odd.</summary>
    public string[] Anomalies { get; set; } = [];

    /// <summary>How long the exchange took.</summary>
    public TimeSpan Duration { get; set; }
}
