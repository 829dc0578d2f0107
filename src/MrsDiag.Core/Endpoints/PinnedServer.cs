using MrsDiag.Configuration;

namespace MrsDiag.Endpoints;

/// <summary>A server or device that is probed under the endpoint's name, whatever that name resolves to.</summary>
/// <param name="Name">Its IP address, or its own name.</param>
/// <param name="Configuration">Its virtual directory, where one was given.</param>
public sealed record PinnedServer(string Name, VirtualDirectory? Configuration = null);
