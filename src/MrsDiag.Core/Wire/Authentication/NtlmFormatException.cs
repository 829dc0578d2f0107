using System;

namespace MrsDiag.Wire.Authentication;

/// <summary>Bytes that are no NTLM challenge message at all. Damage that leaves the rest useful is an anomaly of <see cref="NtlmChallenge"/>.</summary>
/// <param name="message">Why, for people.</param>
public sealed class NtlmFormatException(string message) : Exception(message);
