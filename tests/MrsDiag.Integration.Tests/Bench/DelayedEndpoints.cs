using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// Many healthy endpoints on 127.x.y.z addresses with one port, each answering every request after a delay; they cost a listening socket
/// each and no process. An Authorization with a type 1 is answered by a type 2 that names the endpoint EX001, EX002 …
/// </summary>
internal sealed class DelayedEndpoints : IDisposable
{
    private readonly List<RawServer> _servers = [];

    /// <param name="count">How many, up to 60,000.</param>
    /// <param name="delay">Before each answer.</param>
    /// <param name="certificate">TLS with this certificate on all of them; null: plain.</param>
    public DelayedEndpoints(int count, TimeSpan delay, ServerCertificate? certificate = null)
    {
        // Instances differ in the port, so several can live side by side.
        int port = FreePort.Next();
        for (int i = 0; i < count; i++)
        {
            IPAddress address = new([127, 64, (byte)(i / 250), (byte)(1 + i % 250)]);
            _servers.Add(new RawServer(Script($"EX{i + 1:000}", delay), certificate, address, port));
        }
    }

    public IReadOnlyList<IPEndPoint> EndPoints => [.. _servers.Select(s => s.EndPoint)];

    /// <summary>Connections accepted by all of them so far.</summary>
    public int Accepted => _servers.Sum(s => s.Accepted);

    public void Dispose() => _servers.ForEach(s => s.Dispose());

    private static Func<RawConnection, Task> Script(string name, TimeSpan delay) => async connection =>
    {
        while (await connection.ReadHeadAsync() is { } head)
        {
            await connection.ReadBodyAsync(RawScripts.ContentLength(head));
            await connection.WaitAsync(delay);
            await connection.SendAsync(Answer(name, head));
        }
    };

    private static string Answer(string name, string head)
    {
        string answer = RawScripts.Unauthorized.Replace("\r\nX-Powered-By", $"\r\nX-FEServer: {name}\r\nX-Powered-By");
        string? scheme = new[] { "NTLM", "Negotiate" }
            .FirstOrDefault(s => head.Contains($"\r\nAuthorization: {s} {NtlmToken.Type1Prefix}", StringComparison.OrdinalIgnoreCase));
        return scheme is null
            ? answer
            : answer.Replace("WWW-Authenticate: Negotiate\r\nWWW-Authenticate: NTLM", $"WWW-Authenticate: {scheme} {Convert.ToBase64String(NtlmToken.Type2(name, "CONTOSO"))}");
    }
}
