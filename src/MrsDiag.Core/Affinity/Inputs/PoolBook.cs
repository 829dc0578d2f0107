using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.MoveReports;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>Which servers stand behind which name, and the oldest of their builds (J21), as inputs tell it.</summary>
internal sealed class PoolBook
{
    private readonly Dictionary<string, Pool> _pools = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes a server of an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="server">The server; empty where only the build is known.</param>
    /// <param name="version">Its build as text; empty where not known.</param>
    public void Add(Uri endpoint, string server, string version) => Add(endpoint, server, VersionText.Parse(version));

    /// <summary>Notes the servers that the report of a move names on the remote side: those that host MRS Proxy, never the mailbox server (J6).</summary>
    /// <param name="endpoint">The endpoint that the move calls.</param>
    /// <param name="move">The statistics. Without a report they name none.</param>
    public void AddMove(Uri endpoint, IObjectView move)
    {
        foreach (MoveReport report in ReadReports(move))
        {
            foreach ((int _, ConnectedLine line) in ReportTimeline.Of(report).Connections.Where(c => IsRemote(c.Line, report.RemoteSide)))
                Add(endpoint, line.ProxyServer, line.ProxyVersion);
            foreach (MoveFailure failure in report.Failures)
            {
                RemoteServerText.Read(TextCleaner.Clean(failure.Message), out string server, out Version? version);
                Add(endpoint, server, version);
            }
        }
    }

    /// <summary>What is known of one endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <returns>Short names of its servers in the order in which they came, and the oldest build; empty where none is known.</returns>
    public (IReadOnlyList<string> Servers, string Version) Of(Uri endpoint) =>
        _pools.TryGetValue(endpoint.AbsoluteUri, out Pool? pool) ? (pool.Servers, pool.Oldest?.ToString() ?? "") : ([], "");

    private void Add(Uri endpoint, string server, Version? version)
    {
        if (!_pools.TryGetValue(endpoint.AbsoluteUri, out Pool? pool))
            _pools.Add(endpoint.AbsoluteUri, pool = new Pool());
        string name = ShownName.Of(server).Split('.')[0].ToUpper(CultureInfo.InvariantCulture);
        if (name.Length > 0 && !pool.Servers.Contains(name, StringComparer.OrdinalIgnoreCase))
            pool.Servers.Add(name);
        // 15.20 and later is Exchange Online, which is never behind the name of a customer.
        if (version is not null && version.Major >= 8 && version < new Version(15, 20) && (pool.Oldest is null || version < pool.Oldest))
            pool.Oldest = version;
    }

    private static bool IsRemote(ConnectedLine line, string remoteSide) =>
        line.ProxyServer.Length > 0 && !RemoteServerText.IsExchangeOnline(line.ProxyServer)
        && (line.Side.Length == 0 || remoteSide.Length == 0 || line.Side == remoteSide);

    // A move without a readable report still names its endpoint.
    private static IReadOnlyList<MoveReport> ReadReports(IObjectView move)
    {
        try
        {
            return MoveReportReader.Read(move, ReportOrigin.Pipeline, "", new MoveReportOptions());
        }
        catch (MoveReportException)
        {
            return [];
        }
    }

    private sealed class Pool
    {
        public List<string> Servers { get; } = [];

        public Version? Oldest { get; set; }
    }
}
