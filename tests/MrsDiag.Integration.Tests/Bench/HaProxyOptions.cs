using System;
using System.Collections.Generic;
using System.Net;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>How a <see cref="HaProxyInFront"/> behaves; lines for its sections come from <see cref="HaProxyRules"/> or are written out.</summary>
internal sealed record HaProxyOptions
{
    /// <summary>The servers; none: 503.</summary>
    public IReadOnlyList<BalancedServer> Servers { get; init; } = [];

    /// <summary>The certificate shown to clients; null: plain HTTP, or pass-through with <see cref="IsLayer4"/>.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>Bytes pass as they are, so without <see cref="Certificate"/> clients see the servers' certificates.</summary>
    public bool IsLayer4 { get; init; }

    /// <summary>The balance line's argument: roundrobin, source, leastconn, first …</summary>
    public string Balance { get; init; } = "roundrobin";

    /// <summary>What is appended to the line that listens with TLS, such as "ssl-max-ver TLSv1.2".</summary>
    public string TlsSuffix { get; init; } = "";

    /// <summary>More lines of the frontend.</summary>
    public IReadOnlyList<string> Frontend { get; init; } = [];

    /// <summary>More lines of the backend.</summary>
    public IReadOnlyList<string> Backend { get; init; } = [];

    /// <summary>What is appended to every server line; {name} stands for the server's name.</summary>
    public string ServerSuffix { get; init; } = "";

    /// <summary>Silence after which the client's side is closed.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>Silence after which the server's side is closed (504 while an answer is due).</summary>
    public TimeSpan ServerTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>Address and port; null: 127.0.0.1 and a free port.</summary>
    public IPEndPoint? ListenOn { get; init; }
}
