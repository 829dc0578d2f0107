namespace MrsDiag.Wire.Tls;

/// <summary>What a server answered to a hello.</summary>
public enum TlsAnswerKind
{
    /// <summary>A ServerHello of the version offered, or a HelloRetryRequest of TLS 1.3: the server speaks this version.</summary>
    ServerHello,

    /// <summary>A ServerHello of another version than offered.</summary>
    OtherVersion,

    /// <summary>A fatal alert, or a warning with nothing but the end of the connection behind it.</summary>
    Alert,

    /// <summary>Bytes that are no TLS: plain HTTP, a banner.</summary>
    NotTls,

    /// <summary>The connection ended without an answer.</summary>
    Closed,

    /// <summary>TLS that breaks its own rules, or breaks off.</summary>
    Malformed,
}
