using System;

namespace MrsDiag.Wire.Http;

/// <summary>An answer that is no HTTP/1 response, or one that breaks its own framing or a limit.</summary>
/// <param name="code">Why, for callers: one of <see cref="HttpFault"/>.</param>
/// <param name="message">The same for people; what it quotes of the answer is short and printable.</param>
public sealed class HttpFormatException(string code, string message) : Exception(message)
{
    /// <summary>Why: one of <see cref="HttpFault"/>.</summary>
    public string Code { get; } = code;
}
