using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints.Discovery;

namespace MrsDiag.Endpoints.Probing;

// What all targets of one run share.
internal sealed class ProbeRun : IDisposable
{
    private readonly EndpointProbeOptions _options;
    private readonly EndpointSeams _seams;
    private readonly SystemResolver _resolver;
    private readonly DnsClient _client;
    private readonly DnsStage _dns;
    private readonly CredentialGate _gate;
    private readonly CancellationToken _stop;
    private readonly Dictionary<string, Task<DnsResult>> _names = new(StringComparer.OrdinalIgnoreCase);

    public ProbeRun(EndpointProbeOptions options, EndpointSeams seams, CancellationToken stop)
    {
        _options = options;
        _seams = seams;
        _stop = stop;
        LocalNetwork network = seams.Network ?? LocalNetwork.Read();
        _resolver = new SystemResolver(options, seams.Resolve);
        _client = new DnsClient(options, network);
        _dns = new DnsStage(_resolver, new DnsLookup(_client));
        _gate = new CredentialGate(options.Force);
        Throttle = new SemaphoreSlim(Math.Max(1, options.ThrottleLimit));
        Planner = new TargetPlanner(_resolver);
        Vantage = new VantageFinder(options.Vantage, network);
        Addresses = new AddressProbe(options, Vantage, _gate);
    }

    /// <summary>One place for each address that may be probed at the same time.</summary>
    public SemaphoreSlim Throttle { get; }

    public TargetPlanner Planner { get; }

    public VantageFinder Vantage { get; }

    public AddressProbe Addresses { get; }

    /// <summary>Resolves a name, once a run however many targets carry it.</summary>
    public Task<DnsResult> ResolveAsync(string host, CancellationToken cancellationToken) =>
        TimeLimit.RunAsync(() => Resolving(host), Timeout.InfiniteTimeSpan, victim: null, cancellationToken);

    /// <summary>Asks Autodiscover for the endpoint of an e-mail address.</summary>
    public async Task<FoundEndpoint> FindAsync(EndpointTarget target, CancellationToken cancellationToken)
    {
        ProbeServices services = new(_options, new HttpExchanger(_options), _client, ResolveAsync);
        await Throttle.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await (_seams.Find ?? AutodiscoverFinder.FindAsync)(target, services, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Throttle.Release();
        }
    }

    private Task<DnsResult> Resolving(string host)
    {
        lock (_names)
        {
            if (!_names.TryGetValue(host, out Task<DnsResult>? resolving))
                _names.Add(host, resolving = _dns.RunAsync(host, _stop));
            return resolving;
        }
    }

    public void Dispose()
    {
        Throttle.Dispose();
        _gate.Dispose();
        _resolver.Dispose();
    }
}
