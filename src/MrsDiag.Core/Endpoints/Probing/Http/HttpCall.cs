using System;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Authentication;
using MrsDiag.Wire.Http;

namespace MrsDiag.Endpoints.Probing;

// One request over an open connection: what is sent when, and what came back when.
internal sealed class HttpCall(ExchangeRequest request, EndpointProbeOptions options, WireConnection connection, HttpExchange exchange)
{
    // All requests ask for the connection to be closed: one that stays open is not worth waiting for.
    private static readonly TimeSpan CloseWait = TimeSpan.FromMilliseconds(250);

    private readonly HttpResponseReader _reader = new(isHead: request.Method == "HEAD");
    private readonly Stopwatch _clock = new();
    private Exception? _writeError;
    private bool _ended;
    private DateTime _answeredAt;

    private TimeSpan Total => options.BodyDelay + options.StageTimeout;

    public async Task<HttpCallResult> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
            await ReadAnswerAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (HttpFormatException e)
        {
            // Cut off is how the connection ended; anything else is what it carried.
            Fail(e.Code is HttpFault.Empty or HttpFault.Truncated ? CallEnd.Closed : CallEnd.Malformed, e.Message);
        }
        catch (Exception e)
        {
            CallFailure failure = CallFailure.From(_writeError ?? e, options.StageTimeout);
            Fail(failure.End, failure.Error);
        }
        Describe();
        return new HttpCallResult(exchange, _reader.Head) { AnsweredAt = _answeredAt, CanReuseConnection = exchange.End == CallEnd.Succeeded && _reader.CanReuseConnection };
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        byte[] head = RequestBytes.Head(request), body = RequestBytes.Body(request);
        bool holds = request.Timing == BodyTiming.HeldBack && request.Body is not null;
        await WriteAsync(holds ? head : RequestBytes.Join(head, body), cancellationToken).ConfigureAwait(false);
        _clock.Start();
        if (!holds)
        {
            exchange.SentBody = request.Body is not null && _writeError is null;
            return;
        }
        await HoldBackAsync(cancellationToken).ConfigureAwait(false);
        if (_reader.Head is not null || _ended || _writeError is not null)
            return;
        await WriteAsync(body, cancellationToken).ConfigureAwait(false);
        exchange.SentBody = _writeError is null;
    }

    // Until a 100 or a final answer comes or the peer closes, at most for the time of the option.
    private async Task HoldBackAsync(CancellationToken cancellationToken)
    {
        while (!exchange.SawContinue && _reader.Head is null && !_ended)
        {
            TimeSpan left = options.BodyDelay - _clock.Elapsed;
            if (left <= TimeSpan.Zero || !await ReadAsync(left, cancellationToken).ConfigureAwait(false))
                return;
        }
    }

    private async Task ReadAnswerAsync(CancellationToken cancellationToken)
    {
        while (!_reader.IsComplete && !_ended)
        {
            // One byte now and then is no progress that keeps a slot for ever.
            TimeSpan left = Total - _clock.Elapsed;
            TimeSpan limit = left < options.StageTimeout ? left : options.StageTimeout;
            if (!await ReadAsync(limit, cancellationToken).ConfigureAwait(false))
            {
                Fail(CallEnd.TimedOut, WhatIsMissing());
                return;
            }
        }
        if (!_reader.IsComplete)
            return;
        exchange.End = CallEnd.Succeeded;
        await WatchCloseAsync(cancellationToken).ConfigureAwait(false);
    }

    private string WhatIsMissing()
    {
        string part = _reader.Head is not null
            ? "The answer's body was not whole"
            : _reader.BytesReceived > 0 ? "The answer's head was not whole" : "No answer came";
        return FormattableString.Invariant($"{part} after {_clock.Elapsed.TotalSeconds:0.0} seconds.");
    }

    // Whether something came (an end counts) before the limit.
    private async Task<bool> ReadAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        int? count = await connection.ReadAsync(limit, cancellationToken).ConfigureAwait(false);
        if (count is not { } bytes)
            return false;
        if (bytes == 0)
        {
            _ended = true;
            exchange.ConnectionClosed = true;
            if (_writeError is not null && _reader.BytesReceived == 0)
                throw _writeError;
            _reader.End();
            return true;
        }
        try
        {
            _reader.Feed(connection.Buffer, 0, bytes);
        }
        finally
        {
            Note();
        }
        return true;
    }

    private void Note()
    {
        if (!exchange.SawContinue && _reader.Interim.Any(static head => head.Status == 100))
        {
            exchange.SawContinue = true;
            exchange.TimeToContinue = _clock.Elapsed;
        }
        if (_reader.Head is null || exchange.TimeToAnswer is not null)
            return;
        exchange.TimeToAnswer = _clock.Elapsed;
        _answeredAt = DateTime.UtcNow;
    }

    // A peer that answers and closes before it has read the whole request makes the write fail; its answer is still there to be read.
    private async Task WriteAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await connection.WriteAsync(bytes, options.StageTimeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException and not TimeoutException)
        {
            _writeError = e;
        }
    }

    private async Task WatchCloseAsync(CancellationToken cancellationToken)
    {
        if (exchange.ConnectionClosed || request.KeepAlive)
            return;
        try
        {
            exchange.ConnectionClosed = await connection.ReadAsync(CloseWait, cancellationToken).ConfigureAwait(false) == 0;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            exchange.ConnectionClosed = true;
        }
    }

    private void Fail(CallEnd end, string error)
    {
        exchange.End = end;
        exchange.Error = error;
    }

    private void Describe()
    {
        exchange.Anomalies = [.. _reader.Anomalies];
        exchange.BodyLength = _reader.BodyLength;
        if (_reader.Head is not { } head)
            return;
        exchange.Status = head.Status;
        exchange.Reason = AnswerText.Clean(head.Reason, 200);
        exchange.Headers = AnswerText.Headers(head.Headers);
        exchange.Body = AnswerText.Body(_reader.Body, head.Get("Content-Type"));
        AuthChallenge[] challenges = [.. AuthChallengeReader.Read(head.GetAll("WWW-Authenticate"))];
        exchange.AuthenticationSchemes = Schemes(challenges);
        exchange.Realm = AnswerText.Clean(challenges.FirstOrDefault(static challenge => challenge.Is("Basic"))?.Realm ?? "", 200);
    }

    private static string[] Schemes(AuthChallenge[] challenges) =>
    [
        .. challenges.Select(static challenge => AnswerText.Clean(challenge.Scheme.ToLowerInvariant(), 40))
            .Distinct(StringComparer.Ordinal).OrderBy(static scheme => scheme, StringComparer.Ordinal),
    ];
}
