using System;
using System.Collections.Generic;

namespace MrsDiag.Wire.Http;

/// <summary>Writes the head of a request.</summary>
public static class HttpRequestText
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";

    /// <summary>Request line and header fields with the empty line behind them, as bytes.</summary>
    /// <param name="method">The method: <c>GET</c>, <c>POST</c>.</param>
    /// <param name="target">Path and query, already escaped.</param>
    /// <param name="headers">The fields in the order to send; the caller adds Host and Content-Length.</param>
    /// <returns>The bytes to send before the body.</returns>
    /// <exception cref="ArgumentException">
    /// A line break, a NUL or another character that HTTP does not allow in a method, target, name or value: it would let a value add
    /// lines to the request.
    /// </exception>
    public static byte[] Head(string method, string target, IReadOnlyList<HttpHeader> headers)
    {
        if (method is null)
            throw new ArgumentNullException(nameof(method));
        if (target is null)
            throw new ArgumentNullException(nameof(target));
        if (headers is null)
            throw new ArgumentNullException(nameof(headers));
        if (!IsToken(method))
            throw new ArgumentException("The method is not a word of HTTP.", nameof(method));
        if (!IsTarget(target))
            throw new ArgumentException("The target holds a space, a control character or one outside ASCII.", nameof(target));

        var head = new ByteBuffer();
        Append(head, method + " " + target + " HTTP/1.1\r\n");
        foreach (HttpHeader header in headers)
        {
            if (header is null || !IsToken(header.Name))
                throw new ArgumentException("A header name is empty or holds a character that HTTP does not allow.", nameof(headers));
            // The value may be a secret: it is not quoted.
            if (!IsValue(header.Value))
                throw new ArgumentException($"The value of header {header.Name} holds a line break, a NUL or another control character.", nameof(headers));
            Append(head, header.Name + ": " + header.Value + "\r\n");
        }
        Append(head, "\r\n");
        return head.ToArray();
    }

    // RFC 9110 section 5.6.2.
    internal static bool IsTokenCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || TokenMarks.IndexOf(c) >= 0;

    internal static bool IsToken(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return false;
        foreach (char c in text!)
        {
            if (!IsTokenCharacter(c))
                return false;
        }
        return true;
    }

    private static bool IsTarget(string text)
    {
        foreach (char c in text)
        {
            if (c is <= ' ' or >= '\x7F')
                return false;
        }
        return text.Length > 0;
    }

    private static bool IsValue(string? text)
    {
        if (text is null)
            return false;
        foreach (char c in text)
        {
            if (c is (< ' ' and not '\t') or '\x7F' or > '\xFF')
                return false;
        }
        return true;
    }

    private static void Append(ByteBuffer head, string text)
    {
        foreach (char c in text)
            head.Append((byte)c);
    }
}
