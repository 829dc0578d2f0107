namespace MrsDiag.Wire.Http;

/// <summary>How much of a response is read and kept.</summary>
public sealed record HttpLimits
{
    /// <summary>Most bytes of one head (status line and header fields, also of an interim response or the trailers).</summary>
    public int MaxHeadBytes { get; init; } = 65536;

    /// <summary>Most header fields of one head.</summary>
    public int MaxHeaders { get; init; } = 256;

    /// <summary>Most interim responses (status 1xx) before the final one.</summary>
    public int MaxInterimResponses { get; init; } = 16;

    /// <summary>Most bytes of the body that are kept; what follows is read and counted.</summary>
    public int MaxBodyBytes { get; init; } = 65536;

    /// <summary>Most bytes of the body that are read; there the response counts as complete and its body as cut.</summary>
    public long MaxBodyTotal { get; init; } = 8L * 1024 * 1024;
}
