using System;
using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.Wire.Http;

/// <summary>
/// Reads one response from the bytes of a connection: interim responses, the final head, the body. It holds no socket and waits for
/// nothing; it gives the same whether the bytes come in one block or one by one. After an <see cref="HttpFormatException"/> every
/// further call throws it again; what was read before it stays readable.
/// </summary>
/// <param name="limits">How much is read and kept; <see langword="null"/> for the defaults.</param>
/// <param name="isHead">Whether the request was HEAD, whose answer has no body whatever its fields say.</param>
public sealed class HttpResponseReader(HttpLimits? limits = null, bool isHead = false)
{
    private readonly HttpLimits _limits = limits ?? new HttpLimits();
    private readonly AnomalyList _anomalies = new();
    private readonly List<HttpResponseHead> _interim = [];
    private HeadReader? _headReader;
    private BodyStore? _store;
    private BodyReader? _body;
    private HttpFormatException? _fault;
    private bool _closed;

    /// <summary>The interim responses (status 1xx) so far, in their order.</summary>
    public IReadOnlyList<HttpResponseHead> Interim => _interim;

    /// <summary>The head of the final response, as soon as it is whole.</summary>
    public HttpResponseHead? Head { get; private set; }

    /// <summary>Whether the response is whole, or so long that reading stops (see <see cref="HttpLimits.MaxBodyTotal"/>).</summary>
    public bool IsComplete { get; private set; }

    /// <summary>The kept part of the body, without chunk framing; a copy.</summary>
    public byte[] Body => _store?.Kept ?? [];

    /// <summary>Bytes of the body read so far, kept or not.</summary>
    public long BodyLength => _store?.Length ?? 0;

    /// <summary>Whether <see cref="Body"/> lacks the end of what was sent.</summary>
    public bool BodyTruncated => _store?.IsCut ?? false;

    /// <summary>The fields behind a chunked body.</summary>
    public IReadOnlyList<HttpHeader> Trailers => (_body as ChunkedBodyReader)?.Trailers ?? [];

    /// <summary>All bytes fed so far.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>Bytes behind the end of the response, which belong to no request.</summary>
    public long LeftoverLength { get; private set; }

    /// <summary>What was against the rules and tolerated, in short words, each once.</summary>
    public IReadOnlyList<string> Anomalies => _anomalies.Items;

    /// <summary>Whether the next request can go over the same connection.</summary>
    public bool CanReuseConnection => IsComplete && !_closed && LeftoverLength == 0 && Head is { } head && head.Status != 101
        && !(_store?.IsFull ?? false) && !(_body?.EndsWithConnection ?? false) && !HasTwoLengths(head) && IsPersistent(head);

    /// <summary>Takes the next bytes of the connection.</summary>
    /// <param name="buffer">Where they stand.</param>
    /// <param name="offset">The first.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="HttpFormatException">They are no HTTP, or break its framing or a limit.</exception>
    /// <exception cref="ArgumentException">The range lies outside the buffer.</exception>
    public void Feed(byte[] buffer, int offset, int count)
    {
        WireRange.Check(buffer, offset, count);
        Run(() => Consume(buffer, offset, count));
    }

    /// <summary>
    /// Tells that no more bytes come: the peer closed, or the caller gave up waiting and wants to know how far the answer came.
    /// </summary>
    /// <exception cref="HttpFormatException">The response is not whole.</exception>
    public void End() => Run(Finish);

    private void Run(Action step)
    {
        if (_fault is not null)
            throw new HttpFormatException(_fault.Code, _fault.Message);
        try
        {
            step();
        }
        catch (HttpFormatException e)
        {
            _fault = e;
            throw;
        }
    }

    private void Consume(byte[] buffer, int offset, int count)
    {
        int end = offset + count;
        BytesReceived += count;
        while (offset < end && !IsComplete)
        {
            if (_body is null)
                PushHead(buffer[offset++]);
            else
                offset += FeedBody(_body, buffer, offset, end - offset);
        }
        if (offset == end)
            return;
        LeftoverLength += end - offset;
        // After an upgrade, or where reading stopped early, what follows is no surprise.
        if (Head?.Status != 101 && !(_store?.IsFull ?? false))
            _anomalies.Add("bytes after the message");
    }

    private void PushHead(byte value)
    {
        _headReader ??= new HeadReader(_limits, _anomalies);
        if (!_headReader.Push(value, out HttpResponseHead? head))
            return;
        _headReader = null;
        if (!head!.IsInterim)
        {
            Begin(head);
            return;
        }
        if (_interim.Count == _limits.MaxInterimResponses)
        {
            throw new HttpFormatException(HttpFault.TooManyInterim,
                string.Format(CultureInfo.InvariantCulture, "The answer has more than {0} interim responses.", _limits.MaxInterimResponses));
        }
        _interim.Add(head);
    }

    private void Begin(HttpResponseHead head)
    {
        Head = head;
        _store = new BodyStore(_limits);
        _body = BodyFraming.Choose(head, isHead, _store, _limits, _anomalies);
        IsComplete = _body is null || _body.IsDone;
    }

    private int FeedBody(BodyReader body, byte[] buffer, int offset, int count)
    {
        int taken = body.Feed(buffer, offset, count);
        if (_store!.IsFull)
            _anomalies.Add(string.Format(CultureInfo.InvariantCulture, "body or its chunk framing longer than {0} bytes, reading stopped", _limits.MaxBodyTotal));
        IsComplete = body.IsDone || _store.IsFull;
        return taken;
    }

    private void Finish()
    {
        _closed = true;
        if (IsComplete)
            return;
        if (_body is { EndsWithConnection: true })
        {
            IsComplete = true;
            return;
        }
        _headReader?.End();
        if (BytesReceived == 0)
            throw new HttpFormatException(HttpFault.Empty, "No byte of an answer came.");
        string where = _body is null ? "head" : "body";
        string after = _interim.Count > 0 && _body is null && _headReader is null ? $" after the interim response {_interim[_interim.Count - 1].Status}" : $" inside its {where}";
        throw new HttpFormatException(HttpFault.Truncated, $"The answer breaks off{after}.");
    }

    private static bool HasTwoLengths(HttpResponseHead head) => head.Get("Transfer-Encoding") is not null && head.Get("Content-Length") is not null;

    private static bool IsPersistent(HttpResponseHead head)
    {
        string connection = string.Join(",", head.GetAll("Connection"));
        return !HasWord(connection, "close") && (head.HttpVersion != "1.0" || HasWord(connection, "keep-alive"));
    }

    private static bool HasWord(string list, string word)
    {
        foreach (string part in list.Split(','))
        {
            if (string.Equals(part.Trim(), word, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
