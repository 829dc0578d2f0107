using System;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

/// <summary>
/// Makes single HTTP requests without credentials and writes down how they went. Certificates are not judged here: nothing secret is sent.
/// Never throws for what a network or a server does.
/// </summary>
/// <param name="options">The times, and who is told.</param>
internal sealed class HttpExchanger(EndpointProbeOptions options)
{
    /// <summary>Makes one request on a new connection.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>What came back; <see cref="HttpExchange.End"/> says how it ended.</returns>
    public async Task<HttpExchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken) =>
        (await CallAsync(request, cancellationToken).ConfigureAwait(false)).Exchange;

    /// <summary>As <see cref="ExchangeAsync"/>, with the head of the answer as it was sent.</summary>
    public async Task<HttpCallResult> CallAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        options.Log?.Invoke($"{request.Purpose}: {request}");
        HttpExchange exchange = new()
        {
            Purpose = request.Purpose,
            Method = request.Method,
            Path = request.Path,
            StartedAt = DateTime.UtcNow,
            SentExpect = request.Expect,
        };
        TcpResult tcp = await TcpConnector.ConnectAsync(request.Address, request.Port, options.StageTimeout, cancellationToken).ConfigureAwait(false);
        if (tcp.Socket is not { } socket)
        {
            exchange.End = tcp.End;
            exchange.Error = tcp.Error;
            return new HttpCallResult(exchange, null);
        }
        return await TalkAsync(request, exchange, socket, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpCallResult> TalkAsync(ExchangeRequest request, HttpExchange exchange, Socket socket, CancellationToken cancellationToken)
    {
        using WireConnection connection = new(socket);
        try
        {
            if (request.IsHttps)
                await connection.PrepareTls(request.Host).RunAsync(options.StageTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(e, options.StageTimeout);
            exchange.End = failure.End;
            exchange.Error = failure.Error;
            return new HttpCallResult(exchange, null);
        }
        HttpCall call = new(request, options, connection, exchange);
        return await call.RunAsync(cancellationToken).ConfigureAwait(false) with { IsConnected = true };
    }
}
