using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Affinity.Probing;

// Makes trials and keeps them, with what one of them teaches the next: the scheme to ask with, the cookies, whether healthcheck.htm answers.
internal sealed class TrialMaker(EndpointProbeOptions options, ProbePlace place, RequestMeter meter)
{
    private readonly object _gate = new();
    private readonly List<AffinityTrial> _trials = [];
    private int _connections;

    public ProbePlace Place => place;

    public RequestMeter Meter => meter;

    /// <summary>NTLM; Negotiate once a server has offered that alone.</summary>
    public string Scheme { get; private set; } = "NTLM";

    /// <summary>The first cookies that an answer to a new connection set.</summary>
    public CookieStore? FirstCookies { get; private set; }

    /// <summary>Whether healthcheck.htm is worth another request.</summary>
    public bool AsksHealth { get; private set; } = true;

    /// <summary>Told of each trial that is kept.</summary>
    public Action<AffinityTrial>? Done { get; init; }

    /// <summary>The trials so far, in the order in which they began.</summary>
    public AffinityTrial[] Trials
    {
        get
        {
            lock (_gate)
                return [.. _trials.OrderBy(static trial => trial.StartedAt)];
        }
    }

    /// <summary>Opens a connection; whether it came about shows in its first trial.</summary>
    public async Task<TrialConnection> OpenAsync(TrialWay way, CancellationToken cancellationToken)
    {
        int number = Interlocked.Increment(ref _connections);
        ExchangeRequest there = (place with { Address = way.Address }).Request(ExchangePurpose.Get, "GET", place.Path);
        options.Log?.Invoke(FormattableString.Invariant($"{way.Variant}, connection {number}: {there}"));
        HttpConnection http = await HttpConnection.OpenAsync(there, way.Source, way.Resumption, options, cancellationToken).ConfigureAwait(false);
        return new TrialConnection(this, way, number, http);
    }

    /// <summary>One new connection with one trial, perhaps with healthcheck.htm behind it.</summary>
    /// <returns>The trial; <see langword="null"/> where no more may be sent.</returns>
    public async Task<AffinityTrial?> AskOnceAsync(TrialWay way, bool withHealth, CancellationToken cancellationToken)
    {
        if (meter.IsStopped)
            return null;
        DateTime start = DateTime.UtcNow;
        Stopwatch clock = Stopwatch.StartNew();
        bool asksHealth = withHealth && AsksHealth;
        using TrialConnection connection = await OpenAsync(way, cancellationToken).ConfigureAwait(false);
        TimeSpan opening = clock.Elapsed;
        if (await connection.AskAsync(withToken: true, cancellationToken).ConfigureAwait(false) is not { } trial)
            return null;
        trial.StartedAt = start;
        trial.Duration += opening;
        Keep(trial);
        if (trial.End != CallEnd.Succeeded && way.Variant != AffinityVariant.Watch)
            meter.Unanswered(trial.Error);
        if (asksHealth && connection.CanSend)
        {
            trial.HealthServer = await connection.AskHealthAsync(cancellationToken).ConfigureAwait(false);
            AsksHealth = trial.HealthServer.Length > 0;
        }
        return trial;
    }

    /// <summary>Keeps a trial and numbers it within its variant.</summary>
    public void Keep(AffinityTrial trial)
    {
        lock (_gate)
        {
            trial.Number = _trials.Count(known => known.Variant == trial.Variant) + 1;
            _trials.Add(trial);
        }
        Done?.Invoke(trial);
    }

    /// <summary>What an answer teaches.</summary>
    public void Learn(AffinityTrial trial, HttpCallResult result)
    {
        if (result.Exchange.End == CallEnd.Succeeded && result.Exchange.Status is { } status)
            meter.Answered(status);
        lock (_gate)
        {
            if (trial.Variant == AffinityVariant.NewConnection && result.Head is { } head)
                FirstCookies ??= CookieStore.Read(head);
            if (result.Exchange.Status == 401 && TrialReading.Offers(result.Exchange, "negotiate") && !TrialReading.Offers(result.Exchange, "ntlm"))
                Scheme = "Negotiate";
        }
    }
}
