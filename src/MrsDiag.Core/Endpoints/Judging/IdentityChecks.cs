using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>The checks of the NTLM challenge, of the call with credentials, and of healthcheck.htm.</summary>
internal static class IdentityChecks
{
    /// <summary>The checks.</summary>
    public static IEnumerable<EndpointCheck> Of(EndpointReading reading) => [Challenge(reading), .. Logons(reading), Health(reading)];

    private static EndpointCheck Challenge(EndpointReading reading)
    {
        const string name = "NTLM challenge";
        ChallengeObservation[] asked = [.. reading.Observation.Challenges.Where(c => c.End != CallEnd.NotTried)];
        if (asked.Length == 0)
            return EndpointChecks.NotTested(reading, EndpointStage.Ntlm, name, reading.First is null ? "the connection did not get so far" : "the endpoint offers neither NTLM nor Negotiate");
        if (reading.Challenge is not { } challenge)
            return EndpointChecks.Make(EndpointStage.Ntlm, name, CheckOutcome.Warning, "no challenge came: " + string.Join("; ", asked.Select(Missing)));
        string domain = challenge.NetBiosDomainName.Length > 0 ? " of domain " + challenge.NetBiosDomainName : "";
        string system = challenge.OsVersion.Length > 0 ? ", Windows " + challenge.OsVersion : "";
        string clock = challenge.ClockSkew is { } skew ? ", clock " + Clock(skew) : "";
        return EndpointChecks.Make(EndpointStage.Ntlm, name, CheckOutcome.Passed, $"{challenge.NetBiosComputerName}{domain}{system}{clock}, by {challenge.Scheme}", challenge.Duration);
    }

    private static string Missing(ChallengeObservation challenge) =>
        challenge.Scheme + (challenge.Status is { } status ? FormattableString.Invariant($" answered {status}") : " " + Words.Ended(challenge.End)) + Words.Because(challenge.Error);

    private static string Clock(TimeSpan skew) =>
        skew.Duration() < TimeSpan.FromSeconds(2) ? "in step" : Durations.Format(TimeSpan.FromSeconds(Math.Round(skew.Duration().TotalSeconds))) + (skew > TimeSpan.Zero ? " ahead" : " behind");

    private static IEnumerable<EndpointCheck> Logons(EndpointReading reading)
    {
        LogonObservation[] tried = [.. reading.Observation.Logons.Where(l => l.End != CallEnd.NotTried)];
        if (tried.Length == 0)
            return [EndpointChecks.NotTested(reading, EndpointStage.Logon, "Logon", "no credentials were given, so whether MRS Proxy is enabled was not seen")];
        return tried.Select(l => Logon(reading, l));
    }

    private static EndpointCheck Logon(EndpointReading reading, LogonObservation logon)
    {
        string name = logon.Kind == "expectPost" ? "Logon, POST with Expect" : "Logon";
        string with = $"{logon.Scheme}, account as {Form(logon.AccountForm)}";
        if (logon.Status is not { } status)
            return EndpointChecks.Make(EndpointStage.Logon, name, CheckOutcome.Failed, $"{with}: the call {Words.Ended(logon.End)}{Words.Because(logon.Error)}", logon.Duration);
        (CheckOutcome outcome, string meaning) = EndpointReading.Result(logon) switch
        {
            "refused" when logon.Kind == "expectPost" && reading.Logon == "accepted" => (CheckOutcome.Warning, "a logon was asked for again and refused"),
            "refused" => (CheckOutcome.Failed, "the logon was refused"),
            "" => (CheckOutcome.NotTested, "nobody asked for a logon"),
            _ when reading.IsOnlyGetRefused(logon) => (CheckOutcome.NotTested, "the logon was accepted; moves use POST, whose answer decides"),
            _ => Accepted(status, EndpointCallOutcomes.IsAlive(logon)),
        };
        return EndpointChecks.Make(EndpointStage.Logon, name, outcome, FormattableString.Invariant($"{with}: {status}{Words.In(logon.Duration)}, {meaning}"), logon.Duration);
    }

    private static (CheckOutcome Outcome, string Meaning) Accepted(int status, bool isAlive) => isAlive
        ? (CheckOutcome.Passed, "the logon was accepted and the service answers")
        : (CheckOutcome.Failed, status == 403 ? "the logon was accepted and the call then forbidden" : "the logon was accepted, the service does not answer as it should");

    private static string Form(string form) => form switch
    {
        "domainUser" => @"DOMAIN\user",
        "userPrincipalName" => "UPN",
        _ => "plain name",
    };

    private static EndpointCheck Health(EndpointReading reading)
    {
        const string name = "healthcheck.htm";
        HttpExchange? exchange = reading.Observation.Exchanges.FirstOrDefault(e => e.Purpose == ExchangePurpose.HealthCheck && e.End != CallEnd.NotTried);
        if (exchange is null)
            return EndpointChecks.NotTested(reading, EndpointStage.Health, name, "the connection did not get so far");
        if (exchange.Status is not { } status)
            return EndpointChecks.Make(EndpointStage.Health, name, CheckOutcome.NotTested, $"the request {Words.Ended(exchange.End)}{Words.Because(exchange.Error)}", exchange.TimeToAnswer);
        return ParentFactsOfEndpoint.HealthOf(exchange) switch
        {
            "healthy" => EndpointChecks.Make(EndpointStage.Health, name, CheckOutcome.Passed,
                $"healthy{(reading.HealthServer.Length > 0 ? ", " + reading.HealthServer : "")}{Words.In(exchange.TimeToAnswer)}", exchange.TimeToAnswer),
            // Without a sign of 2013 or later the page need not exist, and a device may have no server for it.
            "unhealthy" when reading.Major >= 15 => EndpointChecks.Make(EndpointStage.Health, name, CheckOutcome.Warning, FormattableString.Invariant($"{status}: Exchange holds EWS for unhealthy, or a device has no server"), exchange.TimeToAnswer),
            _ => EndpointChecks.Make(EndpointStage.Health, name, CheckOutcome.NotTested,
                FormattableString.Invariant($"{status}: says nothing; Exchange 2010 has no such page, and devices may send it elsewhere"), exchange.TimeToAnswer),
        };
    }
}
