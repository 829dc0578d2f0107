using System;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>
/// Reads the server inside a fault (J6, J7): <c>SERVER.domain (14.3.224.1 caps:05FFFF)</c>, <c>' CAS1.fqdn ( caps:05FFFF)'</c>,
/// <c>SERVER (15.1.2507.6 ServerCaps:…, ProxyCaps:…)</c>. A URL in front of the parenthesis is the host, not a server.
/// </summary>
internal static class RemoteServerText
{
    private const string Mark = "caps:";
    private const int LongestName = 255;
    private static readonly string[] Kinds = ["Server", "Proxy", "Mailbox", "legacy"];

    /// <summary>Reads the innermost server that is not a machine of Exchange Online.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="server">The name as written; empty where the fault names none.</param>
    /// <param name="version">Its build, or that of the unnamed server behind the URL; <see langword="null"/> where none is given.</param>
    public static void Read(string text, out string server, out Version? version)
    {
        server = "";
        version = null;
        int from = 0;
        for (int caps = text.IndexOf(Mark, StringComparison.OrdinalIgnoreCase); caps >= 0;
            caps = text.IndexOf(Mark, caps + Mark.Length, StringComparison.OrdinalIgnoreCase))
        {
            int open = OpenBefore(text, caps, from, out Version? build);
            if (open < 0)
                continue;
            from = caps; // the other "…Caps:" of the same parenthesis lead nowhere
            string name = TokenBefore(text, open, out bool isUrl);
            if (IsExchangeOnline(name) || (isUrl && IsInternalUrl(name)))
                continue;
            if (!isUrl && name.Length > 0)
                (server, version) = (name, build);
            else if (server.Length == 0)
                version = build ?? version;
        }
    }

    /// <summary>Whether a name is a machine of Exchange Online; those change at each pickup and say nothing about affinity (J7).</summary>
    public static bool IsExchangeOnline(string name) =>
        name.EndsWith(".outlook.com", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".exchangelabs.com", StringComparison.OrdinalIgnoreCase);

    // Between the parenthesis and "caps:" only a build, spaces and the kind of the capabilities may stand.
    private static int OpenBefore(string text, int caps, int from, out Version? build)
    {
        build = null;
        int lowest = Math.Max(from, caps - 60);
        int open = text.LastIndexOf('(', caps, caps - lowest + 1);
        if (open < 0)
            return -1;
        int i = open + 1;
        while (i < caps && text[i] == ' ')
            i++;
        if (i < caps && TextSearch.IsDigit(text[i]))
            build = VersionText.ParseDotted(text, i, out i);
        while (i < caps && text[i] == ' ')
            i++;
        return i == caps || Array.Exists(Kinds, k => i + k.Length == caps && string.Compare(text, i, k, 0, k.Length, StringComparison.OrdinalIgnoreCase) == 0)
            ? open
            : -1;
    }

    private static string TokenBefore(string text, int open, out bool isUrl)
    {
        isUrl = false;
        int end = open;
        while (end > 0 && (text[end - 1] is ' ' or '`' or '\\'))
            end--;
        if (end > 0 && text[end - 1] == '\'') // "service 'EX01.contoso.com' (15.1… caps:…)"
            end--;
        int start = end;
        while (start > 0 && end - start <= 2048 && !(text[start - 1] is ' ' or '\'' or '"' or '`' or '\n' or '\t'))
            start--;
        string token = text.Substring(start, end - start);
        if (token.IndexOf("://", StringComparison.Ordinal) >= 0 || token.IndexOf('/') >= 0)
        {
            isUrl = true;
            return token;
        }
        bool valid = token.Length is > 0 and <= LongestName && Array.TrueForAll(token.ToCharArray(), TextSearch.IsNameCharacter);
        return valid ? token : "";
    }

    private static bool IsInternalUrl(string url) =>
        url.StartsWith("net.tcp:", StringComparison.OrdinalIgnoreCase) && TextSearch.Has(url, ".outlook.com");
}
