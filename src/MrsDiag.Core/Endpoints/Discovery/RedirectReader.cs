using System;
using System.Globalization;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>Reads where a redirect leads. Only https is gone on with; what stands before an at sign is never shown.</summary>
internal static class RedirectReader
{
    /// <summary>Reads it and completes its step.</summary>
    public static AutodiscoverLead Read(Uri uri, HttpExchange exchange, AutodiscoverStep step)
    {
        string status = exchange.Status.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
        string location = exchange.Header("Location");
        if (!TryRead(uri, location, out Uri? next, out string host))
        {
            step.Detail = location.Length == 0
                ? $"Answered {status} without a Location."
                : $"Answered {status} with a Location that is no web address: '{PastedText.Show(location)}'.";
            return AutodiscoverLead.None;
        }
        step.LeadsTo = host;
        if (ExchangeOnlineSigns.IsHost(host))
        {
            step.Detail = $"Redirects ({status}) to {host}, a name of Exchange Online.";
            return new AutodiscoverLead(LeadKind.ExchangeOnline, host);
        }
        if (next!.Scheme != Uri.UriSchemeHttps)
        {
            step.Detail = $"Redirects ({status}) to {host} over plain HTTP, which is not followed.";
            return AutodiscoverLead.None;
        }
        step.Detail = $"Redirects ({status}) to {host}.";
        return new AutodiscoverLead(LeadKind.Redirect, host, next);
    }

    private static bool TryRead(Uri uri, string location, out Uri? next, out string host)
    {
        next = null;
        host = "";
        bool isUsable = location.Length is > 0 and <= PastedText.MaxLength
            && Uri.TryCreate(uri, location.Trim(), out next)
            && (next.Scheme == Uri.UriSchemeHttps || next.Scheme == Uri.UriSchemeHttp)
            && next.UserInfo.Length == 0
            && EndpointHost.TryRead(next.Host, out host, out _);
        if (!isUsable)
            return false;
        // The name in its form for the wire, and nothing behind a number sign, which is never sent.
        string name = host.IndexOf(':') >= 0 ? "[" + host + "]" : host;
        string port = next!.IsDefaultPort ? "" : FormattableString.Invariant($":{next.Port}");
        return Uri.TryCreate(next.Scheme + "://" + name + port + next.PathAndQuery, UriKind.Absolute, out next);
    }
}
