using System.Net;

namespace MrsDiag.Endpoints.Probing;

// One address that is to be probed; without an address, why there is none.
internal sealed record AddressPlan(EndpointRoute Route, IPAddress? Address)
{
    public PinnedServer? Server { get; init; }

    /// <summary>The server's name where it was given by name.</summary>
    public string PinnedName { get; init; } = "";

    /// <summary>Why a pinned name gave no address.</summary>
    public string Failure { get; init; } = "";
}
