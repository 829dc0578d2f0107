using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints.Probing;
using MrsDiag.Wire.Http;

namespace MrsDiag.Affinity.Probing;

// The cookies of one answer, to be sent back. Their values live here and nowhere else.
internal sealed class CookieStore
{
    private const int MostCookies = 50;
    private const int MostCharacters = 8000;
    private const int MostName = 200;

    private readonly List<(string Name, string Value)> _cookies = [];

    private CookieStore()
    {
    }

    /// <summary>The names, as a file may show them.</summary>
    public string[] Names => [.. _cookies.Select(static cookie => AnswerText.Clean(cookie.Name, MostName))];

    /// <summary>The header that sends them back.</summary>
    public HttpHeader Header => new("Cookie", string.Join("; ", _cookies.Select(static cookie => cookie.Name + "=" + cookie.Value)));

    /// <summary>Reads the cookies that an answer sets; <see langword="null"/> where it sets none.</summary>
    public static CookieStore? Read(HttpResponseHead head)
    {
        CookieStore store = new();
        int length = 0;
        foreach (string field in head.GetAll("Set-Cookie").Take(MostCookies))
        {
            if (Parse(field) is not { } cookie || (length += field.Length) > MostCharacters)
                continue;
            store._cookies.RemoveAll(known => known.Name == cookie.Name);
            store._cookies.Add(cookie);
        }
        return store._cookies.Count > 0 ? store : null;
    }

    /// <summary>The names of the cookies that an answer sets, deleted ones included.</summary>
    public static string[] NamesIn(HttpResponseHead head) =>
    [
        .. head.GetAll("Set-Cookie").Take(MostCookies).Select(static field => AnswerText.Clean(Pair(field).Name, MostName))
            .Where(static name => name.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    // Without a value it is a deletion. What could not stand in a header line again is left out.
    private static (string Name, string Value)? Parse(string field)
    {
        (string name, string value) = Pair(field);
        bool isPlain = (name + value).All(static c => c is > ' ' and < '\u007F' and not ';');
        return name.Length > 0 && value.Length > 0 && isPlain && !IsDeletion(field) ? (name, value) : null;
    }

    private static bool IsDeletion(string field) =>
        field.Split(';').Skip(1).Any(static attribute => string.Equals(attribute.Replace(" ", ""), "max-age=0", StringComparison.OrdinalIgnoreCase));

    private static (string Name, string Value) Pair(string field)
    {
        int end = field.IndexOf(';');
        string pair = end < 0 ? field : field.Substring(0, end);
        int sign = pair.IndexOf('=');
        return sign < 0 ? ("", "") : (pair.Substring(0, sign).Trim(), pair.Substring(sign + 1).Trim());
    }
}
