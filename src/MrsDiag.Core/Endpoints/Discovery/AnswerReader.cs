using System;
using System.Globalization;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.Endpoints.Discovery;

/// <summary>Reads one answer: who gave it, and where it leads.</summary>
internal static class AnswerReader
{
    private static readonly string[] WindowsSchemes = ["negotiate", "ntlm", "basic"];
    private static readonly string[] ExchangeHeaders = ["X-FEServer", "X-OWA-Version", "X-CalculatedBETarget", "X-BEServer", "X-DiagInfo"];

    /// <summary>Reads it and completes its step.</summary>
    /// <param name="uri">What was asked.</param>
    /// <param name="answer">What came back.</param>
    /// <param name="step">The step, which gets its end, status, host and sentence.</param>
    public static AutodiscoverLead Read(Uri uri, AutodiscoverAnswer answer, AutodiscoverStep step)
    {
        step.End = answer.End;
        step.Duration = answer.Duration;
        step.Status = answer.Exchange?.Status;
        if (ExchangeOnlineSigns.IsHost(answer.CanonicalName))
            return Online(answer.CanonicalName, $"{uri.Host} is an alias of {answer.CanonicalName}: Exchange Online.", step);
        if (ExchangeOnlineSigns.IsHost(uri.Host))
            return Online(uri.Host, $"{uri.Host} is a name of Exchange Online.", step);
        if (answer.Exchange is not { Status: { } status } exchange)
            return Nothing(answer.Exchange is null ? $"The name gave no address. {answer.Error}" : $"No HTTP answer came. {answer.Error}", step);
        if (ExchangeOnlineSigns.IsIn(exchange))
            return Online(uri.Host, "The answer carries headers of Exchange Online.", step);
        if (status is 301 or 302 or 303 or 307 or 308)
            return RedirectReader.Read(uri, exchange, step);
        string shown = status.ToString(CultureInfo.InvariantCulture);
        if (uri.Scheme != Uri.UriSchemeHttps)
            return Nothing($"Answered {shown}; over plain HTTP only a redirect counts.", step);
        if (!IsExchange(exchange, status))
            return Nothing($"Answered {shown}, which is not how Exchange answers there.", step);
        step.LeadsTo = uri.IdnHost;
        step.Detail = $"Answered {shown} as Exchange does: {uri.IdnHost} is the host.";
        return new AutodiscoverLead(LeadKind.Exchange, uri.IdnHost);
    }

    // A 401 that asks for a Windows logon, or an answer to a bare GET that shows Exchange or its web server. Any site may say 400 or 405.
    private static bool IsExchange(HttpExchange exchange, int status)
    {
        bool hasSigns = Array.Exists(ExchangeHeaders, name => exchange.Header(name).Length > 0);
        bool isIis = exchange.Header("Server").StartsWith("Microsoft-IIS", StringComparison.OrdinalIgnoreCase);
        return status switch
        {
            401 => hasSigns || exchange.AuthenticationSchemes.Any(scheme => WindowsSchemes.Contains(scheme)),
            400 or 405 => hasSigns || isIis,
            _ => false,
        };
    }

    private static AutodiscoverLead Online(string host, string detail, AutodiscoverStep step)
    {
        step.LeadsTo = host;
        step.Detail = detail;
        return new AutodiscoverLead(LeadKind.ExchangeOnline, host);
    }

    private static AutodiscoverLead Nothing(string detail, AutodiscoverStep step)
    {
        step.Detail = FactText.Shorten(detail, 400);
        return AutodiscoverLead.None;
    }
}
