using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Wire.Tls;

namespace MrsDiag.Endpoints.Probing;

// The stream below TLS; what the server sends in the handshake is read along. Every way to read and write that an SslStream may take
// goes straight through: the base class would let a waiting read hold up a write.
internal sealed class TappedStream(Stream inner, ResumptionReader reader) : Stream
{
    // Of the read that is under way; TLS has one at a time.
    private (byte[] Buffer, int Offset) _begun = ([], 0);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Tap(buffer, offset, inner.Read(buffer, offset, count));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Tap(buffer, offset, await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));

    public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state)
    {
        _begun = (buffer, offset);
        return inner.BeginRead(buffer, offset, count, callback, state);
    }

    public override int EndRead(IAsyncResult asyncResult) => Tap(_begun.Buffer, _begun.Offset, inner.EndRead(asyncResult));

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.WriteAsync(buffer, offset, count, cancellationToken);

    public override IAsyncResult BeginWrite(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) =>
        inner.BeginWrite(buffer, offset, count, callback, state);

    public override void EndWrite(IAsyncResult asyncResult) => inner.EndWrite(asyncResult);

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Tap(byte[] buffer, int offset, int count)
    {
        if (!reader.IsComplete)
            reader.Feed(buffer, offset, count);
        return count;
    }
}
