using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;

namespace MrsDiag.Core.Tests.Affinity.Support;

/// <summary>
/// A balancer and its servers in one listener: a test says which server answers a request. The servers speak as Exchange does, by challenge,
/// X-FEServer and healthcheck.htm, and keep a connection until the client says otherwise.
/// </summary>
internal sealed class Pool : IDisposable
{
    private readonly Func<PoolRequest, string> _choose;
    private readonly ConcurrentQueue<PoolRequest> _requests = new();
    private int _connections;
    private int _open;

    public Pool(Func<PoolRequest, string> choose, X509Certificate2? certificate = null)
    {
        _choose = choose;
        Server = certificate is null ? RawServer.Start(ServeAsync) : RawServer.StartTls(certificate, ServeAsync);
    }

    public RawServer Server { get; }

    public int Port => Server.Port;

    public IReadOnlyList<PoolRequest> Requests => [.. _requests];

    /// <summary>Schemes offered beside the challenge.</summary>
    public IReadOnlyList<string> Offers { get; init; } = ["Negotiate", "NTLM"];

    /// <summary>A cookie that every answer to a request without one sets; {0} stands for the server.</summary>
    public string SetCookie { get; init; } = "";

    /// <summary>Whether X-FEServer and healthcheck.htm are there, as in 2013 and later.</summary>
    public bool IsNew { get; init; } = true;

    /// <summary>Another answer in place of a server's.</summary>
    public Func<PoolRequest, string?> Instead { get; init; } = _ => null;

    public void Dispose() => Server.Dispose();

    private async Task ServeAsync(RawConnection connection)
    {
        int number = Interlocked.Increment(ref _connections);
        int open = Interlocked.Increment(ref _open);
        try
        {
            for (int i = 1; ; i++)
            {
                PoolRequest request = new(number, i, open, await connection.ReadHeadAsync());
                _requests.Enqueue(request);
                await connection.SendAsync(Instead(request) ?? Answer(request, _choose(request)));
                if (request.Head.Contains("\r\nConnection: close", StringComparison.Ordinal))
                    return;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private string Answer(PoolRequest request, string server)
    {
        string mark = IsNew && server.Length > 0 ? $"X-FEServer: {server}\r\nX-OWA-Version: 15.2.1544.11\r\n" : "";
        if (request.IsHealth)
        {
            return IsNew
                ? $"HTTP/1.1 200 OK\r\n{mark}Content-Length: {server.Length + 23}\r\n\r\n200 OK<br/>{server}.contoso.com"
                : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
        }
        string cookie = SetCookie.Length > 0 && !request.Head.Contains("\r\nCookie:", StringComparison.Ordinal) ? $"Set-Cookie: {SetCookie.Replace("{0}", server)}\r\n" : "";
        return $"HTTP/1.1 401 Unauthorized\r\nServer: Microsoft-IIS/10.0\r\n{mark}{cookie}{string.Concat(Offers.Select(scheme => Offer(scheme, request, server)))}Content-Length: 0\r\n\r\n";
    }

    private static string Offer(string scheme, PoolRequest request, string server)
    {
        bool asks = server.Length > 0 && request.Head.Contains($"\r\nAuthorization: {scheme} ", StringComparison.Ordinal);
        return $"WWW-Authenticate: {scheme}{(asks ? " " + Convert.ToBase64String(Type2Message.Create(server, "CONTOSO", DateTime.UtcNow)) : "")}\r\n";
    }
}

/// <summary>One request as the pool got it.</summary>
/// <param name="Connection">Number of the connection, from 1.</param>
/// <param name="Number">Number of the request on it, from 1.</param>
/// <param name="Open">Connections that were open when this one came, itself included.</param>
/// <param name="Head">Request line and header fields.</param>
internal sealed record PoolRequest(int Connection, int Number, int Open, string Head)
{
    public bool IsHealth => Head.Contains("/ews/healthcheck.htm ", StringComparison.OrdinalIgnoreCase);

    public string Cookie => Head.Split('\n').Where(line => line.StartsWith("Cookie: ", StringComparison.Ordinal)).Select(line => line.Substring(8).Trim()).FirstOrDefault() ?? "";
}
