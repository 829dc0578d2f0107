using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints.Probing;

// Probes all addresses of one target.
internal sealed class TargetProbe(ProbeRun run)
{
    public async Task<IReadOnlyList<EndpointObservation>> RunAsync(EndpointTarget target, CancellationToken cancellationToken)
    {
        try
        {
            if (target.EmailAddress.Length == 0)
                return await ProbeAsync(target, [], cancellationToken).ConfigureAwait(false);
            FoundEndpoint found = await run.FindAsync(target, cancellationToken).ConfigureAwait(false);
            return found.Target is { } endpoint
                ? await ProbeAsync(endpoint, found.Steps, cancellationToken).ConfigureAwait(false)
                : [NotFound(target, found)];
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // A defect of ours, or something of the platform that nobody has seen yet: it is this target's trouble alone.
            EndpointObservation observation = Create(target, new AddressPlan(EndpointRoute.Name, null), []);
            observation.Tcp = new TcpObservation { End = CallEnd.Failed, Error = $"The probe failed: {CallFailure.Text(e)}" };
            observation.NotTested = Rest(StageReason.StageBeforeFailed, "The probe itself failed.");
            return [observation];
        }
    }

    private async Task<IReadOnlyList<EndpointObservation>> ProbeAsync(
        EndpointTarget target, IReadOnlyList<AutodiscoverStep> steps, CancellationToken cancellationToken)
    {
        string host = HostOf(target.Uri);
        bool isAgent = HybridAgent.IsHost(host);
        DnsResult dns = target.ProbeName || isAgent
            ? await run.ResolveAsync(host, cancellationToken).ConfigureAwait(false)
            : new DnsResult(new DnsObservation(), []);
        IReadOnlyList<AddressPlan> plans = isAgent
            ? [new AddressPlan(EndpointRoute.Name, null)]
            : await run.Planner.PlanAsync(target, dns, cancellationToken).ConfigureAwait(false);
        EndpointObservation[] observations = [.. plans.Select(plan => Create(target, plan, steps))];
        for (int i = 0; i < observations.Length; i++)
        {
            observations[i].IsFirst = i == 0;
            observations[i].Dns = dns.Observation;
            observations[i].NotTested = Notes(target, plans[i], isAgent);
        }
        await Task.WhenAll(observations.Select((observation, i) => ProbeAsync(target, observation, plans[i], cancellationToken)))
            .ConfigureAwait(false);
        Siblings.Fill(observations);
        return observations;
    }

    private async Task ProbeAsync(EndpointTarget target, EndpointObservation observation, AddressPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Address is not { } address)
            return;
        ProbePlace place = new(address, observation.Host, target.Uri.Port, IsHttps(target.Uri), target.Uri.PathAndQuery) { MayLogOn = target.MayLogOn };
        await run.Throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await run.Addresses.RunAsync(observation, place, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            run.Throttle.Release();
        }
    }

    private static StageNote[] Notes(EndpointTarget target, AddressPlan plan, bool isAgent)
    {
        List<StageNote> notes = [];
        if (!target.ProbeName && !isAgent)
            notes.Add(Note(EndpointStage.Dns, StageReason.SwitchedOff, "Only the given addresses are probed, not those of the name."));
        if (plan.Server?.Configuration?.AdPropertiesOnly == true)
        {
            notes.Add(Note(EndpointStage.Configuration, StageReason.AdPropertiesOnly,
                "The virtual directory was read with -ADPropertiesOnly: what IIS holds is not known."));
        }
        if (isAgent)
            notes.AddRange(Rest(StageReason.HybridAgent, "The name belongs to the Hybrid Agent, which answers Exchange Online only."));
        else if (plan.Address is null)
            notes.AddRange(Rest(StageReason.StageBeforeFailed, WhyNoAddress(plan)));
        return [.. notes];
    }

    private static string WhyNoAddress(AddressPlan plan) =>
        plan.PinnedName.Length > 0 ? $"{plan.PinnedName} gave no address. {plan.Failure}" : "The name gave no address.";

    private static StageNote[] Rest(string reason, string detail)
    {
        StageNotes notes = new();
        notes.Rest(reason, detail);
        return notes.Notes;
    }

    private static StageNote Note(EndpointStage stage, string reason, string detail) => new() { Stage = stage, Reason = reason, Detail = detail };

    private static EndpointObservation NotFound(EndpointTarget target, FoundEndpoint found)
    {
        EndpointObservation observation = Create(target, new AddressPlan(EndpointRoute.Name, null), found.Steps);
        observation.NotTested =
        [
            Note(EndpointStage.Dns, StageReason.StageBeforeFailed, found.Detail), .. Rest(StageReason.StageBeforeFailed, found.Detail),
        ];
        return observation;
    }

    private static EndpointObservation Create(EndpointTarget target, AddressPlan plan, IReadOnlyList<AutodiscoverStep> steps) => new()
    {
        // User name and password that somebody wrote into the address do not belong into a file.
        Uri = target.Uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.PathAndQuery, UriFormat.UriEscaped),
        Host = HostOf(target.Uri),
        Port = target.Uri.Port,
        Origin = target.Origin,
        OriginName = target.OriginName,
        Route = plan.Route,
        PinnedName = plan.PinnedName,
        Address = plan.Address?.ToString() ?? "",
        IsHybridAgent = HybridAgent.IsHost(HostOf(target.Uri)),
        StartedAt = DateTime.UtcNow,
        ComputerName = Environment.MachineName,
        Autodiscover = [.. steps],
        Configuration = plan.Server?.Configuration,
    };

    private static string HostOf(Uri uri) => uri.IdnHost.Trim('[', ']');

    private static bool IsHttps(Uri uri) => uri.Scheme == Uri.UriSchemeHttps;
}
