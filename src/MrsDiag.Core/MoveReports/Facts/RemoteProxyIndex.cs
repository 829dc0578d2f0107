using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>
/// The servers that host MRS Proxy on the remote side, from the "Connected to" lines (J6). A failure whose text gives no build gets that of the
/// nearest such line before it.
/// </summary>
internal sealed class RemoteProxyIndex
{
    private readonly List<(int Index, DateTime? At, ConnectedLine Line)> _lines = [];

    /// <summary>Makes the index.</summary>
    public RemoteProxyIndex(MoveReport report)
    {
        List<(int Index, ConnectedLine Line)> connections = ReportTimeline.Of(report).Connections;
        string side = report.RemoteSide.Length > 0 ? report.RemoteSide : OnlySide(connections);
        foreach ((int index, ConnectedLine line) in connections)
        {
            // A line in another language does not tell its side; only remote sides have a proxy, and Exchange Online's own is none.
            bool remote = line.Side.Length == 0 ? !RemoteServerText.IsExchangeOnline(line.ProxyServer) : line.Side == side;
            if (remote && line.ProxyServer.Length > 0)
                _lines.Add((index, report.Entries[index].At?.Utc, line));
        }
    }

    /// <summary>The last line, or <see langword="null"/>.</summary>
    public ConnectedLine? Last => _lines.Count == 0 ? null : _lines[_lines.Count - 1].Line;

    /// <summary>The nearest line before a failure; <see langword="null"/> where there is none, or where neither place nor time is known.</summary>
    public ConnectedLine? Before(MoveFailure failure)
    {
        int low = 0;
        int high = _lines.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (IsBefore(_lines[middle], failure))
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? null : _lines[low - 1].Line;
    }

    // The place in the report decides where it is known; two times of one second do not.
    private static bool IsBefore((int Index, DateTime? At, ConnectedLine Line) line, MoveFailure failure) =>
        failure.EntryIndex >= 0 ? line.Index < failure.EntryIndex : failure.At is { } at && line.At is { } lineAt && lineAt <= at.Utc;

    // Without a known direction the only side that has a proxy is the remote one; two of them say nothing.
    private static string OnlySide(List<(int Index, ConnectedLine Line)> connections)
    {
        string only = "";
        foreach ((int _, ConnectedLine line) in connections)
        {
            if (line.ProxyServer.Length == 0 || line.Side.Length == 0 || RemoteServerText.IsExchangeOnline(line.ProxyServer))
                continue;
            if (only.Length > 0 && only != line.Side)
                return "none";
            only = line.Side;
        }
        return only;
    }
}
