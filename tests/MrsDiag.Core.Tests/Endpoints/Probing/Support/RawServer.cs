using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Core.Tests.Endpoints.Probing.Support;

/// <summary>A listener on loopback that does to a connection whatever a test says. Remembers the heads of all requests it read.</summary>
internal sealed class RawServer : IDisposable
{
#pragma warning disable CA2213 // It cannot be disposed in .NET Framework; Stop does the same.
    private readonly TcpListener _listener;
#pragma warning restore CA2213
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawConnection, Task> _serve;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<string> _heads = new();
    private readonly ConcurrentQueue<Socket> _sockets = new();
    private int _open;
    private int _mostOpen;

    private RawServer(Func<RawConnection, Task> serve, X509Certificate2? certificate, IPAddress address, int port)
    {
        _serve = serve;
        _certificate = certificate;
        _listener = new TcpListener(address, port);
        _listener.Start(512);
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyList<string> Heads => [.. _heads];

    public int MostOpen => _mostOpen;

    public int WithAuthorization => Heads.Count(head => head.Contains("\r\nAuthorization:", StringComparison.OrdinalIgnoreCase));

    public static RawServer Start(Func<RawConnection, Task> serve) => new(serve, null, IPAddress.Loopback, 0);

    public static RawServer StartTls(X509Certificate2 certificate, Func<RawConnection, Task> serve, IPAddress? address = null, int port = 0) =>
        new(serve, certificate, address ?? IPAddress.Loopback, port);

    /// <summary>Answers every request the same way once its head has come.</summary>
    public static RawServer Answering(string answer) => Start(connection => AnswerAsync(connection, answer));

    public static async Task AnswerAsync(RawConnection connection, string answer)
    {
        await connection.ReadHeadAsync();
        await connection.SendAsync(answer);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        while (_sockets.TryDequeue(out Socket? socket))
            socket.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                _sockets.Enqueue(socket);
                _ = Task.Run(() => ServeAsync(socket));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        int open = Interlocked.Increment(ref _open);
        for (int most = _mostOpen; open > most; most = _mostOpen)
            Interlocked.CompareExchange(ref _mostOpen, open, most);
        try
        {
            using Stream plain = new NetworkStream(socket, ownsSocket: true);
            using Stream stream = _certificate is null ? plain : await SecureAsync(plain, _certificate);
            await _serve(new RawConnection(socket, stream, _heads, _stop.Token));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or OperationCanceledException or AuthenticationException)
        {
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }

    private static async Task<Stream> SecureAsync(Stream plain, X509Certificate2 certificate)
    {
        SslStream secure = new(plain);
        await secure.AuthenticateAsServerAsync(certificate);
        return secure;
    }
}
