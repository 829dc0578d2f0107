using System;
using System.Collections.Generic;
using System.Net;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>What a caller may say about an affinity test.</summary>
public sealed record AffinityProbeOptions
{
    /// <summary>The silences that are measured where nothing else is asked for: all below the 120 seconds after which IIS closes (J22).</summary>
    public static IReadOnlyList<TimeSpan> UsualIdleTimes { get; } = [TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(110)];

    /// <summary>New connections of the first variant; with n servers of equal chance, (1 - k/n)^(Count-1) tells how likely k of them are missed.</summary>
    public int Count { get; init; } = 12;

    /// <summary>Pause between new connections.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.Zero;

    /// <summary>A long watch: new connections, one an interval (at least a second), for this time after the variants; zero for none.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.Zero;

    /// <summary>The pause of the variant <see cref="AffinityVariant.AfterPause"/>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections held open at once.</summary>
    public int HeldConnections { get; init; } = 8;

    /// <summary>Addresses of this computer to test from, the first for all variants, the second for <see cref="AffinityVariant.SecondSource"/>; none: the system's choice.</summary>
    public IReadOnlyList<IPAddress> SourceAddresses { get; init; } = [];

    /// <summary>Silences to measure, in parallel; none: not measured.</summary>
    public IReadOnlyList<TimeSpan> IdleTimes { get; init; } = [];

    /// <summary>Requests sent at most, over all variants of one endpoint.</summary>
    public int RequestLimit { get; init; } = 200;

    /// <summary>What the caller knows of the pool and the devices; copied into the observation.</summary>
    public AffinityKnowledge Knowledge { get; init; } = new();

    /// <summary>Time-outs, DNS servers, vantage and log of a probe; credentials are never used.</summary>
    public EndpointProbeOptions Probe { get; init; } = new();

    /// <summary>Told of progress: requests sent and planned. Called from any thread.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>Told of each request that ended. Called from any thread.</summary>
    public Action<AffinityTrial>? TrialDone { get; init; }
}
