using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Endpoints;

/// <summary>Reads an endpoint as a user types or pastes it: a URI, a host, a host with its port, an IP address.</summary>
internal static class EndpointText
{
    private const string Expected = "Write for example https://mail.contoso.com/EWS/mrsproxy.svc, or mail.contoso.com.";

    private static readonly char[] PathStart = ['/', '?', '#'];

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>An absolute URI: https unless http was written, an ASCII host, and the path of MRS Proxy where none else was written.</returns>
    /// <exception cref="EndpointInputException">It is none of these, or holds credentials.</exception>
    public static Uri Parse(string text)
    {
        string clean = PastedText.Clean(text);
        if (clean.Length == 0)
            throw Invalid("The address of the endpoint is empty. " + Expected);
        if (clean.Length > PastedText.MaxLength)
            throw Invalid($"A text of more than {PastedText.MaxLength} characters is no address of an endpoint. {Expected}");
        string scheme = TakeScheme(ref clean);
        int end = clean.IndexOfAny(PathStart);
        string authority = end < 0 ? clean : clean.Substring(0, end);
        RefuseCredentials(authority, clean);
        if (PastedText.HasSpace(clean))
            throw Invalid($"'{PastedText.Show(clean)}' holds a space. Give one address at a time, without spaces. {Expected}");
        string port = TakePort(ref authority, clean);
        if (!EndpointHost.TryRead(authority, out string host, out string problem))
            throw Invalid($"'{PastedText.Show(clean)}' is no address of an endpoint: {problem}. {Expected}");
        if (host.IndexOf(':') >= 0)
            host = "[" + host + "]";
        string path = end < 0 ? "" : clean.Substring(end);
        if (!Uri.TryCreate(scheme + "://" + host + port + EndpointPath(path), UriKind.Absolute, out Uri? uri))
            throw Invalid($"'{PastedText.Show(clean)}' is no address of an endpoint. {Expected}");
        return uri;
    }

    private static string TakeScheme(ref string text)
    {
        int mark = text.IndexOf("://", StringComparison.Ordinal);
        int path = text.IndexOfAny(PathStart);
        if (text.StartsWith("//", StringComparison.Ordinal))
        {
            text = text.Substring(2);
            return "https";
        }
        if (mark < 0 || mark > path)
        {
            RefuseSlips(text);
            return "https";
        }
        string scheme = text.Substring(0, mark).ToLowerInvariant();
        if (scheme is not ("https" or "http"))
            throw Invalid($"'{PastedText.Show(scheme)}' is not the scheme of a migration endpoint; MRS Proxy is called by https. {Expected}");
        text = text.Substring(mark + 3);
        return scheme;
    }

    private static void RefuseSlips(string text)
    {
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
            throw Invalid("This is an e-mail address. Give it as -EmailAddress, and Autodiscover is asked for its endpoint.");
        if (text.IndexOf('\\') >= 0)
            throw Invalid($"'{PastedText.Show(text)}' holds a backslash, as a share or an account does. {Expected}");
        if (text.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
            throw Invalid($"In '{PastedText.Show(text)}' the two slashes behind the scheme are missing. {Expected}");
    }

    // A password may hold a slash, so an at sign anywhere before a colon's end counts. Nothing of it is repeated in the message.
    private static void RefuseCredentials(string authority, string text)
    {
        int at = text.IndexOf('@');
        if (at < 0)
            return;
        bool insideAuthority = authority.IndexOf('@') >= 0;
        bool hasColon = authority.IndexOf(':') is >= 0 and var colon && colon < at;
        if (hasColon && (insideAuthority || !IsPort(authority.Substring(authority.LastIndexOf(':') + 1))))
            throw Invalid("The address holds a user name or password. Leave them out of it, and give them as -Credential.");
        if (insideAuthority)
            throw Invalid("The address holds an at sign. Give an e-mail address as -EmailAddress, and an account as -Credential.");
    }

    private static string TakePort(ref string authority, string text)
    {
        int colon = authority.LastIndexOf(':');
        bool isBareIPv6 = authority.IndexOf(':') != colon && authority[0] != '['
            && IPAddress.TryParse(authority, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6;
        if (colon < 0 || isBareIPv6 || authority[authority.Length - 1] == ']')
            return "";
        string port = authority.Substring(colon + 1);
        if (!IsPort(port))
            throw Invalid($"'{PastedText.Show(text)}' has no valid port: a port is a number from 1 to 65535. {Expected}");
        authority = authority.Substring(0, colon);
        return ":" + port;
    }

    private static bool IsPort(string text) =>
        text.Length <= 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and <= 65535;

    // The address of EWS is what Exchange's own settings show; MRS Proxy stands beside it.
    private static string EndpointPath(string path)
    {
        int fragment = path.IndexOf('#');
        if (fragment >= 0)
            path = path.Substring(0, fragment);
        return path.TrimEnd('/').ToUpperInvariant() is "" or "/EWS" or "/EWS/EXCHANGE.ASMX" ? EndpointTarget.DefaultPath
            : path[0] == '?' ? "/" + path
            : path;
    }

    private static EndpointInputException Invalid(string message) => new("UriInvalid", message);
}
