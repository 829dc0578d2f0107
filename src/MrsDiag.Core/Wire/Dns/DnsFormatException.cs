using System;

namespace MrsDiag.Wire.Dns;

/// <summary>Bytes that are no whole DNS message.</summary>
/// <param name="message">Why, for people.</param>
public sealed class DnsFormatException(string message) : Exception(message);
