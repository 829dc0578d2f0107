using System;
using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>How a <see cref="NginxInFront"/> behaves.</summary>
internal sealed record NginxOptions
{
    /// <summary>The servers; all plain or all TLS.</summary>
    public IReadOnlyList<BalancedServer> Servers { get; init; } = [];

    /// <summary>The certificate shown to clients; null: plain HTTP.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>Lines of the upstream block before its servers: "ip_hash;", "least_conn;".</summary>
    public IReadOnlyList<string> Upstream { get; init; } = [];

    /// <summary>Idle connections kept to the servers and shared by all clients, which breaks NTLM; 0: one connection a request.</summary>
    public int KeepAlive { get; init; }

    /// <summary>Lines of the location block, such as "return 403;".</summary>
    public IReadOnlyList<string> Location { get; init; } = [];

    /// <summary>Largest request body in bytes; above it nginx itself answers 413.</summary>
    public long MaxBody { get; init; } = 1024 * 1024;

    /// <summary>How long an answer may take; nginx itself answers 504 after it.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Address and port; null: 127.0.0.1 and a free port.</summary>
    public IPEndPoint? ListenOn { get; init; }
}
