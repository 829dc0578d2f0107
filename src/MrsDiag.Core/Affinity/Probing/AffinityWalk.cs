using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using MrsDiag.MoveReports;

namespace MrsDiag.Affinity.Probing;

// The way of one test: the endpoint, its addresses, the plan, the trials.
internal sealed class AffinityWalk(AffinityProbeOptions options, ProbeRun run)
{
    public async Task<AffinityObservation> RunAsync(EndpointTarget target, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        AffinityObservation observation = Create(target);
        try
        {
            if (target.EmailAddress.Length == 0)
                await TestAsync(observation, target, cancellationToken).ConfigureAwait(false);
            else
                observation = await FindAndTestAsync(observation, target, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A defect of ours, or something of the platform that nobody has seen yet.
            observation.StoppedEarly = "The test itself failed: " + CallFailure.Text(e);
        }
        cancellationToken.ThrowIfCancellationRequested();
        observation.Duration = clock.Elapsed;
        return observation;
    }

    private async Task<AffinityObservation> FindAndTestAsync(AffinityObservation observation, EndpointTarget target, CancellationToken cancellationToken)
    {
        FoundEndpoint found = await run.FindAsync(target, cancellationToken).ConfigureAwait(false);
        if (found.Target is not { } endpoint)
        {
            observation.StoppedEarly = "unreachable: " + found.Detail;
            return observation;
        }
        observation = Create(endpoint);
        await TestAsync(observation, endpoint, cancellationToken).ConfigureAwait(false);
        return observation;
    }

    private async Task TestAsync(AffinityObservation observation, EndpointTarget target, CancellationToken cancellationToken)
    {
        if (observation.IsHybridAgent)
        {
            observation.NotTested = ["All variants: the name belongs to the Hybrid Agent, which answers Exchange Online only (J5)."];
            return;
        }
        IReadOnlyList<IPAddress> addresses = await FindAddressesAsync(observation, target, cancellationToken).ConfigureAwait(false);
        if (addresses.Count == 0)
        {
            observation.StoppedEarly = observation.IsPinned ? "unreachable: the pinned servers gave no address." : "unreachable: the name gave no address.";
            return;
        }
        observation.Vantage = run.Vantage.Find(addresses[0]).Vantage;
        bool isHttps = target.Uri.Scheme == Uri.UriSchemeHttps;
        TrialPlan plan = new(options, addresses, isHttps);
        observation.PlannedRequests = plan.Total;
        string where = string.Join(", ", addresses);
        options.Probe.Log?.Invoke(FormattableString.Invariant($"At most {plan.Total} requests to {observation.Uri} at {where}, none with a logon."));
        RequestMeter meter = new(options.RequestLimit, plan.Total, options.Progress);
        TrialMaker maker = new(options.Probe, new ProbePlace(addresses[0], observation.Host, target.Uri.Port, isHttps, target.Uri.PathAndQuery), meter) { Done = options.TrialDone };
        AffinityVariants variants = new(options, plan, maker, addresses);
        try
        {
            await variants.RunAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            observation.Trials = maker.Trials;
            observation.Idle = variants.Idle;
            observation.NotTested = [.. variants.NotTested];
            observation.SentRequests = meter.Sent;
            observation.StoppedEarly = meter.StoppedEarly;
        }
    }

    // Pinned addresses stand for the name: DNS plays no part then. Devices in front come before the servers behind them, which have no
    // balancing to be tested.
    private async Task<IReadOnlyList<IPAddress>> FindAddressesAsync(AffinityObservation observation, EndpointTarget target, CancellationToken cancellationToken)
    {
        DnsResult dns = new(new DnsObservation(), []);
        EndpointTarget asked = target;
        observation.IsPinned = target.Via.Count > 0 || target.Direct.Count > 0;
        if (observation.IsPinned)
            asked = target with { ProbeName = false, Direct = target.Via.Count > 0 ? [] : target.Direct };
        else
            dns = await run.ResolveAsync(observation.Host, cancellationToken).ConfigureAwait(false);
        observation.Dns = dns.Observation;
        IReadOnlyList<AddressPlan> plans = await run.Planner.PlanAsync(asked, dns, cancellationToken).ConfigureAwait(false);
        return [.. plans.Select(static plan => plan.Address).OfType<IPAddress>().Distinct()];
    }

    private AffinityObservation Create(EndpointTarget target)
    {
        string host = target.Uri.IdnHost.Trim('[', ']');
        return new AffinityObservation
        {
            // User name and password that somebody wrote into the address do not belong into a file.
            Uri = target.Uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped),
            Host = host,
            Port = target.Uri.Port,
            StartedAt = DateTime.UtcNow,
            ComputerName = Environment.MachineName,
            IsHybridAgent = HybridAgent.IsHost(host),
            Count = options.Count,
            Interval = options.Interval,
            GivenVersion = options.Knowledge.ServerVersion,
            GivenServers = [.. options.Knowledge.Servers],
            DeviceIdleTimeout = options.Knowledge.DeviceIdleTimeout,
            FirewallIdleTimeout = options.Knowledge.FirewallIdleTimeout,
            KeepAlive = [.. options.Knowledge.KeepAlive],
        };
    }
}
