using System;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>The answer about one endpoint: the verdict in one line, the servers in a small table, the findings.</summary>
public sealed class AffinityResult
{
    /// <summary>Passed: nothing to do for this version. Warning and Failed by the findings. NotTested: no verdict was possible.</summary>
    public CheckOutcome Outcome { get; set; }

    /// <summary>What the load balancer does.</summary>
    public AffinityVerdict Verdict { get; set; }

    /// <summary>The endpoint.</summary>
    public string Uri { get; set; } = "";

    /// <summary>Its host name.</summary>
    public string HostName { get; set; } = "";

    /// <summary>The verdict as a sentence: what was seen, over how many seconds, from which address, and what it does not prove.</summary>
    public string Message { get; set; } = "";

    /// <summary>The servers that answered, most hits first.</summary>
    public ServerHits[] Servers { get; set; } = [];

    /// <summary>Requests that were sent.</summary>
    public int Requests { get; set; }

    /// <summary>The causes that fit; never empty (J3).</summary>
    public Finding[] Findings { get; set; } = [];

    /// <summary>When the test began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>What was seen; can be kept and judged again.</summary>
    public AffinityObservation Observation { get; set; } = new();

    /// <summary>One line for logs and string conversions.</summary>
    /// <returns>Verdict, host and message.</returns>
    public override string ToString() => $"{Outcome} {Verdict} {HostName}: {Message}";
}
