using System.Net;
using MrsDiag.Endpoints.Probing;

namespace MrsDiag.Affinity.Probing;

// How a connection is made, and what for.
internal sealed record TrialWay(AffinityVariant Variant, IPAddress Address)
{
    /// <summary>The address of this computer; <see langword="null"/>: the system's choice.</summary>
    public IPAddress? Source { get; init; }

    public TlsResumption Resumption { get; init; } = TlsResumption.Avoided;

    /// <summary>What is sent back with each request.</summary>
    public CookieStore? Cookies { get; init; }
}
