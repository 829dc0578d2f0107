using System;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>By what Exchange Online is told from servers on-premises.</summary>
internal static class ExchangeOnlineSigns
{
    private static readonly string[] Domains = ["outlook.com", "office365.com", "exchangelabs.com"];

    // Headers of the service's own front ends (research endpoint-logs.md 1.3).
    private static readonly string[] Headers = ["X-FirstHopCafeEFZ", "X-FEProxyInfo", "X-FEEFZInfo"];

    /// <summary>Whether a name belongs to the service.</summary>
    public static bool IsHost(string host) => Array.Exists(Domains, domain =>
        host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)
        && (host.Length == domain.Length || host[host.Length - domain.Length - 1] == '.'));

    /// <summary>Whether an answer came from it.</summary>
    public static bool IsIn(HttpExchange exchange) => Array.Exists(Headers, name => exchange.Header(name).Length > 0);
}
