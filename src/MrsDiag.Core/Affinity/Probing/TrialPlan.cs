using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;

namespace MrsDiag.Affinity.Probing;

// How many requests each variant may send at most. Known before the first one is sent.
internal sealed class TrialPlan
{
    /// <summary>A name with more addresses is a content network.</summary>
    public const int MostAddresses = 8;

    /// <summary>healthcheck.htm is asked behind each trial of this number, not behind all: two requests a connection would walk a rotation in step.</summary>
    public const int HealthEvery = 5;

    private const int Repeated = 6;
    private const int FewTrials = 3;
    private static readonly TimeSpan ShortestWatchInterval = TimeSpan.FromSeconds(1);

    public TrialPlan(AffinityProbeOptions options, IReadOnlyList<IPAddress> addresses, bool isHttps)
    {
        int count = Math.Max(1, options.Count), few = Math.Min(count, Repeated);
        New = count;
        HealthChecks = (count + HealthEvery - 1) / HealthEvery;
        Cookies = few;
        Resumed = isHttps ? few : 0;
        Held = Math.Max(0, options.HeldConnections);
        Addresses = addresses.Count > 1 ? [.. addresses.Take(MostAddresses)] : [];
        EachAddress = Addresses.Count * FewTrials;
        SecondSource = options.SourceAddresses.Count > 1 ? few : 0;
        AfterPause = options.Pause > TimeSpan.Zero ? FewTrials : 0;
        Idle = options.IdleTimes.Count * 2;
        int before = New + HealthChecks + Cookies + Resumed + OneConnection.Count + 1 + Held + EachAddress + SecondSource + AfterPause + Idle;
        (Watch, WatchInterval) = PlanWatch(options, Math.Max(0, options.RequestLimit - before));
        Total = Math.Min(before + Watch, Math.Max(0, options.RequestLimit));
    }

    public int New { get; }

    public int HealthChecks { get; }

    public int Cookies { get; }

    public int Resumed { get; }

    public int Held { get; }

    /// <summary>The addresses to be asked one by one; none where the name has one only.</summary>
    public IReadOnlyList<IPAddress> Addresses { get; }

    public int EachAddress { get; }

    public int SecondSource { get; }

    public int AfterPause { get; }

    public int Idle { get; }

    public int Watch { get; }

    public TimeSpan WatchInterval { get; }

    public int Total { get; }

    // A watch that is longer than the cap allows is thinned out, not cut off: how long the server stays is what it is for.
    private static (int Count, TimeSpan Interval) PlanWatch(AffinityProbeOptions options, int left)
    {
        TimeSpan interval = options.Interval > ShortestWatchInterval ? options.Interval : ShortestWatchInterval;
        if (options.Duration <= TimeSpan.Zero || left == 0)
            return (0, interval);
        long count = (options.Duration.Ticks + interval.Ticks - 1) / interval.Ticks;
        return count <= left ? ((int)count, interval) : (left, TimeSpan.FromTicks(options.Duration.Ticks / left));
    }
}
