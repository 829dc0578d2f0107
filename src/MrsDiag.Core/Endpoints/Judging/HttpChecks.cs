using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>The checks of what HTTP answers without a logon, and of <c>Expect: 100-continue</c>.</summary>
internal static class HttpChecks
{
    /// <summary>The checks.</summary>
    public static IEnumerable<EndpointCheck> Of(EndpointReading reading) =>
    [
        Plain(reading, ExchangePurpose.Get, "GET without logon"), Plain(reading, ExchangePurpose.Post, "POST without logon"),
        .. Chunked(reading), Expect(reading),
    ];

    private static EndpointCheck Plain(EndpointReading reading, ExchangePurpose purpose, string name)
    {
        HttpExchange? exchange = reading.Observation.Exchanges.FirstOrDefault(e => e.Purpose == purpose && e.End != CallEnd.NotTried);
        if (exchange is null)
            return EndpointChecks.NotTested(reading, EndpointStage.Http, name, "the connection did not get so far");
        CheckOutcome outcome = reading.IsOnlyGetRefused(exchange) ? CheckOutcome.NotTested
            : EndpointReading.IsHealthy(exchange) && !AnswerSigns.IsExchangeOnline(exchange.Headers) ? CheckOutcome.Passed : CheckOutcome.Failed;
        return EndpointChecks.Make(EndpointStage.Http, name, outcome, Describe(exchange), exchange.TimeToAnswer);
    }

    private static string Describe(HttpExchange exchange)
    {
        if (exchange.Status is not { } status)
            return $"the request {Words.Ended(exchange.End)}{Words.Because(exchange.Error)}";
        string offers = status != 401 ? ""
            : exchange.AuthenticationSchemes.Length == 0 ? ", offers no way to log on" : ", offers " + FactText.Join(exchange.AuthenticationSchemes.Select(Scheme));
        string server = exchange.Header("Server") is { Length: > 0 } header ? "; " + FactText.Shorten(header, 60) : "; no Server header";
        string location = exchange.Header("Location") is { Length: > 0 } target ? " to " + FactText.Shorten(target, 100) : "";
        string cloud = AnswerSigns.IsExchangeOnline(exchange.Headers) ? "; this is Exchange Online" : "";
        string form = AnswerSigns.IsLogonForm(exchange.Header("Content-Type"), exchange.Body) ? "; a page with a logon form" : "";
        return FormattableString.Invariant($"{status}{location}{Words.In(exchange.TimeToAnswer)}{offers}{server}{cloud}{form}");
    }

    /// <summary>A scheme as people write it.</summary>
    internal static string Scheme(string scheme) => scheme switch
    {
        "ntlm" => "NTLM",
        "negotiate" => "Negotiate",
        "basic" => "Basic",
        "bearer" => "Bearer",
        "kerberos" => "Kerberos",
        "digest" => "Digest",
        _ => scheme,
    };

    private static IEnumerable<EndpointCheck> Chunked(EndpointReading reading)
    {
        HttpExchange? chunked = reading.Observation.Exchanges.FirstOrDefault(e => e.Purpose == ExchangePurpose.Chunked && e.End != CallEnd.NotTried);
        if (chunked is null)
            yield break;
        // Exchange Online sends a length, so a refused chunked body stops no move.
        int? plain = reading.Answered(ExchangePurpose.Post)?.Status;
        bool same = chunked.Status is not null && chunked.Status == plain;
        yield return EndpointChecks.Make(EndpointStage.Http, "POST, chunked body", same ? CheckOutcome.Passed : CheckOutcome.NotTested,
            Describe(chunked) + (same ? "" : "; moves do not depend on it"), chunked.TimeToAnswer);
    }

    private static EndpointCheck Expect(EndpointReading reading)
    {
        const string name = "100-continue";
        if (reading.Observation.IsHybridAgent)
            return EndpointChecks.NotTested(reading, EndpointStage.Expect, name, "an agent's name answers Exchange Online only");
        CheckOutcome outcome = reading.Expect.Verdict switch
        {
            // How late is too late is a setting of the rule.
            "passed" or "late" => CheckOutcome.Passed,
            "never" => CheckOutcome.Warning,
            "refused" or "broken" => CheckOutcome.Failed,
            _ => CheckOutcome.NotTested,
        };
        return EndpointChecks.Make(EndpointStage.Expect, name, outcome, reading.Expect.Detail, reading.Expect.TimeToContinue);
    }
}
