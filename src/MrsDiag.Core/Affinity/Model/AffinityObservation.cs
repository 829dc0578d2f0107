using System;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>Everything that one affinity test saw, and nothing that it means: can be saved with Export-Clixml and judged again.</summary>
public sealed class AffinityObservation : ISavedObservation
{
    /// <summary>The layout of this record; raised when a property changes its meaning.</summary>
    public int Format { get; set; } = 1;

    /// <summary>The endpoint.</summary>
    public string Uri { get; set; } = "";

    /// <summary>Its host name.</summary>
    public string Host { get; set; } = "";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 443;

    /// <summary>When the test began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How long it took: a verdict covers no more than that (J19).</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>The computer that tested.</summary>
    public string ComputerName { get; set; } = "";

    /// <summary>Where it stood.</summary>
    public EndpointVantage Vantage { get; set; }

    /// <summary>Whether the host is a name of the Hybrid Agent (J5): nothing is tested then.</summary>
    public bool IsHybridAgent { get; set; }

    /// <summary>What name resolution said.</summary>
    public DnsObservation Dns { get; set; } = new();

    /// <summary>Whether an address was pinned, so that DNS plays no part.</summary>
    public bool IsPinned { get; set; }

    /// <summary>How many new connections were asked for.</summary>
    public int Count { get; set; }

    /// <summary>The pause between them.</summary>
    public TimeSpan Interval { get; set; }

    /// <summary>Requests that were planned at most.</summary>
    public int PlannedRequests { get; set; }

    /// <summary>Requests that were sent.</summary>
    public int SentRequests { get; set; }

    /// <summary>Why the test ended early: a storm of 429 or 503, the cap, cancelled, unreachable; empty where it did not.</summary>
    public string StoppedEarly { get; set; } = "";

    /// <summary>The requests, in the order in which they began.</summary>
    public AffinityTrial[] Trials { get; set; } = [];

    /// <summary>The connections that were held silent.</summary>
    public IdleObservation[] Idle { get; set; } = [];

    /// <summary>The oldest Exchange version of the pool as given: 14.x is 2010; empty where not given.</summary>
    public string GivenVersion { get; set; } = "";

    /// <summary>Servers of the pool as given; empty where not given.</summary>
    public string[] GivenServers { get; set; } = [];

    /// <summary>Idle time-out of the load balancer, as given.</summary>
    public TimeSpan? DeviceIdleTimeout { get; set; }

    /// <summary>Idle time-out of the firewall, as given.</summary>
    public TimeSpan? FirewallIdleTimeout { get; set; }

    /// <summary>Keep-alive of the Exchange servers, as given.</summary>
    public KeepAliveSetting[] KeepAlive { get; set; } = [];

    /// <summary>Variants that were not tried, each as a sentence with its reason.</summary>
    public string[] NotTested { get; set; } = [];
}
