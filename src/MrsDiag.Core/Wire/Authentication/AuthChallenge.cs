using System;
using System.Collections.Generic;

namespace MrsDiag.Wire.Authentication;

/// <summary>One way to log on that a server offers (RFC 9110 section 11.3).</summary>
/// <param name="Scheme">The scheme as sent: <c>Negotiate</c>, <c>NTLM</c>, <c>Basic</c>; compare it without regard to case.</param>
/// <param name="Token">The base64 text behind the scheme, or <see langword="null"/>.</param>
/// <param name="Parameters">The parameters by name, in any case; of two with one name the first counts.</param>
public sealed record AuthChallenge(string Scheme, string? Token, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The parameter <c>realm</c>, or <see langword="null"/>.</summary>
    public string? Realm => Parameters.TryGetValue("realm", out string? realm) ? realm : null;

    /// <summary>Whether the scheme is this one.</summary>
    /// <param name="scheme">A scheme's name, in any case.</param>
    /// <returns>Whether it is.</returns>
    public bool Is(string scheme) => string.Equals(Scheme, scheme, StringComparison.OrdinalIgnoreCase);

    /// <summary>The bytes of the token.</summary>
    /// <returns>The bytes, or <see langword="null"/> where there is no token or it is no base64.</returns>
    public byte[]? TokenBytes()
    {
        if (Token is null)
            return null;
        string digits = Token.TrimEnd('=');
        try
        {
            return Convert.FromBase64String(digits.PadRight((digits.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
