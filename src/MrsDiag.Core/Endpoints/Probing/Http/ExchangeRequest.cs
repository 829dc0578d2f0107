using System;
using System.Collections.Generic;
using System.Net;
using MrsDiag.Wire.Http;

namespace MrsDiag.Endpoints.Probing;

/// <summary>One request without credentials, on a new connection.</summary>
internal sealed record ExchangeRequest
{
    /// <summary>Where the connection goes.</summary>
    public required IPAddress Address { get; init; }

    /// <summary>The name asked for: SNI and Host.</summary>
    public required string Host { get; init; }

    /// <summary>Port.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Whether TLS is spoken.</summary>
    public bool IsHttps { get; init; } = true;

    /// <summary>What it is made for.</summary>
    public ExchangePurpose Purpose { get; init; }

    /// <summary>Method.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Path and query, escaped.</summary>
    public string Path { get; init; } = "/";

    /// <summary>Header fields beside Host, User-Agent, Connection and those that describe the body.</summary>
    public IReadOnlyList<HttpHeader> Headers { get; init; } = [];

    /// <summary>The body; <see langword="null"/> for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body's content type.</summary>
    public string ContentType { get; init; } = "application/soap+xml; charset=utf-8";

    /// <summary>When the body is sent.</summary>
    public BodyTiming Timing { get; init; }

    /// <summary>Whether the body is sent in chunks.</summary>
    public bool IsChunked { get; init; }

    /// <summary>Whether <c>Expect: 100-continue</c> is sent.</summary>
    public bool Expect { get; init; }

    /// <summary>Whether the server is left free to keep the connection, as NTLM needs it. It is closed all the same.</summary>
    public bool KeepAlive { get; init; }

    /// <summary>What is asked where, in one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Method} {(IsHttps ? "https" : "http")}://{HostHeader}{Path} at {new IPEndPoint(Address, Port)}");

    /// <summary>The host as a Host field shows it.</summary>
    public string HostHeader
    {
        get
        {
            string name = Host.IndexOf(':') >= 0 ? $"[{Host}]" : Host;
            return Port == (IsHttps ? 443 : 80) ? name : FormattableString.Invariant($"{name}:{Port}");
        }
    }
}
