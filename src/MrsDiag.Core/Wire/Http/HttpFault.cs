namespace MrsDiag.Wire.Http;

/// <summary>The values of <see cref="HttpFormatException.Code"/>.</summary>
public static class HttpFault
{
    /// <summary>The peer closed without a byte of an answer.</summary>
    public const string Empty = "Empty";

    /// <summary>The first bytes are no HTTP/1 status line: a TLS record, a banner, an HTTP/2 frame.</summary>
    public const string NotHttp = "NotHttp";

    /// <summary>It begins as HTTP, but the status line has no version or no status of three digits.</summary>
    public const string BadStatusLine = "BadStatusLine";

    /// <summary>A head, or the trailers, are longer than <see cref="HttpLimits.MaxHeadBytes"/>.</summary>
    public const string HeadTooLarge = "HeadTooLarge";

    /// <summary>A head has more fields than <see cref="HttpLimits.MaxHeaders"/>.</summary>
    public const string TooManyHeaders = "TooManyHeaders";

    /// <summary>More interim responses than <see cref="HttpLimits.MaxInterimResponses"/>.</summary>
    public const string TooManyInterim = "TooManyInterim";

    /// <summary>A Content-Length that is no number, or too large for one.</summary>
    public const string BadContentLength = "BadContentLength";

    /// <summary>Several Content-Length values that differ.</summary>
    public const string ConflictingLengths = "ConflictingLengths";

    /// <summary>A chunk without a readable size, or that does not end where its size says.</summary>
    public const string BadChunkSize = "BadChunkSize";

    /// <summary>The peer closed, or the caller gave up, inside the response.</summary>
    public const string Truncated = "Truncated";
}
