using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Configuration;

namespace MrsDiag.Endpoints;

/// <summary>Tells each virtual directory what the others that publish the same name say: MRS Proxy has to be on at all of them.</summary>
internal static class SiblingServers
{
    /// <summary>Gives the servers again, with the others filled in. What was given stays as it is.</summary>
    public static IReadOnlyList<PinnedServer> Fill(IReadOnlyList<PinnedServer> servers)
    {
        string[] enabled = NamesOf(servers, enabled: true);
        string[] disabled = NamesOf(servers, enabled: false);
        return servers.Select(s => s.Configuration is { } own ? s with { Configuration = With(own, enabled, disabled) } : s).ToArray();
    }

    private static string[] NamesOf(IReadOnlyList<PinnedServer> servers, bool enabled) =>
        servers.Where(s => s.Configuration?.MrsProxyEnabled == enabled).Select(s => s.Configuration!.Server)
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(n => n, StringComparer.OrdinalIgnoreCase).ToArray();

    private static VirtualDirectory With(VirtualDirectory own, string[] enabled, string[] disabled) => own.WithOthers(
        Array.FindAll(enabled, n => !IsOwn(own, n)), Array.FindAll(disabled, n => !IsOwn(own, n)));

    private static bool IsOwn(VirtualDirectory own, string name) => string.Equals(own.Server, name, StringComparison.OrdinalIgnoreCase);
}
