namespace MrsDiag.Wire.Http;

// Collects one line at a time up to a budget, without its end. A bare LF ends a line too (RFC 9112 section 2.2), and is told.
internal sealed class LineReader(AnomalyList anomalies)
{
    private readonly ByteBuffer _line = new();
    private bool _ended;

    public string Text { get; private set; } = "";

    // True when this byte ended a line, which is then Text until the next byte.
    public bool Push(byte value)
    {
        if (_ended)
        {
            _line.Clear();
            _ended = false;
        }
        if (value != (byte)'\n')
        {
            _line.Append(value);
            return false;
        }
        _ended = true;
        if (_line.Length > 0 && _line[_line.Length - 1] == (byte)'\r')
        {
            Text = WireText.Latin1(_line.Bytes, 0, _line.Length - 1);
        }
        else
        {
            anomalies.Add("bare LF line end");
            Text = WireText.Latin1(_line.Bytes, 0, _line.Length);
        }
        return true;
    }
}
