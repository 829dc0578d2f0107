using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// From a target to the addresses that are probed for it: those of its name first, then the pinned ones, each once a route.
internal sealed class TargetPlanner(SystemResolver resolver)
{
    public async Task<IReadOnlyList<AddressPlan>> PlanAsync(EndpointTarget target, DnsResult dns, CancellationToken cancellationToken)
    {
        List<AddressPlan> plans = [];
        if (target.ProbeName)
        {
            plans.AddRange(dns.Addresses.Select(static address => new AddressPlan(EndpointRoute.Name, address)));
            if (plans.Count == 0)
                plans.Add(new AddressPlan(EndpointRoute.Name, null));
        }
        await AddAsync(plans, target.Direct, EndpointRoute.Direct, cancellationToken).ConfigureAwait(false);
        await AddAsync(plans, target.Via, EndpointRoute.Via, cancellationToken).ConfigureAwait(false);
        if (plans.Count == 0)
            plans.Add(new AddressPlan(EndpointRoute.Name, null));
        return plans;
    }

    private async Task AddAsync(List<AddressPlan> plans, IReadOnlyList<PinnedServer> servers, EndpointRoute route, CancellationToken cancellationToken)
    {
        IReadOnlyList<AddressPlan>[] resolved = await Task.WhenAll(servers.Select(server => ResolveAsync(server, route, cancellationToken)))
            .ConfigureAwait(false);
        foreach (AddressPlan plan in resolved.SelectMany(static plan => plan))
        {
            if (plan.Address is null || !plans.Exists(known => IsSame(known, plan)))
                plans.Add(plan);
        }
    }

    private async Task<IReadOnlyList<AddressPlan>> ResolveAsync(PinnedServer server, EndpointRoute route, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(server.Name, out IPAddress? literal))
            return [new AddressPlan(route, AddressKind.Normalize(literal)) { Server = server }];
        (IReadOnlyList<IPAddress> addresses, CallFailure? failure) = await resolver.ResolveAsync(server.Name, cancellationToken).ConfigureAwait(false);
        return failure is null
            ? [.. addresses.Select(address => new AddressPlan(route, address) { Server = server, PinnedName = server.Name })]
            : [new AddressPlan(route, null) { Server = server, PinnedName = server.Name, Failure = failure.Error }];
    }

    // Two web sites of one server share its address and differ in what is set.
    private static bool IsSame(AddressPlan known, AddressPlan plan) => known.Route == plan.Route && plan.Address!.Equals(known.Address)
        && (plan.Server?.Configuration is null || known.Server?.Configuration is null || plan.Server.Configuration.Identity == known.Server.Configuration.Identity);
}
