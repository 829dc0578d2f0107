namespace MrsDiag.Wire.Tls;

/// <summary>
/// Tells from what a server sends in a handshake whether it resumes the session of an earlier connection. All of it is in clear: with TLS 1.3
/// the ServerHello chooses a pre-shared key (RFC 8446 section 4.2.11); before that no certificate follows it (RFC 5246 section 7.3, RFC 5077
/// section 3.1). It throws for nothing that a server sends; what it does not understand leaves the answer open.
/// </summary>
public sealed class ResumptionReader
{
    private const int RecordHeader = 5;
    private const int MessageHeader = 4;
    private const int MostBytes = 1 << 16;
    private const byte ChangeCipherSpec = 20;
    private const byte ServerHelloMessage = 2;
    private const byte NewSessionTicket = 4;
    private const byte Certificate = 11;
    private readonly ByteBuffer _header = new();
    private readonly ByteBuffer _message = new();
    private int _received;
    private int _left;
    private bool _hasHello;

    /// <summary>Whether the session was resumed; <see langword="null"/> as long as it is not known.</summary>
    public bool? IsResumed { get; private set; }

    /// <summary>Whether further bytes change nothing.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Takes the next bytes that the server sent.</summary>
    /// <param name="buffer">Where they stand.</param>
    /// <param name="offset">The first.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="System.ArgumentException">The range lies outside the buffer.</exception>
    public void Feed(byte[] buffer, int offset, int count)
    {
        WireRange.Check(buffer, offset, count);
        for (int i = offset; i < offset + count && !IsComplete; i++)
        {
            if (++_received > MostBytes)
                IsComplete = true;
            else if (_left > 0)
                PushContent(buffer[i]);
            else
                PushHeader(buffer[i]);
        }
    }

    private void PushHeader(byte value)
    {
        _header.Append(value);
        if (_header.Length < RecordHeader)
            return;
        _left = (_header[3] << 8) | _header[4];
        if (_header[0] is not (Records.Handshake or ChangeCipherSpec) || _left == 0)
            IsComplete = true;
        // Behind the hello of TLS 1.2 and before it ends only an abbreviated handshake changes its keys at once. The one that TLS 1.3
        // sends after a HelloRetryRequest says nothing.
        else if (_header[0] == ChangeCipherSpec && _hasHello)
            Settle(true);
    }

    private void PushContent(byte value)
    {
        if (--_left == 0)
        {
            byte type = _header[0];
            _header.Clear();
            if (type == ChangeCipherSpec)
                return;
        }
        else if (_header[0] == ChangeCipherSpec)
        {
            return;
        }
        _message.Append(value);
        // The kind of a message behind the hello is enough.
        if (_hasHello)
            Settle(_message[0] switch { NewSessionTicket => true, Certificate => false, _ => null });
        else if (_message[0] != ServerHelloMessage)
            IsComplete = true;
        else if (_message.Length >= MessageHeader && _message.Length - MessageHeader == Length())
            EndHello();
    }

    private int Length() => (_message[1] << 16) | (_message[2] << 8) | _message[3];

    private void EndHello()
    {
        ServerHelloExtensions? hello = ServerHelloExtensions.Read(_message.Bytes, MessageHeader, _message.Length);
        _message.Clear();
        if (hello is null)
            IsComplete = true;
        else if (hello.IsRetry)
            return;
        else if (hello.IsTls13)
            Settle(hello.HasPreSharedKey);
        else
            _hasHello = true;
    }

    private void Settle(bool? resumed)
    {
        IsResumed = resumed;
        IsComplete = true;
    }
}
