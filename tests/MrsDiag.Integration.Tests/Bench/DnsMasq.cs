using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// A DNS server on a high port (UDP and TCP) that knows the given records only: other names are NXDOMAIN, and names below
/// <see cref="SilentDomain"/> are never answered.
/// </summary>
internal sealed class DnsMasq : IDisposable
{
    /// <summary>Names in this domain are asked from a server that stays silent.</summary>
    public const string SilentDomain = "silent.test";

    private readonly TempFolder _folder = new("dnsmasq");
    private readonly Socket _silent = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly PeerProcess _process;

    /// <param name="records">From <see cref="DnsRecord"/>; several addresses of one name are several records.</param>
    public DnsMasq(params DnsRecord[] records)
    {
        EndPoint = new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        _silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        string configuration = _folder.Write("dnsmasq.conf", string.Join('\n', [.. Lines(), .. records.Select(r => r.Line), ""]));
        _process = new PeerProcess("dnsmasq", ["--keep-in-foreground", "--conf-file=" + configuration]);
        try
        {
            _process.WaitUntil(() => PeerProcess.Accepts(EndPoint), () => "");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>One line a query and one an answer.</summary>
    public string Log => _process.Output;

    public void Dispose()
    {
        _process.Dispose();
        _silent.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<string> Lines() =>
    [
        $"port={EndPoint.Port}", "listen-address=127.0.0.1", "bind-interfaces", "no-resolv", "no-hosts", "no-poll",
        "pid-file=" + _folder.PathOf("dnsmasq.pid"),
        // As root it would change to an account that may not exist here.
        .. Environment.IsPrivilegedProcess ? ["user=root"] : Array.Empty<string>(),
        "log-queries", "log-facility=-",
        // The later, more exact line wins for its domain; everything else is local, so what is unknown is NXDOMAIN.
        "local=/#/", $"server=/{SilentDomain}/127.0.0.1#{((IPEndPoint)_silent.LocalEndPoint!).Port}",
    ];
}
