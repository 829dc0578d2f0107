using System;
using System.IO;
using System.Text;

namespace MrsDiag.Core.Tests.Sources.Support;

/// <summary>
/// Text that would be too large for a disk or for memory: a beginning, a middle repeated so many times, an end. Looks at the live
/// heap from time to time while it is read.
/// </summary>
internal sealed class PatternStream(Encoding encoding, string start, string middle, long repeats, string end) : Stream
{
    private const int LookEvery = 4 * 1024 * 1024;

    private readonly byte[] _middle = encoding.GetBytes(middle);
    private readonly byte[] _end = encoding.GetBytes(end);
    private byte[] _part = [.. encoding.GetPreamble(), .. encoding.GetBytes(start)];
    private int _at;
    private long _left = repeats;
    private bool _isEnding;
    private long _sinceLook;
    private readonly long _heapBefore = GC.GetTotalMemory(forceFullCollection: true);

    /// <summary>Most that the live heap grew, bytes.</summary>
    public long PeakGrowth { get; private set; }

    /// <summary>Bytes handed out.</summary>
    public long Total { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        int total = 0;
        while (total < count && (_at < _part.Length || NextPart()))
        {
            int step = Math.Min(count - total, _part.Length - _at);
            Buffer.BlockCopy(_part, _at, buffer, offset + total, step);
            _at += step;
            total += step;
        }
        Total += total;
        Look(total);
        return total;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private bool NextPart()
    {
        if (_isEnding)
            return false;
        _at = 0;
        _isEnding = _left == 0;
        _left--;
        _part = _isEnding ? _end : _middle;
        return _part.Length > 0;
    }

    private void Look(int read)
    {
        _sinceLook += read;
        if (_sinceLook < LookEvery)
            return;
        _sinceLook = 0;
        PeakGrowth = Math.Max(PeakGrowth, GC.GetTotalMemory(forceFullCollection: true) - _heapBefore);
    }
}
