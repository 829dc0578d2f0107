using System;
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
        using HttpConnection connection = await HttpConnection.OpenAsync(request, source: null, TlsResumption.NotWatched, options, cancellationToken)
            .ConfigureAwait(false);
        if (connection.End == CallEnd.Succeeded)
            return await connection.SendAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        exchange.End = connection.End;
        exchange.Error = connection.Error;
        return new HttpCallResult(exchange, null);
    }
}
