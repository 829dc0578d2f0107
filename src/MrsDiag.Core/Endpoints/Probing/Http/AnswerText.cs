using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MrsDiag.Wire.Http;

namespace MrsDiag.Endpoints.Probing;

// What is kept of an answer: no secrets, no more than is needed, nothing that could steer a terminal.
internal static class AnswerText
{
    public const int MaxHeader = 1000;
    public const int MaxBody = 2000;
    private const string Mask = "(masked)";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // scheme SP token68, up to the next comma or the end (RFC 9110 section 11.2); parameters look different and stay.
    private static readonly Regex Token = new(
        @"(?<=^|,)(?<lead>\s*[!#$%&'*+.^_`|~0-9A-Za-z-]+[ \t]+)[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))", RegexOptions.CultureInvariant, Patience);

    private static readonly Regex Charset = new(
        @"charset\s*=\s*[""']?(?<name>[A-Za-z0-9._-]{1,40})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Patience);

    public static HttpHeaderObservation[] Headers(IReadOnlyList<HttpHeader> headers)
    {
        HttpHeaderObservation[] kept = new HttpHeaderObservation[headers.Count];
        for (int i = 0; i < kept.Length; i++)
            kept[i] = Header(headers[i].Name, headers[i].Value);
        return kept;
    }

    public static HttpHeaderObservation Header(string name, string value) =>
        new() { Name = Clean(name, 200), Value = Clean(Masked(name, value), MaxHeader) };

    /// <summary>The beginning of a body as text.</summary>
    public static string Body(byte[] body, string? contentType)
    {
        if (body.Length == 0)
            return "";
        // Four bytes a character is the most that any encoding here needs.
        int count = Math.Min(body.Length, MaxBody * 4);
        return Clean(Encoding(body, contentType).GetString(body, 0, count), MaxBody, keepLines: true).TrimStart('\uFEFF');
    }

    /// <summary>Cuts a text and makes visible what a terminal would obey.</summary>
    public static string Clean(string text, int most, bool keepLines = false)
    {
        StringBuilder clean = new(Math.Min(text.Length, most));
        foreach (char c in text)
        {
            string shown = IsPlain(c) || (keepLines && c is '\r' or '\n' or '\t')
                ? c.ToString()
                : "\\u" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
            if (clean.Length + shown.Length > most)
                break;
            clean.Append(shown);
        }
        // Half a pair would not survive a file.
        if (clean.Length > 0 && char.IsHighSurrogate(clean[clean.Length - 1]))
            clean.Length--;
        return clean.ToString();
    }

    private static bool IsPlain(char c) =>
        !char.IsControl(c) && c is not ((>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));

    private static string Masked(string name, string value)
    {
        if (Is(name, "Set-Cookie") || Is(name, "Set-Cookie2") || Is(name, "Cookie"))
            return MaskedCookie(value);
        if (Is(name, "Authentication-Info") || Is(name, "Authorization") || Is(name, "Proxy-Authentication-Info"))
            return Mask;
        if (!Is(name, "WWW-Authenticate") && !Is(name, "Proxy-Authenticate"))
            return value;
        try
        {
            return Token.Replace(value, static match => match.Groups["lead"].Value + Mask);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mask;
        }
    }

    // Attributes such as the path and HttpOnly say which device set it; the value is nobody's business.
    private static string MaskedCookie(string value)
    {
        int end = value.IndexOf(';');
        string pair = end < 0 ? value : value.Substring(0, end);
        string attributes = end < 0 ? "" : value.Substring(end);
        int sign = pair.IndexOf('=');
        return (sign < 0 ? Mask : pair.Substring(0, sign).Trim() + "=" + Mask) + attributes;
    }

    private static Encoding Encoding(byte[] body, string? contentType)
    {
        if (body.Length >= 2 && body[0] == 0xFF && body[1] == 0xFE)
            return System.Text.Encoding.Unicode;
        if (body.Length >= 2 && body[0] == 0xFE && body[1] == 0xFF)
            return System.Text.Encoding.BigEndianUnicode;
        Match match = Charset.Match(contentType is { Length: > 1000 } ? contentType.Substring(0, 1000) : contentType ?? "");
        try
        {
            return match.Success ? System.Text.Encoding.GetEncoding(match.Groups["name"].Value) : System.Text.Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            return System.Text.Encoding.UTF8;
        }
    }

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);
}
