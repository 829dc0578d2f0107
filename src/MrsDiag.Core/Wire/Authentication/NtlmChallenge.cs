using System;
using System.Collections.Generic;

namespace MrsDiag.Wire.Authentication;

/// <summary>
/// What a server says of itself in an NTLM challenge message ([MS-NLMP] 2.2.1.2, 2.2.2.1). Names are empty where the message lacks
/// them, at most 256 characters, without control characters.
/// </summary>
public sealed class NtlmChallenge
{
    /// <summary>The realm the server asks a logon for: its domain, or its own name outside a domain.</summary>
    public string TargetName { get; internal set; } = "";

    /// <summary>The server's NetBIOS name: with several servers behind one address it tells which one answered.</summary>
    public string NetBiosComputerName { get; internal set; } = "";

    /// <summary>The NetBIOS name of the server's domain.</summary>
    public string NetBiosDomainName { get; internal set; } = "";

    /// <summary>The server's full DNS name.</summary>
    public string DnsComputerName { get; internal set; } = "";

    /// <summary>The DNS name of the server's domain.</summary>
    public string DnsDomainName { get; internal set; } = "";

    /// <summary>The DNS name of the forest.</summary>
    public string DnsTreeName { get; internal set; } = "";

    /// <summary>Major, minor and build number of the operating system, where the server tells it.</summary>
    public Version? OsVersion { get; internal set; }

    /// <summary>The server's clock, where it tells it.</summary>
    public DateTime? TimestampUtc { get; internal set; }

    /// <summary>The negotiate flags ([MS-NLMP] 2.2.2.5).</summary>
    public uint Flags { get; internal set; }

    /// <summary>What was against the format and tolerated, in short words, each once.</summary>
    public IReadOnlyList<string> Anomalies { get; internal set; } = [];
}
