using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>What the text of one failed remote call says. What it does not say is <see langword="null"/> or empty.</summary>
public sealed record CallText
{
    /// <summary>HTTP status, from the innermost text that names one.</summary>
    public int? Status { get; init; }

    /// <summary>
    /// Authentication schemes that the answer offered: lower case, sorted, each once. Empty: the header was empty. <see langword="null"/>: the
    /// text does not say.
    /// </summary>
    public IReadOnlyList<string>? AuthSchemes { get; init; }

    /// <summary>Host that was called, from the URL or the sentence that names it.</summary>
    public string Host { get; init; } = "";

    /// <summary>The on-premises server that answered, as the fault names it (J7).</summary>
    public string Server { get; init; } = "";

    /// <summary>Its build, where the fault gives one (J6).</summary>
    public Version? ServerVersion { get; init; }

    /// <summary>Address and port, for example <c>203.0.113.7:443</c>.</summary>
    public string Address { get; init; } = "";

    /// <summary>The time span that a timeout text states.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Whether the text speaks of MRS Proxy over HTTP.</summary>
    public bool IsMrsProxy { get; init; }

    /// <summary>Whether the host is a Hybrid Agent (J5).</summary>
    public bool IsHybridAgent => HybridAgent.IsHost(Host);

    /// <summary>The schemes as one text, for example <c>negotiate+ntlm</c>; <c>none</c> for an empty offer; empty where the text does not say.</summary>
    public string AuthSet => AuthHeaderText.ToSet(AuthSchemes);
}
