using System;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

/// <summary>What a run lends to those who look for something beside the endpoint itself, such as Autodiscover.</summary>
/// <param name="Options">What the caller said.</param>
/// <param name="Exchanger">Makes single HTTP requests without credentials.</param>
/// <param name="Dns">Asks DNS servers, also for SRV records.</param>
/// <param name="ResolveAsync">Resolves a name, once a run.</param>
internal sealed record ProbeServices(
    EndpointProbeOptions Options, HttpExchanger Exchanger, DnsClient Dns, Func<string, CancellationToken, Task<DnsResult>> ResolveAsync);
