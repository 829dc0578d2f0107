using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>
/// A server in the test process that sends just the bytes a script says, plain or over TLS. When the script ends the connection is
/// closed. For what no real server does, or not on command: late or missing 100, resets, endless headers, other protocols.
/// </summary>
internal sealed class RawServer : IDisposable
{
    private readonly Socket _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Socket, bool> _open = new();
    private readonly Func<RawConnection, Task> _script;
    private readonly SslStreamCertificateContext? _certificate;
    private int _accepted;

    /// <param name="script">Runs once for each connection; see <see cref="RawScripts"/>.</param>
    /// <param name="certificate">TLS with this certificate; null: plain.</param>
    /// <param name="address">The loopback address to listen on; null: 127.0.0.1.</param>
    /// <param name="port">The port; 0: any free one.</param>
    public RawServer(Func<RawConnection, Task> script, ServerCertificate? certificate = null, IPAddress? address = null, int port = 0)
    {
        _script = script;
        // Offline: the chain is sent as given and never completed from elsewhere.
        _certificate = certificate is null ? null : SslStreamCertificateContext.Create(certificate.Leaf, [.. certificate.Sent], offline: true);
        IPEndPoint listenOn = new(address ?? IPAddress.Loopback, port);
        _listener = new Socket(listenOn.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(listenOn);
        _listener.Listen(512);
        EndPoint = (IPEndPoint)_listener.LocalEndPoint!;
        _ = AcceptAsync();
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>How many connections were accepted so far.</summary>
    public int Accepted => Volatile.Read(ref _accepted);

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        foreach (Socket socket in _open.Keys) socket.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptAsync(_stop.Token);
                Interlocked.Increment(ref _accepted);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        _open[socket] = true;
        try
        {
            socket.NoDelay = true;
            await using Stream stream = await OpenAsync(socket);
            await _script(new RawConnection(socket, stream, _stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException or AuthenticationException)
        {
            // The client went away, refused the certificate, or the bench is being taken down: what the client saw is what tests judge.
        }
        finally
        {
            _open.TryRemove(socket, out _);
            socket.Dispose();
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        NetworkStream plain = new(socket, ownsSocket: false);
        if (_certificate is null) return plain;
        SslStream tls = new(plain);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate }, _stop.Token);
        return tls;
    }
}
