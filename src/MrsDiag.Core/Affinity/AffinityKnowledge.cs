using System;
using System.Collections.Generic;

namespace MrsDiag.Affinity;

/// <summary>What the caller knows of the servers and devices behind a name.</summary>
public sealed record AffinityKnowledge
{
    /// <summary>The oldest Exchange version of the pool, for example 14.3; empty: what answers tells.</summary>
    public string ServerVersion { get; init; } = "";

    /// <summary>The servers of the pool.</summary>
    public IReadOnlyList<string> Servers { get; init; } = [];

    /// <summary>Idle time-out of the load balancer.</summary>
    public TimeSpan? DeviceIdleTimeout { get; init; }

    /// <summary>Idle time-out of the firewall.</summary>
    public TimeSpan? FirewallIdleTimeout { get; init; }

    /// <summary>Keep-alive of the Exchange servers.</summary>
    public IReadOnlyList<KeepAliveSetting> KeepAlive { get; init; } = [];
}
