using System;
using System.Globalization;

namespace MrsDiag.Wire.Http;

// One head, byte by byte: status line, fields, empty line.
internal sealed class HeadReader(HttpLimits limits, AnomalyList anomalies)
{
    private const string Start = "HTTP/";
    private readonly ByteBuffer _first = new();
    private readonly LineReader _lines = new(anomalies);
    private readonly FieldReader _fields = new(limits, anomalies);
    private int _length;
    private bool _foreign;
    private (string Version, int Status, string Reason)? _statusLine;

    // True when this byte ended the head.
    public bool Push(byte value, out HttpResponseHead? head)
    {
        head = null;
        if (++_length > limits.MaxHeadBytes)
        {
            throw new HttpFormatException(HttpFault.HeadTooLarge,
                string.Format(CultureInfo.InvariantCulture, "The head of the answer is longer than {0} bytes.", limits.MaxHeadBytes));
        }
        if (_first.Length == 0 && value is (byte)'\r' or (byte)'\n')
        {
            anomalies.Add("bytes before the status line");
            return false;
        }
        if (_foreign || _first.Length < Start.Length)
            Compare(value);
        return !_foreign && _lines.Push(value) && EndLine(_lines.Text, out head);
    }

    // The peer is silent or gone: was it HTTP at all, as far as it came?
    public void End()
    {
        if (_foreign)
            throw NotHttp();
    }

    // Not refused at the first wrong byte: what follows tells the reader of the message whom they are talking to.
    private void Compare(byte value)
    {
        _foreign |= value != Start[Math.Min(_first.Length, Start.Length - 1)];
        _first.Append(value);
        if (_foreign && (ForeignProtocol.Name(_first.Bytes, _first.Length) is not null || WireText.IsEnough(_first.Bytes, _first.Length)))
            throw NotHttp();
    }

    private HttpFormatException NotHttp()
    {
        string what = ForeignProtocol.Name(_first.Bytes, _first.Length) ?? $"'{WireText.Preview(_first.Bytes, 0, _first.Length)}'";
        return new HttpFormatException(HttpFault.NotHttp, $"The answer is not HTTP/1; it begins with {what}.");
    }

    private bool EndLine(string line, out HttpResponseHead? head)
    {
        head = null;
        if (_statusLine is not { } start)
        {
            _statusLine = StatusLine.Read(line, anomalies);
            return false;
        }
        if (line.Length > 0)
        {
            _fields.Add(line);
            return false;
        }
        head = new HttpResponseHead(start.Status, start.Reason, start.Version, _fields.Take());
        return true;
    }
}
