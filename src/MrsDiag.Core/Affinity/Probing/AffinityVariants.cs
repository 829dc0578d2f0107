using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Affinity.Probing;

// All variants of one endpoint, one after the other so that none disturbs another, and why some were left out.
internal sealed class AffinityVariants(AffinityProbeOptions options, TrialPlan plan, TrialMaker maker, IReadOnlyList<IPAddress> addresses)
{
    private readonly List<string> _notTested = [];
    private IPAddress _address = addresses[0];

    public IReadOnlyList<string> NotTested => _notTested;

    public IdleObservation[] Idle { get; private set; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await NewConnectionsAsync(cancellationToken).ConfigureAwait(false);
        await CookiesAsync(cancellationToken).ConfigureAwait(false);
        await ResumptionAsync(cancellationToken).ConfigureAwait(false);
        if (await OneConnection.RunAsync(maker, Way(AffinityVariant.OneConnection), cancellationToken).ConfigureAwait(false) is { } whyOne)
            _notTested.Add(whyOne);
        if (plan.Held > 0)
            await HeldConnections.RunAsync(maker, Way(AffinityVariant.HeldOpen), plan.Held, cancellationToken).ConfigureAwait(false);
        await EachAddressAsync(cancellationToken).ConfigureAwait(false);
        await SecondSourceAsync(cancellationToken).ConfigureAwait(false);
        await AfterPauseAsync(cancellationToken).ConfigureAwait(false);
        Task<IdleObservation[]> idle = new IdleConnections(maker, Way(AffinityVariant.NewConnection)).RunAsync(options.IdleTimes, cancellationToken);
        try
        {
            await WatchAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Idle = await idle.ConfigureAwait(false);
        }
        if (plan.Idle == 0)
            _notTested.Add("Idle time: no silence to measure was given.");
    }

    // Over one address, so that the rotation of DNS answers does not mix in: the first that can be reached.
    private async Task NewConnectionsAsync(CancellationToken cancellationToken)
    {
        for (int i = 0; i < plan.New && !maker.Meter.IsStopped; i++)
        {
            if (i > 0)
                await PauseAsync(options.Interval, cancellationToken).ConfigureAwait(false);
            AffinityTrial? trial = await maker.AskOnceAsync(Way(AffinityVariant.NewConnection), i % TrialPlan.HealthEvery == 0, cancellationToken)
                .ConfigureAwait(false);
            if (i + 1 < addresses.Count && trial is { SourceAddress: "" } && _address.Equals(addresses[i]))
                _address = addresses[i + 1];
        }
        if (addresses.Count > 1)
        {
            string others = string.Join(", ", addresses.Where(other => !other.Equals(_address)));
            _notTested.Add(
                $"All variants but EachAddress asked {_address} alone, so that the rotation of DNS answers does not mix in; "
                + $"they were not tried against {others}.");
        }
        if (maker.Trials.Any(static trial => trial is { Variant: AffinityVariant.NewConnection, Resumed: true }))
            _notTested.Add("New connections with a full handshake: this platform cannot be told not to resume TLS sessions, and some were resumed.");
    }

    private async Task CookiesAsync(CancellationToken cancellationToken)
    {
        if (maker.FirstCookies is not { } cookies)
            _notTested.Add("Cookies: no answer set one.");
        else
            await RepeatAsync(Way(AffinityVariant.Cookies) with { Cookies = cookies }, plan.Cookies, cancellationToken).ConfigureAwait(false);
    }

    private async Task ResumptionAsync(CancellationToken cancellationToken)
    {
        if (plan.Resumed == 0)
        {
            _notTested.Add("TLS resumption: the endpoint is asked over http.");
            return;
        }
        AffinityTrial[] trials = await RepeatAsync(
            Way(AffinityVariant.TlsResumption) with { Resumption = TlsResumption.Allowed }, plan.Resumed, cancellationToken).ConfigureAwait(false);
        if (trials.Length > 0 && !trials.Any(static trial => trial.Resumed == true))
        {
            _notTested.Add(trials.Any(static trial => trial.Resumed == false)
                ? "TLS resumption: no connection was resumed, because the endpoint or this platform does not do it."
                : "TLS resumption: whether a connection was resumed could not be told.");
        }
    }

    private async Task EachAddressAsync(CancellationToken cancellationToken)
    {
        if (plan.Addresses.Count == 0)
        {
            _notTested.Add("Each address: there is one only.");
            return;
        }
        foreach (IPAddress address in plan.Addresses)
            await RepeatAsync(Way(AffinityVariant.EachAddress, address), plan.EachAddress / plan.Addresses.Count, cancellationToken).ConfigureAwait(false);
        if (addresses.Count > plan.Addresses.Count)
            _notTested.Add(FormattableString.Invariant($"Each address: {addresses.Count - plan.Addresses.Count} of {addresses.Count} addresses were left out."));
    }

    private async Task SecondSourceAsync(CancellationToken cancellationToken)
    {
        if (plan.SecondSource == 0)
            _notTested.Add("Second source address: none was given.");
        else
        {
            TrialWay way = Way(AffinityVariant.SecondSource) with { Source = options.SourceAddresses[1] };
            await RepeatAsync(way, plan.SecondSource, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AfterPauseAsync(CancellationToken cancellationToken)
    {
        if (plan.AfterPause == 0)
        {
            _notTested.Add("After a pause: none was given.");
            return;
        }
        if (maker.Meter.IsStopped)
            return;
        await PauseAsync(options.Pause, cancellationToken).ConfigureAwait(false);
        await RepeatAsync(Way(AffinityVariant.AfterPause), plan.AfterPause, cancellationToken).ConfigureAwait(false);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        if (plan.Watch == 0)
        {
            _notTested.Add(options.Duration <= TimeSpan.Zero ? "Long watch: no duration was given." : "Long watch: the limit leaves no request for it.");
            return;
        }
        TimeSpan asked = options.Interval;
        if (plan.WatchInterval > asked && plan.WatchInterval > TimeSpan.FromSeconds(1))
        {
            _notTested.Add(FormattableString.Invariant($"Long watch: one connection each {plan.WatchInterval.TotalSeconds:0.#} seconds, ")
                + FormattableString.Invariant($"and none more often, so that the limit of {options.RequestLimit} requests lasts for its whole time."));
        }
        Stopwatch clock = Stopwatch.StartNew();
        for (int i = 0; i < plan.Watch && !maker.Meter.IsStopped; i++)
        {
            await PauseAsync(TimeSpan.FromTicks(i * plan.WatchInterval.Ticks) - clock.Elapsed, cancellationToken).ConfigureAwait(false);
            if (clock.Elapsed > options.Duration)
                return;
            await maker.AskOnceAsync(Way(AffinityVariant.Watch), withHealth: false, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<AffinityTrial[]> RepeatAsync(TrialWay way, int count, CancellationToken cancellationToken)
    {
        List<AffinityTrial> trials = [];
        for (int i = 0; i < count && !maker.Meter.IsStopped; i++)
        {
            if (i > 0)
                await PauseAsync(options.Interval, cancellationToken).ConfigureAwait(false);
            if (await maker.AskOnceAsync(way, withHealth: false, cancellationToken).ConfigureAwait(false) is { } trial)
                trials.Add(trial);
        }
        return [.. trials];
    }

    private TrialWay Way(AffinityVariant variant) => Way(variant, _address);

    // A source of the other family could not lead there.
    private TrialWay Way(AffinityVariant variant, IPAddress address) => new(variant, address)
    {
        Source = options.SourceAddresses.Take(1).FirstOrDefault(source => source.AddressFamily == address.AddressFamily),
    };

    private static Task PauseAsync(TimeSpan time, CancellationToken cancellationToken) =>
        time > TimeSpan.Zero ? Task.Delay(time, cancellationToken) : Task.CompletedTask;
}
