using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Wire.Http;

/// <summary>Status line and header fields of one response.</summary>
/// <param name="status">The status, three digits.</param>
/// <param name="reason">The reason phrase, or an empty text.</param>
/// <param name="httpVersion">The version: <c>1.1</c>, <c>1.0</c>.</param>
/// <param name="headers">The header fields as sent, in their order.</param>
public sealed class HttpResponseHead(int status, string reason, string httpVersion, IReadOnlyList<HttpHeader> headers)
{
    /// <summary>The status, three digits.</summary>
    public int Status { get; } = status;

    /// <summary>The reason phrase, or an empty text.</summary>
    public string Reason { get; } = reason;

    /// <summary>The version: <c>1.1</c>, <c>1.0</c>.</summary>
    public string HttpVersion { get; } = httpVersion;

    /// <summary>The header fields as sent, in their order.</summary>
    public IReadOnlyList<HttpHeader> Headers { get; } = headers;

    /// <summary>Whether another response follows: status 1xx, but not 101, which ends HTTP on this connection.</summary>
    public bool IsInterim => Status is >= 100 and < 200 and not 101;

    /// <summary>The first field of a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Its value, or <see langword="null"/> where there is no such field.</returns>
    public string? Get(string name)
    {
        foreach (HttpHeader header in Headers)
        {
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }
        return null;
    }

    /// <summary>All fields of a name.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Their values in the order sent; not split at commas.</returns>
    public IReadOnlyList<string> GetAll(string name) =>
        [.. Headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value)];
}
