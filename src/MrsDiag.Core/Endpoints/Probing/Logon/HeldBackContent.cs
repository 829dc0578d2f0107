using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// A body that keeps the server waiting. The platform asks for it when a 100 came or its own patience is over; with NTLM that can
// happen in more than one leg.
internal sealed class HeldBackContent : HttpContent
{
    private readonly byte[] _body;
    private readonly TimeSpan _delay;
    private readonly CancellationToken _stop;

    public HeldBackContent(byte[] body, string contentType, TimeSpan delay, CancellationToken stop)
    {
        _body = body;
        _delay = delay;
        _stop = stop;
        Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
    }

    /// <summary>Whether a byte of it was given to the platform.</summary>
    public bool WasSent { get; private set; }

    /// <summary>How long the last sending waited; <see langword="null"/> where nobody asked for it.</summary>
    public TimeSpan? HeldBack { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        Stopwatch clock = Stopwatch.StartNew();
        await Task.Delay(_delay, _stop).ConfigureAwait(false);
        HeldBack = clock.Elapsed;
        WasSent = true;
        await stream.WriteAsync(_body, 0, _body.Length, _stop).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }
}
