namespace MrsDiag.Endpoints;

/// <summary>How one network operation ended, whatever the platform calls it.</summary>
public enum CallEnd
{
    /// <summary>It was not tried.</summary>
    NotTried = 0,

    /// <summary>It succeeded: connected, agreed on TLS, or an HTTP answer came.</summary>
    Succeeded = 1,

    /// <summary>No answer within the time of the stage.</summary>
    TimedOut = 2,

    /// <summary>The peer refused the connection.</summary>
    Refused = 3,

    /// <summary>The peer reset the connection (RST).</summary>
    Reset = 4,

    /// <summary>The peer closed the connection in an orderly way before it had answered.</summary>
    Closed = 5,

    /// <summary>This computer has no route, or the network says that the host cannot be reached.</summary>
    Unreachable = 6,

    /// <summary>TLS failed: an alert, no common version or cipher.</summary>
    TlsFailed = 7,

    /// <summary>What came back is not what the protocol allows.</summary>
    Malformed = 8,

    /// <summary>Anything else; the error text says what.</summary>
    Failed = 9,
}
