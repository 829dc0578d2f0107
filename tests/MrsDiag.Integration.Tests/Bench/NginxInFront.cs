using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A reverse proxy in front of the servers, played by nginx, with nginx's own 413, 502 and 504 pages.</summary>
internal sealed class NginxInFront : IDisposable
{
    private readonly TempFolder _folder = new("nginx");
    private readonly NginxOptions _options;
    private readonly PeerProcess _process;

    public NginxInFront(NginxOptions options)
    {
        _options = options;
        EndPoint = options.ListenOn ?? new IPEndPoint(IPAddress.Loopback, FreePort.Next());
        options.Certificate?.WriteTo(_folder);
        string configuration = _folder.Write("nginx.conf", Configuration());
        _process = new PeerProcess("nginx", ["-p", _folder.Path, "-e", _folder.PathOf("error.log"), "-c", configuration]);
        try
        {
            _process.WaitUntil(() => PeerProcess.Accepts(EndPoint), _folder.ReadLogs);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>The error log, and one line a request: client address and port, server's address, status, request.</summary>
    public string Log => _process.Output + _folder.ReadLogs();

    public void Dispose()
    {
        _process.Dispose();
        _folder.Dispose();
    }

    private string Configuration() => string.Join('\n', [.. Main(), .. Upstream(), .. Server(), "}", ""]);

    private string[] Main() =>
    [
        "daemon off;", "master_process off;", "worker_processes 1;", "pid nginx.pid;", "error_log error.log warn;",
        "events { worker_connections 1024; }",
        "http {",
        "log_format short '$remote_addr:$remote_port $upstream_addr $status \"$request\"';",
        "access_log access.log short;",
        .. new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(k => $"{k}_temp_path {k};"),
        "keepalive_timeout 180s;",
    ];

    private string[] Upstream() =>
    [
        "upstream cas {",
        .. _options.Upstream,
        // max_fails: a server that fails is not left out of the rotation.
        .. _options.Servers.Select(s => $"server {s.EndPoint} max_fails=0;"),
        .. _options.KeepAlive == 0 ? Array.Empty<string>() : [$"keepalive {_options.KeepAlive};"],
        "}",
    ];

    private string[] Server() =>
    [
        "server {",
        $"listen {EndPoint}" + (_options.Certificate is null ? ";" : " ssl;"),
        .. _options.Certificate is null ? Array.Empty<string>() : ["ssl_certificate chain.pem;", "ssl_certificate_key key.pem;"],
        $"client_max_body_size {_options.MaxBody};",
        "location / {",
        .. _options.Location,
        $"proxy_pass {(_options.Servers.Any(s => s.IsTls) ? "https" : "http")}://cas;",
        "proxy_http_version 1.1;",
        "proxy_set_header Host $http_host;",
        "proxy_ssl_server_name on;",
        .. _options.KeepAlive == 0 ? Array.Empty<string>() : ["proxy_set_header Connection \"\";"],
        $"proxy_read_timeout {_options.ReadTimeout.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)}ms;",
        "}",
        "}",
    ];
}
