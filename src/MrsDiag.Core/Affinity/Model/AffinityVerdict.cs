namespace MrsDiag.Affinity;

/// <summary>What the test came to. Each value is a rule of pack <c>mrs-affinity</c>.</summary>
public enum AffinityVerdict
{
    /// <summary>It cannot be told; the message says why and what would decide.</summary>
    Inconclusive = 0,

    /// <summary>One server answered everything: source affinity, or one active server.</summary>
    OneServerSeen = 1,

    /// <summary>One server from this address, another from a second one.</summary>
    SourceAffinity = 2,

    /// <summary>Only a cookie keeps the server; the MRS client keeps no cookies.</summary>
    CookieOnly = 3,

    /// <summary>New connections reach different servers.</summary>
    NoAffinity = 4,

    /// <summary>The server changes inside one connection after an NTLM 401 (J20).</summary>
    ConnectionMultiplexed = 5,

    /// <summary>Each address of the name keeps its server, and the name has several.</summary>
    DnsRoundRobin = 6,
}
