using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// What stands between the probe and its surroundings. Tests put their own in; Autodiscover comes in here.
internal sealed record EndpointSeams
{
    /// <summary>Resolves a name; <see langword="null"/>: this computer's resolver.</summary>
    public Func<string, Task<IPAddress[]>>? Resolve { get; init; }

    /// <summary>The addresses of this computer; <see langword="null"/>: read from it.</summary>
    public LocalNetwork? Network { get; init; }

    /// <summary>Finds the endpoint of an e-mail address.</summary>
    public Func<EndpointTarget, ProbeServices, CancellationToken, Task<FoundEndpoint>>? Find { get; init; }
}
