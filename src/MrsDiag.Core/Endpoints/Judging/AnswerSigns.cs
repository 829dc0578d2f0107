using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints;

/// <summary>What headers and body of one answer tell about who answered.</summary>
internal static class AnswerSigns
{
    // Headers that only the front door of Exchange Online adds. X-OAuth-Enabled and X-WSSecurity-Enabled are not among them: on-premises has them too.
    private static readonly string[] CloudHeaders = ["X-FEProxyInfo", "X-FirstHopCafeEFZ", "X-FEEFZInfo"];
    private static readonly string[] OwnCookies = ["X-BackEndCookie", "X-BackEndCookie2", "ClientId", "OutlookSession", "exchangecookie", "UC", "OWAPF"];
    private static readonly string[] FormMarks = ["type=\"password\"", "type='password'", "type=password", "logon.aspx", "CookieAuth.dll", "/adfs/ls", "SAMLRequest"];

    /// <summary>The first header of a name.</summary>
    public static string Header(HttpHeaderObservation[] headers, string name) =>
        headers.FirstOrDefault(h => Is(h.Name, name))?.Value ?? "";

    /// <summary>Whether Exchange Online answered.</summary>
    public static bool IsExchangeOnline(HttpHeaderObservation[] headers) =>
        headers.Any(h => CloudHeaders.Any(c => Is(h.Name, c))
            || ((Is(h.Name, "X-CalculatedBETarget") || Is(h.Name, "X-CalculatedFETarget"))
                && h.Value.TrimEnd().EndsWith(".outlook.com", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The schemes that an answer offers, lower case and sorted; <see langword="null"/> for anything but a 401.</summary>
    public static IReadOnlyList<string>? Schemes(int? status, HttpHeaderObservation[] headers) => status == 401
        ? headers.Where(h => Is(h.Name, "WWW-Authenticate")).SelectMany(h => AuthHeaderText.Schemes(h.Value))
            .Distinct(StringComparer.Ordinal).OrderBy(s => s, StringComparer.Ordinal).ToArray()
        : null;

    /// <summary>Names of cookies that Exchange itself does not set, in their order.</summary>
    public static IReadOnlyList<string> ForeignCookies(HttpHeaderObservation[] headers) =>
        headers.Where(h => Is(h.Name, "Set-Cookie")).Select(CookieName)
            .Where(n => n.Length > 0 && !IsExchangeCookie(n))
            .Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>Whether Exchange itself sets a cookie of this name, so that it is none of a device.</summary>
    public static bool IsExchangeCookie(string name) =>
        OwnCookies.Any(o => Is(name, o)) || name.StartsWith("cadata", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a page asks for a logon by a form.</summary>
    public static bool IsLogonForm(string contentType, string body) =>
        (Has(contentType, "html") || body.TrimStart().StartsWith("<", StringComparison.Ordinal)) && FormMarks.Any(m => Has(body, m));

    /// <summary>Whether a 500 is a SOAP fault, that is an answer of the web service itself.</summary>
    public static bool IsSoapFault(string contentType, string body) => Has(contentType, "xml") && Has(body, "Envelope") && Has(body, "Fault");

    /// <summary>Whether a text holds another, without regard to case.</summary>
    public static bool Has(string text, string part) => text.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;

    private static string CookieName(HttpHeaderObservation header)
    {
        int end = header.Value.IndexOf('=');
        return (end < 0 ? header.Value : header.Value.Substring(0, end)).Trim();
    }

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
