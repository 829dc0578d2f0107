using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>One endpoint to test, with what the inputs tell about the servers behind its name.</summary>
/// <param name="Endpoint">The endpoint; a pinned address replaces DNS.</param>
/// <param name="Knowledge">Version and servers of its pool, time-outs of the devices, keep-alive of the servers.</param>
public sealed record AffinityTarget(EndpointTarget Endpoint, AffinityKnowledge Knowledge);
