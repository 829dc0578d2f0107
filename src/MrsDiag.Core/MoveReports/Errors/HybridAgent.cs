using System;

namespace MrsDiag.MoveReports;

/// <summary>The names under which a Hybrid Agent publishes Exchange (J5).</summary>
public static class HybridAgent
{
    /// <summary>What such a name ends in.</summary>
    public const string HostSuffix = ".resource.mailboxmigration.his.msappproxy.net";

    /// <summary>Whether a host is a Hybrid Agent.</summary>
    /// <param name="host">A host name without scheme and port.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsHost(string host) => host.EndsWith(HostSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a text names one anywhere.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Whether it does.</returns>
    internal static bool IsNamedIn(string text) => TextSearch.Has(text, HostSuffix);
}
