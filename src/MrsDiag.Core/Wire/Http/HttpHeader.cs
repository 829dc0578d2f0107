namespace MrsDiag.Wire.Http;

/// <summary>One header field.</summary>
/// <param name="Name">The name as sent; compare it without regard to case.</param>
/// <param name="Value">The value without the white space around it; one character a byte (ISO 8859-1).</param>
public sealed record HttpHeader(string Name, string Value);
