using System;

namespace MrsDiag.Endpoints;

/// <summary>One step of Autodiscover: a name that was tried, without any logon.</summary>
public sealed class AutodiscoverStep
{
    /// <summary><c>domain</c>, <c>autodiscover</c>, <c>redirect</c> (plain HTTP, its Location is read, never followed with anything secret), or <c>srv</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The URL or DNS name that was asked.</summary>
    public string Target { get; set; } = "";

    /// <summary>How the attempt ended.</summary>
    public CallEnd End { get; set; }

    /// <summary>HTTP status, where one came.</summary>
    public int? Status { get; set; }

    /// <summary>Where it led: a host name, or empty.</summary>
    public string LeadsTo { get; set; } = "";

    /// <summary>What happened, as a sentence.</summary>
    public string Detail { get; set; } = "";

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }
}
