using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

/// <summary>
/// One connection for one request or several, none of them with credentials. Certificates are not judged here: nothing secret is sent.
/// Never throws for what a network or a server does.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly EndpointProbeOptions _options;
    private readonly WireConnection? _wire;

    private HttpConnection(EndpointProbeOptions options, WireConnection? wire, CallEnd end, string error)
    {
        (_options, _wire, End, Error) = (options, wire, end, error);
        CanSend = end == CallEnd.Succeeded;
    }

    /// <summary>How TCP and, with https, TLS ended.</summary>
    public CallEnd End { get; }

    /// <summary>The error text; empty where the connection came about.</summary>
    public string Error { get; }

    /// <summary>The address of this computer that was used; <see langword="null"/> where it did not come so far.</summary>
    public IPAddress? Source { get; private init; }

    /// <summary>SHA-256 of the leaf certificate; empty with http.</summary>
    public string CertificateSha256 { get; private init; } = "";

    /// <summary>Whether the TLS session was resumed; <see langword="null"/> where nobody watched or it cannot be told.</summary>
    public bool? IsResumed { get; private init; }

    /// <summary>Whether another request can be sent.</summary>
    public bool CanSend { get; private set; }

    /// <summary>Connects, and agrees on TLS where the place wants it.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="source">From which address of this computer; <see langword="null"/>: the system's choice.</param>
    /// <param name="resumption">What the handshake does about earlier sessions.</param>
    /// <param name="options">The times.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>The connection, also where it did not come about: <see cref="End"/> says so.</returns>
    public static async Task<HttpConnection> OpenAsync(
        ExchangeRequest place, IPAddress? source, TlsResumption resumption, EndpointProbeOptions options, CancellationToken cancellationToken)
    {
        TcpResult tcp = await TcpConnector.ConnectAsync(source, place.Address, place.Port, options.StageTimeout, cancellationToken).ConfigureAwait(false);
        if (tcp.Socket is not { } socket)
            return new HttpConnection(options, null, tcp.End, tcp.Error);
        IPAddress? own = socket.LocalEndPoint is IPEndPoint local ? AddressKind.Normalize(local.Address) : null;
        WireConnection wire = new(socket);
        if (!place.IsHttps)
            return new HttpConnection(options, wire, CallEnd.Succeeded, "") { Source = own };
        TlsHandshake handshake = wire.PrepareTls(place.Host, resumption);
        (CallEnd end, string error) = await SecureAsync(handshake, wire, options.StageTimeout, cancellationToken).ConfigureAwait(false);
        return new HttpConnection(options, wire, end, error)
        {
            Source = own,
            CertificateSha256 = handshake.Certificate?.Certificates.FirstOrDefault()?.Sha256 ?? "",
            IsResumed = handshake.IsResumed,
        };
    }

    /// <summary>Sends a request and reads its answer into <paramref name="exchange"/>.</summary>
    public async Task<HttpCallResult> SendAsync(ExchangeRequest request, HttpExchange exchange, CancellationToken cancellationToken)
    {
        CanSend = false;
        HttpCallResult result = await new HttpCall(request, _options, _wire!, exchange).RunAsync(cancellationToken).ConfigureAwait(false);
        CanSend = result.CanReuseConnection;
        return result with { IsConnected = true };
    }

    /// <summary>Says nothing and waits for the peer to end the connection.</summary>
    /// <returns>How and when it did; <see langword="null"/> where it is still there.</returns>
    public async Task<(CallFailure Failure, TimeSpan After)?> WatchEndAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Stopwatch clock = Stopwatch.StartNew();
        try
        {
            // What comes unasked, such as a 408 that says good-bye, is no end yet.
            while (await _wire!.ReadAsync(Left(limit, clock), cancellationToken).ConfigureAwait(false) is { } count)
            {
                if (count == 0)
                    return (new CallFailure(CallEnd.Closed, "The peer closed the connection (FIN)."), clock.Elapsed);
            }
            return null;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            return (CallFailure.From(e, limit), clock.Elapsed);
        }
    }

    public void Dispose() => _wire?.Dispose();

    private static TimeSpan Left(TimeSpan limit, Stopwatch clock)
    {
        TimeSpan left = limit - clock.Elapsed;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static async Task<(CallEnd End, string Error)> SecureAsync(
        TlsHandshake handshake, WireConnection wire, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            await handshake.RunAsync(limit, cancellationToken).ConfigureAwait(false);
            return (CallEnd.Succeeded, "");
        }
        catch (OperationCanceledException)
        {
            wire.Dispose();
            throw;
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(e, limit);
            return (failure.End, failure.Error);
        }
    }
}
