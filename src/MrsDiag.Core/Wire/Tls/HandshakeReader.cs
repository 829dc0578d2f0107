namespace MrsDiag.Wire.Tls;

// Handshake messages, whatever records they are spread over, up to the ServerHello.
internal sealed class HandshakeReader(TlsVersion offered)
{
    private const int HeaderLength = 4;
    private const int LongestMessage = 1 << 16;
    private const byte HelloRequest = 0;
    private const byte ServerHelloMessage = 2;
    private const int MostHelloRequests = 16;
    private readonly ByteBuffer _message = new();
    private int _requests;

    public TlsAnswer? Push(byte value)
    {
        _message.Append(value);
        if (_message[0] is not (HelloRequest or ServerHelloMessage))
            return Answers.Malformed("another handshake message in place of the ServerHello");
        if (_message.Length < HeaderLength)
            return null;
        int length = (_message[1] << 16) | (_message[2] << 8) | _message[3];
        if (length > LongestMessage)
            return Answers.Malformed("a ServerHello of impossible length");
        return _message.Length - HeaderLength == length ? EndMessage() : null;
    }

    // A HelloRequest may come at any time and says nothing (RFC 5246 section 7.4.1.1).
    private TlsAnswer? EndMessage()
    {
        if (_message[0] == ServerHelloMessage)
            return ServerHelloMessageReader.Read(_message.Bytes, HeaderLength, _message.Length, offered);
        _message.Clear();
        return ++_requests > MostHelloRequests ? Answers.Malformed("hello requests without end") : null;
    }
}
