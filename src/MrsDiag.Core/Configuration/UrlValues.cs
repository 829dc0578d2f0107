using System;
using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.Configuration;

/// <summary>Reads a property that holds a URL: a string, or what is left of a Uri object after a serializer has had it.</summary>
internal static class UrlValues
{
    // A little more than an endpoint may have, so that the reader of endpoints still sees that it is too long.
    private const int MaxLength = 2100;

    /// <summary>The URL as text; empty where there is none.</summary>
    public static string Get(IObjectView view, string property)
    {
        string url = view.Get(property) is { } value ? ToText(value) : "";
        return url.Length > MaxLength ? url.Substring(0, MaxLength) : url;
    }

    /// <summary>The text of a value that is a URL.</summary>
    public static string ToText(object? value) => value switch
    {
        IReadOnlyList<object?> list => list.Count == 1 && list[0] is not IReadOnlyList<object?> ? ToText(list[0]) : "",
        IObjectView uri => FromView(uri).Trim(),
        _ => ObjectValues.ToText(value).Trim(),
    };

    /// <summary>The host of a URL; empty where it is none.</summary>
    public static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? uri.Host : "";

    private static string FromView(IObjectView uri)
    {
        string text = uri.GetText("OriginalString", "AbsoluteUri");
        return text.Length > 0 ? text : ObjectValues.ToText(uri);
    }
}
