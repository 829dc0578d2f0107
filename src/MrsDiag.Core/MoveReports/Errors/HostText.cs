using System;

namespace MrsDiag.MoveReports;

/// <summary>Reads which host a failed call went to, and at which address.</summary>
internal static class HostText
{
    private static readonly string[] Schemes = ["https://", "http://", "net.tcp://"];
    private static readonly string[] Sentences =
        ["remote name could not be resolved", "The connection to the server", "No MRSProxy was found running at"];

    /// <summary>The host: of a URL with mrsproxy.svc, else of the first web URL, else as a sentence names it, else of another URL.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <returns>A host name without port; empty where the text names none.</returns>
    public static string Read(string text)
    {
        string web = FirstHost(text, "https://", mustBeMrsProxy: true) ?? FirstHost(text, "http://", mustBeMrsProxy: true)
            ?? FirstHost(text, "https://", mustBeMrsProxy: false) ?? FirstHost(text, "http://", mustBeMrsProxy: false) ?? "";
        if (web.Length > 0)
            return web;
        foreach (string sentence in Sentences)
        {
            int after = TextSearch.After(text, sentence);
            if (after >= 0 && TextSearch.Quoted(text, after) is { } name && Trimmed(name) is { Length: > 0 } host)
                return host;
        }
        return WithoutScheme(text) ?? FirstHost(text, "net.tcp://", mustBeMrsProxy: false) ?? "";
    }

    /// <summary>Whether a URL of any known scheme is there.</summary>
    public static bool HasUrl(string text) => TextSearch.HasAny(text, Schemes);

    /// <summary>The last <c>address:port</c> in the text, IPv4 or IPv6 in brackets; empty where there is none.</summary>
    /// <param name="text">Cleaned text.</param>
    public static string ReadAddress(string text)
    {
        for (int colon = text.LastIndexOf(':'); colon > 0; colon = text.LastIndexOf(':', colon - 1))
        {
            int end = colon + 1;
            while (end < text.Length && end - colon <= 6 && TextSearch.IsDigit(text[end]))
                end++;
            int digits = end - colon - 1;
            if (digits is 0 or > 5 || (end < text.Length && (char.IsLetter(text[end]) || text[end] == ':')))
                continue;
            int start = AddressStart(text, colon);
            if (start >= 0)
                return text.Substring(start, end - start);
        }
        return "";
    }

    private static int AddressStart(string text, int colon)
    {
        if (text[colon - 1] == ']')
        {
            int open = text.LastIndexOf('[', colon - 1, Math.Min(colon, 60));
            string inside = open < 0 ? "" : text.Substring(open + 1, colon - open - 2);
            bool isAddress = inside.IndexOf(':') >= 0 && System.Net.IPAddress.TryParse(inside, out _);
            return isAddress ? open : -1;
        }
        int start = colon;
        int dots = 0;
        while (start > 0 && colon - start < 15 && (text[start - 1] == '.' || TextSearch.IsDigit(text[start - 1])))
        {
            if (text[--start] == '.')
                dots++;
        }
        bool bounded = start == 0 || !TextSearch.IsNameCharacter(text[start - 1]);
        return dots == 3 && bounded && System.Net.IPAddress.TryParse(text.Substring(start, colon - start), out _) ? start : -1;
    }

    private static string? FirstHost(string text, string scheme, bool mustBeMrsProxy)
    {
        int tries = 0;
        for (int at = TextSearch.After(text, scheme); at >= 0 && tries++ < 200; at = TextSearch.After(text, scheme, at))
        {
            if (mustBeMrsProxy && !IsMrsProxyPath(text, at))
                continue;
            int end = at;
            while (end < text.Length && end - at <= 255 && (TextSearch.IsNameCharacter(text[end]) || text[end] is '<' or '>'))
                end++;
            if (Trimmed(text.Substring(at, end - at)) is { Length: > 0 } host)
                return host;
        }
        return null;
    }

    // The wizard's log prints 'host/EWS/mrsproxy.svc' without scheme.
    private static string? WithoutScheme(string text)
    {
        int path = text.IndexOf("/EWS/mrsproxy.svc", StringComparison.OrdinalIgnoreCase);
        int start = path;
        while (start > 0 && path - start <= 255 && TextSearch.IsNameCharacter(text[start - 1]))
            start--;
        bool bounded = start <= 0 || text[start - 1] is ' ' or '\'' or '"';
        return path > start && path > 0 && bounded ? Trimmed(text.Substring(start, path - start)) : null;
    }

    private static bool IsMrsProxyPath(string text, int at)
    {
        int length = Math.Min(400, text.Length - at);
        int path = text.IndexOf("mrsproxy.svc", at, length, StringComparison.OrdinalIgnoreCase);
        int stop = text.IndexOfAny([' ', '\'', '"', '\n'], at, length);
        return path >= 0 && (stop < 0 || path < stop);
    }

    private static string Trimmed(string host)
    {
        host = host.Trim().TrimEnd('.');
        bool valid = host.Length is > 0 and <= 255 && host.IndexOfAny([' ', '/', '\\', '<', '>', '(']) < 0;
        return valid ? host : "";
    }
}
