using System;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MrsDiag.Endpoints.Probing;

// One connection, plain or under TLS. A read that took too long stays pending and is taken up by the next one: while an answer is
// awaited the body can be sent.
internal sealed class WireConnection(Socket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[16384];
    private Task<int>? _pending;
    private bool _disposed;

    public Stream Stream { get; private set; } = new NetworkStream(socket, ownsSocket: true);

    /// <summary>What the last read brought.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Puts TLS over the connection; the handshake is still to be run.</summary>
    public TlsHandshake PrepareTls(string host, TlsResumption resumption = TlsResumption.NotWatched)
    {
        TlsHandshake handshake = new(Stream, host, resumption);
        Stream = handshake.Stream;
        return handshake;
    }

    /// <summary>Reads what comes next.</summary>
    /// <returns>How many bytes stand in <see cref="Buffer"/>, 0 at the end of the stream, <see langword="null"/> when none came in time.</returns>
    public async Task<int?> ReadAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        Task<int> read = _pending ??= Stream.ReadAsync(_buffer, 0, _buffer.Length, CancellationToken.None);
        bool done;
        try
        {
            done = await TimeLimit.WaitAsync(read, limit, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            Dispose();
            throw;
        }
        if (!done)
            return null;
        _pending = null;
        return await read.ConfigureAwait(false);
    }

    public Task WriteAsync(byte[] bytes, TimeSpan limit, CancellationToken cancellationToken) =>
        TimeLimit.RunAsync(() => Stream.WriteAsync(bytes, 0, bytes.Length, CancellationToken.None), limit, this, cancellationToken);

    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        if (_pending is not null)
            TimeLimit.Forget(_pending);
        // The socket first: disposing an SslStream would want to say goodbye to a peer that may not listen.
        socket.Dispose();
        Stream.Dispose();
    }
}
