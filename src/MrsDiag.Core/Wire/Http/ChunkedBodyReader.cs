using System;
using System.Collections.Generic;
using System.Globalization;

namespace MrsDiag.Wire.Http;

// RFC 9112 section 7.1: sizes with extensions, data, trailers.
internal sealed class ChunkedBodyReader(BodyStore store, HttpLimits limits, AnomalyList anomalies) : BodyReader
{
    // A size takes 16 digits at most; the rest of the line is extensions that nobody uses.
    private const int LongestSizeLine = 4096;
    private readonly LineReader _lines = new(anomalies);
    private readonly FieldReader _trailers = new(limits, anomalies);
    private State _state = State.Size;
    private long _left;
    private int _line;
    private int _trailerLength;

    private enum State
    {
        Size,
        Data,
        DataEnd,
        Trailers,
        Done,
    }

    public override bool IsDone => _state == State.Done;

    public IReadOnlyList<HttpHeader> Trailers { get; private set; } = [];

    public override int Feed(byte[] buffer, int offset, int count)
    {
        if (_state == State.Data)
        {
            int taken = store.Take(buffer, offset, (int)Math.Min(count, _left));
            _left -= taken;
            if (_left == 0)
                _state = State.DataEnd;
            return taken;
        }
        store.CountFraming();
        Push(buffer[offset]);
        return 1;
    }

    private void Push(byte value)
    {
        if (_state == State.Trailers)
            CountTrailer();
        else if (++_line > LongestSizeLine)
            throw Bad("The line with a chunk's size is too long.");
        if (_state == State.DataEnd && value is not ((byte)'\r' or (byte)'\n'))
            throw Bad("A chunk does not end where its size says.");
        if (!_lines.Push(value))
            return;
        _line = 0;
        EndLine(_lines.Text);
    }

    private void EndLine(string line)
    {
        switch (_state)
        {
            case State.Size:
                _left = Size(line);
                _state = _left == 0 ? State.Trailers : State.Data;
                break;
            case State.DataEnd when line.Length == 0:
                _state = State.Size;
                break;
            case State.DataEnd:
                throw Bad("A chunk does not end where its size says.");
            case State.Trailers when line.Length > 0:
                _trailers.Add(line);
                break;
            default:
                Trailers = _trailers.Take();
                _state = State.Done;
                break;
        }
    }

    private static long Size(string line)
    {
        int end = line.IndexOf(';');
        string digits = (end < 0 ? line : line.Substring(0, end)).Trim(' ', '\t');
        if (digits.Length > 0 && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long size) && size >= 0)
            return size;
        throw Bad($"'{WireText.Clean(line, 40)}' is not the size of a chunk.");
    }

    private void CountTrailer()
    {
        if (++_trailerLength > limits.MaxHeadBytes)
        {
            throw new HttpFormatException(HttpFault.HeadTooLarge,
                string.Format(CultureInfo.InvariantCulture, "The trailers of the answer are longer than {0} bytes.", limits.MaxHeadBytes));
        }
    }

    private static HttpFormatException Bad(string message) => new(HttpFault.BadChunkSize, message);
}
