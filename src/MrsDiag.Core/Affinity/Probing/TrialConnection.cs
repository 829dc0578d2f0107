using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using MrsDiag.Wire.Http;

namespace MrsDiag.Affinity.Probing;

// One connection of the test, and the requests on it.
internal sealed class TrialConnection(TrialMaker maker, TrialWay way, int number, HttpConnection http) : IDisposable
{
    // Says in the servers' logs what the request was for.
    private static readonly HttpHeader Mark = new("X-MrsDiag", "affinity test");

    private int _requests;
    private bool _wasChallenged;

    /// <summary>Whether another request can be sent.</summary>
    public bool CanSend => http.CanSend;

    /// <summary>How the connection came about.</summary>
    public CallEnd End => http.End;

    /// <summary>Asks who answers.</summary>
    /// <param name="withToken">Whether the first message of NTLM is sent, which a server answers with its name.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <returns>What came back; <see langword="null"/> where no more may be sent.</returns>
    public async Task<AffinityTrial?> AskAsync(bool withToken, CancellationToken cancellationToken)
    {
        if (http.End == CallEnd.Succeeded && !maker.Meter.TryTake())
            return null;
        AffinityTrial trial = new()
        {
            Variant = way.Variant,
            Connection = number,
            RequestOnConnection = ++_requests,
            Address = way.Address.ToString(),
            SourceAddress = http.Source?.ToString() ?? "",
            StartedAt = DateTime.UtcNow,
            End = http.End,
            Error = http.Error,
            CertificateSha256 = http.CertificateSha256,
            Resumed = http.IsResumed,
            AfterChallenge = _wasChallenged,
        };
        if (http.End == CallEnd.Succeeded)
            await SendAsync(trial, withToken, cancellationToken).ConfigureAwait(false);
        return trial;
    }

    /// <summary>Asks healthcheck.htm who answers.</summary>
    /// <returns>The server's name; empty where none was told.</returns>
    public async Task<string> AskHealthAsync(CancellationToken cancellationToken)
    {
        if (!http.CanSend || !maker.Meter.TryTake())
            return "";
        _requests++;
        ExchangeRequest request = Request(ExchangePurpose.HealthCheck, MrsProxyRequests.HealthCheckPath, []);
        HttpExchange exchange = new() { StartedAt = DateTime.UtcNow };
        await http.SendAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        if (exchange.Status is { } status)
            maker.Meter.Answered(status);
        return EndpointReading.HealthServerOf(exchange);
    }

    /// <summary>Says nothing and waits for the peer to end the connection; <see langword="null"/> where it is still there.</summary>
    public Task<(CallFailure Failure, TimeSpan After)?> WatchEndAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        http.WatchEndAsync(limit, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task SendAsync(AffinityTrial trial, bool withToken, CancellationToken cancellationToken)
    {
        string scheme = maker.Scheme;
        List<HttpHeader> headers = withToken ? [NtlmStage.Authorization(scheme)] : [];
        if (way.Cookies is { } cookies)
        {
            headers.Add(cookies.Header);
            trial.SentCookies = cookies.Names;
        }
        // Never with "Connection: close", the last one neither: servers may give no challenge where the logon could not be completed.
        ExchangeRequest request = Request(ExchangePurpose.Get, maker.Place.Path, headers) with { KeepAlive = true };
        HttpExchange exchange = new() { StartedAt = trial.StartedAt };
        Stopwatch clock = Stopwatch.StartNew();
        HttpCallResult result = await http.SendAsync(request, exchange, cancellationToken).ConfigureAwait(false);
        trial.Duration = clock.Elapsed;
        TrialReading.Fill(trial, result, scheme);
        _wasChallenged |= TrialReading.IsChallenge(exchange);
        maker.Learn(trial, result);
    }

    private ExchangeRequest Request(ExchangePurpose purpose, string path, IReadOnlyList<HttpHeader> headers) =>
        (maker.Place with { Address = way.Address }).Request(purpose, "GET", path) with { Headers = [Mark, .. headers] };
}
