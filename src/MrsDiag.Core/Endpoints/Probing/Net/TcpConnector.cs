using System;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

internal static class TcpConnector
{
    /// <summary>Connects. The socket is the caller's; there is none where it failed.</summary>
    public static Task<TcpResult> ConnectAsync(IPAddress address, int port, TimeSpan limit, CancellationToken cancellationToken) =>
        ConnectAsync(source: null, address, port, limit, cancellationToken);

    /// <summary>Connects from a given address of this computer; without one, the system chooses.</summary>
    public static async Task<TcpResult> ConnectAsync(IPAddress? source, IPAddress address, int port, TimeSpan limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Stopwatch clock = Stopwatch.StartNew();
        Socket? socket = null;
        try
        {
            // Without IPv6 on this computer this line already fails.
            socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (source is not null)
                socket.Bind(new IPEndPoint(source, 0));
            Socket connecting = socket;
            await TimeLimit.RunAsync(() => connecting.ConnectAsync(new IPEndPoint(address, port)), limit, socket, cancellationToken)
                .ConfigureAwait(false);
            Socket connected = socket;
            socket = null;
            return new TcpResult(connected, CallEnd.Succeeded, "", null, clock.Elapsed);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(e, limit);
            return new TcpResult(null, failure.End, failure.Error, CallFailure.Find<SocketException>(e)?.SocketErrorCode, clock.Elapsed);
        }
        finally
        {
            socket?.Dispose();
        }
    }
}
