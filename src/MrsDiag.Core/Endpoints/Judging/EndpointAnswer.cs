using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Endpoints;

/// <summary>The outcome of a whole endpoint and its one line.</summary>
internal static class EndpointAnswer
{
    // The pack that judges what calls end in.
    private const string CallPack = "mrs-call";

    /// <summary>The worst of checks and findings; not tested where nothing passed and nothing is wrong.</summary>
    public static CheckOutcome Outcome(IReadOnlyList<EndpointCheck> checks, IReadOnlyList<Finding> findings)
    {
        Severity worst = findings.Count == 0 ? Severity.Information : findings.Max(f => f.Severity);
        if (worst == Severity.Error || checks.Any(c => c.Outcome == CheckOutcome.Failed))
            return CheckOutcome.Failed;
        if (worst == Severity.Warning || checks.Any(c => c.Outcome == CheckOutcome.Warning))
            return CheckOutcome.Warning;
        // Without a word of HTTP nothing is known of the endpoint, whatever DNS says.
        return checks.Any(c => c is { Stage: EndpointStage.Http, Outcome: CheckOutcome.Passed }) ? CheckOutcome.Passed : CheckOutcome.NotTested;
    }

    /// <summary>The stage at which the way ended: the first that failed, or that had to be reached and could not be tested.</summary>
    public static EndpointStage? StoppedAt(EndpointReading reading, IReadOnlyList<EndpointCheck> checks)
    {
        EndpointCheck? failed = checks.Where(c => c.Stage != EndpointStage.Configuration && c.Stage != EndpointStage.Autodiscover)
            .FirstOrDefault(c => c.Outcome == CheckOutcome.Failed && Ends(reading, c));
        if (failed is not null)
            return failed.Stage;
        return reading.Note(EndpointStage.Tcp) is { Reason: "hairpin" or "noRoute" } && reading.Observation.Tcp.End != CallEnd.Succeeded ? EndpointStage.Tcp : null;
    }

    /// <summary>The line.</summary>
    public static string Message(EndpointReading reading, CheckOutcome outcome, IReadOnlyList<EndpointCheck> checks, IReadOnlyList<Finding> findings)
    {
        // Where the way ends with an answer, or without one, the rule about the call speaks first, not the one about a certificate on the way.
        bool endsAtCall = StoppedAt(reading, checks) >= EndpointStage.Http;
        Finding? cause = findings.Where(f => f.Severity > Severity.Information).OrderByDescending(f => f.Severity)
            .ThenByDescending(f => endsAtCall && f.RulePack == CallPack).ThenByDescending(f => f.Confidence).FirstOrDefault();
        if (cause is not null)
            return $"{cause.Title} ({cause.RuleId}).";
        if (checks.FirstOrDefault(c => c.Outcome == outcome && outcome is CheckOutcome.Failed or CheckOutcome.Warning) is { } check)
            return $"{check.Name}: {check.Detail}.";
        return outcome == CheckOutcome.Passed ? Healthy(reading) : NotTested(reading, checks);
    }

    /// <summary>What was looked at on a healthy endpoint.</summary>
    public static string Healthy(EndpointReading reading)
    {
        string server = reading.Server.Length > 0 ? " from " + reading.Server : "";
        string offers = reading.First is { AuthenticationSchemes: { Length: > 0 } schemes } ? ", offers " + string.Join(", ", schemes.Select(HttpChecks.Scheme)) : "";
        string logon = reading.Logon == "accepted"
            ? "The logon was accepted and the service answers."
            : "Whether MRS Proxy is enabled cannot be seen without a logon.";
        return FormattableString.Invariant($"{reading.First?.Status}{server}{Words.In(reading.First?.TimeToAnswer)}{offers}. {logon}");
    }

    private static string NotTested(EndpointReading reading, IReadOnlyList<EndpointCheck> checks) => reading.Observation.IsHybridAgent
        ? "The name belongs to the Hybrid Agent, which answers Exchange Online only; nothing can be tested from here."
        : checks.FirstOrDefault(c => c is { Outcome: CheckOutcome.NotTested, Stage: > EndpointStage.Dns }) is { } why
            ? $"Not tested: {why.Detail}." : "Not tested.";

    // A certificate or a version list that is wrong does not end the way of this probe, so what lies behind it was seen.
    private static bool Ends(EndpointReading reading, EndpointCheck check) =>
        check.Stage != EndpointStage.Tls || check.Name == "Handshake" || reading.Observation.Exchanges.All(e => e.End == CallEnd.NotTried);
}
