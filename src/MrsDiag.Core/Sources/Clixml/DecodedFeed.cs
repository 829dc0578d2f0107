using System;
using System.Text;

namespace MrsDiag.Sources.Clixml;

/// <summary>Any other encoding, decoded piece by piece.</summary>
internal sealed class DecodedFeed : TextFeed
{
    private readonly ByteSource _bytes;
    private readonly CountingFallback _fallback = new();
    private readonly Decoder _decoder;
    private readonly char[] _chars;
    private int _position;
    private int _end;
    private bool _isFlushed;

    public DecodedFeed(ByteSource bytes, Encoding encoding)
    {
        _bytes = bytes;
        _decoder = encoding.GetDecoder();
        _decoder.Fallback = _fallback;
        _chars = new char[encoding.GetMaxCharCount(ByteSource.Capacity)];
    }

    /// <inheritdoc/>
    public override int BadBytes => _fallback.Count;

    /// <inheritdoc/>
    protected override int Fill(char[] buffer, int index, int count)
    {
        while (_position == _end)
        {
            if (_isFlushed)
                return 0;
            Decode();
        }
        int read = Math.Min(count, _end - _position);
        Array.Copy(_chars, _position, buffer, index, read);
        _position += read;
        return read;
    }

    private void Decode()
    {
        bool more = _bytes.Available > 0 || _bytes.FillTo(1);
        _end = _decoder.GetChars(_bytes.Buffer, _bytes.Position, _bytes.Available, _chars, 0, flush: !more);
        _position = 0;
        _isFlushed = !more;
        _bytes.Skip(_bytes.Available);
    }
}
