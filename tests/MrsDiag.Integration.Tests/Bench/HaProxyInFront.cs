using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A balancer or other device in front of the servers, played by HAProxy.</summary>
internal sealed class HaProxyInFront : IDisposable
{
    private readonly TempFolder _folder = new("haproxy");
    private readonly HaProxyOptions _options;
    private readonly PeerProcess _process;

    public HaProxyInFront(HaProxyOptions options)
    {
        _options = options;
        EndPoint = options.ListenOn ?? new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        options.Certificate?.WriteTo(_folder);
        _process = new PeerProcess("haproxy", ["-db", "-f", _folder.Write("haproxy.cfg", Configuration())]);
        try
        {
            // Asked through its own socket: a connection to the front end would already take a turn in the rotation.
            _process.WaitUntil(() => Command("show info").Contains("Uptime_sec"), () => "");
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>
    /// One line a request: client address and port, server's name, status, whether TLS was resumed, request; with
    /// <see cref="HaProxyOptions.IsLayer4"/> one line a connection.
    /// </summary>
    public string Log => _process.Output;

    /// <summary>Runs a command of the runtime interface, such as "set server cas/CAS1 state drain".</summary>
    public string Command(string command)
    {
        try
        {
            using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(_folder.PathOf("admin.sock")));
            using NetworkStream stream = new(socket);
            stream.Write(Encoding.ASCII.GetBytes(command + "\n"));
            using StreamReader reader = new(stream, Encoding.ASCII);
            return reader.ReadToEnd();
        }
        catch (SocketException)
        {
            return "";
        }
    }

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    private string Configuration() => string.Join('\n', [.. Global(), .. Frontend(), .. Backend(), ""]);

    private string[] Global() =>
    [
        "global",
        $"stats socket {_folder.PathOf("admin.sock")} level admin",
        "nbthread 1",
        "maxconn 400",
        "log stdout format raw local0",
        "defaults",
        "log global",
        _options.IsLayer4 ? "mode tcp" : "mode http",
        _options.IsLayer4 ? "log-format \"%ci:%cp %s %ts\"" : "log-format \"%ci:%cp %s %ST %ts resumed=%[ssl_fc_is_resumed] %{+Q}r\"",
        "timeout connect 5s",
        "timeout client " + Milliseconds(_options.ClientTimeout),
        "timeout server " + Milliseconds(_options.ServerTimeout),
    ];

    private string[] Frontend() =>
    [
        "frontend published",
        $"bind {EndPoint}" + (_options.Certificate is null ? "" : $" ssl crt {_folder.PathOf("both.pem")} alpn http/1.1 {_options.TlsSuffix}"),
        .. _options.Frontend,
        "default_backend cas",
    ];

    private string[] Backend() =>
    [
        "backend cas",
        "balance " + _options.Balance,
        .. _options.Backend,
        .. _options.Servers.Select(Server),
    ];

    private string Server(BalancedServer server) =>
        $"server {server.Name} {server.EndPoint} {(server.IsTls && !_options.IsLayer4 ? "ssl verify none sni req.hdr(host),field(1,:)" : "")} "
        + _options.ServerSuffix.Replace("{name}", server.Name);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + "ms";
}
