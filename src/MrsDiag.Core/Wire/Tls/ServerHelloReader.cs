namespace MrsDiag.Wire.Tls;

/// <summary>
/// Reads a server's first bytes after a <see cref="ClientHello"/> until it is clear what they say. It throws for nothing that a server
/// sends; after the answer further bytes are ignored.
/// </summary>
/// <param name="offered">The version that the hello offered.</param>
public sealed class ServerHelloReader(TlsVersion offered)
{
    private const int HeaderLength = 5;
    private const int LongestRecord = (1 << 14) + 2048;
    private const int MostBytes = 1 << 18;
    private readonly ByteBuffer _header = new();
    private readonly HandshakeReader _handshake = new(offered);
    private readonly AlertReader _alerts = new();
    private int _received;
    private int _left;
    private bool _foreign;
    private bool _anyRecord;

    /// <summary>Whether the answer is known.</summary>
    public bool IsComplete => Answer is not null;

    /// <summary>The answer, as soon as it is known.</summary>
    public TlsAnswer? Answer { get; private set; }

    /// <summary>Takes the next bytes of the connection.</summary>
    /// <param name="buffer">Where they stand.</param>
    /// <param name="offset">The first.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="System.ArgumentException">The range lies outside the buffer.</exception>
    public void Feed(byte[] buffer, int offset, int count)
    {
        WireRange.Check(buffer, offset, count);
        for (int i = offset; i < offset + count && Answer is null; i++)
            Answer = ++_received > MostBytes ? Answers.Malformed("too many bytes before a ServerHello") : Push(buffer[i]);
    }

    /// <summary>Tells that no more bytes come: the server closed, or the caller gave up waiting. Then there is an answer.</summary>
    public void End() => Answer ??= Ending();

    private TlsAnswer Ending()
    {
        if (_received == 0)
            return Answers.Closed("no byte was received");
        if (_foreign)
            return Foreign();
        if (_alerts.Warning is { } warning)
            return Answers.Alert(warning, "a warning, and nothing after it");
        return Answers.Malformed("breaks off before the ServerHello is whole");
    }

    private TlsAnswer? Push(byte value)
    {
        if (_left > 0)
        {
            _left--;
            return _header[0] == Records.Handshake ? _handshake.Push(value) : _alerts.Push(value);
        }
        if (_header.Length == HeaderLength && !_foreign)
            _header.Clear();
        _header.Append(value);
        return _foreign ? EndForeign() : CheckHeader();
    }

    // Only what can come before or as a ServerHello: handshake and alerts of version 3.x.
    private TlsAnswer? CheckHeader()
    {
        bool fits = _header[0] is Records.Handshake or Records.Alert && (_header.Length < 2 || _header[1] == 3) && (_header.Length < 3 || _header[2] <= 4);
        if (!fits && _anyRecord)
            return Answers.Malformed("something else than a handshake or an alert before the ServerHello");
        if (!fits)
        {
            _foreign = true;
            return EndForeign();
        }
        if (_header.Length < HeaderLength)
            return null;
        int length = (_header[3] << 8) | _header[4];
        if (length is 0 or > LongestRecord)
            return Answers.Malformed("a record of impossible length");
        _anyRecord = true;
        _left = length;
        return null;
    }

    private TlsAnswer? EndForeign() => Records.IsSsl2(_header) || WireText.IsEnough(_header.Bytes, _header.Length) ? Foreign() : null;

    private TlsAnswer Foreign() => Records.IsSsl2(_header)
        ? Answers.Other(null, "an answer of SSL 2.0")
        : Answers.NotTls($"'{WireText.Preview(_header.Bytes, 0, _header.Length)}'");
}
