using System;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.Endpoints;

/// <summary>What became of <c>Expect: 100-continue</c>, read by J14: a final 401 before any 100 proves nothing.</summary>
internal sealed class ExpectReading
{
    /// <summary>From this on an interim answer counts as late; Exchange answers within milliseconds, a busy computer here takes its time too.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromSeconds(2);

    private ExpectReading(string verdict, string detail) => (Verdict, Detail) = (verdict, detail);

    /// <summary><c>passed</c>, <c>late</c>, <c>never</c>, <c>refused</c>, <c>broken</c> or <c>notTested</c>.</summary>
    public string Verdict { get; }

    /// <summary>What was seen, in one line.</summary>
    public string Detail { get; }

    /// <summary>Longest time to a 100.</summary>
    public TimeSpan? TimeToContinue { get; private init; }

    /// <summary>Reads an observation.</summary>
    public static ExpectReading Of(EndpointReading reading)
    {
        HttpExchange[] tried = reading.Observation.Exchanges.Where(e => e.SentExpect && e.End != CallEnd.NotTried).ToArray();
        TimeSpan? longest = tried.Max(e => e.TimeToContinue);
        return Refused(reading, tried) ?? Broken(reading, tried)
            ?? Seen(tried, longest) ?? ByLogon(reading) ?? Never(tried) ?? Undecided(reading, tried);
    }

    /// <summary>Whether an answer differs from that of the same call without <c>Expect</c>; <see langword="null"/> where that call was not answered.</summary>
    public static bool? OnlyWithExpect(EndpointReading reading, bool sentExpect, ExchangePurpose? purpose, int? status)
    {
        if (!sentExpect || purpose == ExchangePurpose.ExpectWsSecurity)
            return null;
        HttpExchange? same = purpose == ExchangePurpose.ExpectBodyHeldBack ? reading.Answered(ExchangePurpose.BodyHeldBack) : null;
        same ??= reading.Answered(ExchangePurpose.Post);
        return same is null ? null : same.Status != status;
    }

    private static ExpectReading? Refused(EndpointReading reading, HttpExchange[] tried)
    {
        HttpExchange? refused = tried.FirstOrDefault(e => IsRefusal(reading, e));
        if (refused is not null)
            return new("refused", $"{Name(refused)} was answered {refused.Status}{WithoutExpect(reading)}");
        LogonObservation? logon = reading.ExpectLogon;
        // 400 is also what Exchange itself says to an envelope without an operation.
        return logon is { Status: 411 or 417 or 501 } ? new("refused", $"POST with credentials and Expect was answered {logon.Status}") : null;
    }

    private static ExpectReading? Broken(EndpointReading reading, HttpExchange[] tried)
    {
        if (reading.Answered(ExchangePurpose.Post) is not { } post)
            return null;
        HttpExchange? broken = tried.FirstOrDefault(e => e.End != CallEnd.Succeeded && e.Purpose != ExchangePurpose.ExpectWsSecurity);
        return broken is null ? null : new("broken", $"{Name(broken)} {Words.Ended(broken.End)}, without Expect the answer was {post.Status}");
    }

    private static ExpectReading? Seen(HttpExchange[] tried, TimeSpan? longest)
    {
        HttpExchange? seen = tried.Where(e => e.SawContinue).OrderByDescending(e => e.TimeToContinue).FirstOrDefault();
        if (seen is null)
            return null;
        string after = seen.TimeToContinue is { } time ? " after " + Durations.Format(time) : "";
        string then = seen.Status is { } status ? $", then {status}" : "";
        return new(longest >= Late ? "late" : "passed", $"{Name(seen)}: 100{after}{then}") { TimeToContinue = longest };
    }

    // The seed's case: the caller waits five seconds for a 100 and then sends the body all the same.
    private static ExpectReading? ByLogon(EndpointReading reading)
    {
        LogonObservation? logon = reading.ExpectLogon;
        bool passed = logon is { End: CallEnd.Succeeded, Status: not null and not 401 and < 502 } && logon.BodyHeldBack >= TimeSpan.FromSeconds(4.9) && logon.SentBody
            // A device that takes the body for a new request says 400 as well, but not in the name of IIS.
            && (logon.Status != 400 || AnswerSigns.Header(logon.Headers, "Server").StartsWith("Microsoft-IIS", StringComparison.OrdinalIgnoreCase));
        return passed
            ? new("passed", $"POST with credentials and Expect, body held back {Durations.Format(logon!.BodyHeldBack!.Value)}: answered {logon.Status}")
            : null;
    }

    private static ExpectReading? Never(HttpExchange[] tried)
    {
        HttpExchange? never = tried.FirstOrDefault(e => e is { SawContinue: false, SentBody: true, End: CallEnd.Succeeded }
            && e.Purpose is ExchangePurpose.ExpectBodyHeldBack or ExchangePurpose.ExpectWsSecurity);
        return never is null
            ? null
            : new("never", $"{Name(never)}: no 100 while the body was held back, then {never.Status}");
    }

    private static ExpectReading Undecided(EndpointReading reading, HttpExchange[] tried)
    {
        if (reading.Note(EndpointStage.Expect) is { } note)
            return new("notTested", note.Detail);
        if (tried.Any(e => e.Status == 401))
        {
            string logon = reading.ExpectLogon is null ? "; with -Credential the body is held back after the logon, which decides it" : "";
            return new("notTested", $"the final 401 came before any 100, as IIS does it, so nothing is known about Expect{logon}");
        }
        return new("notTested", tried.Length == 0 ? "no call with Expect was made" : "no call with Expect was answered in a way that decides it");
    }

    /// <summary>Whether an answer to a call with <c>Expect</c> refuses just that: a status that says so, or any error that the same call without it did not get.</summary>
    public static bool IsRefusal(EndpointReading reading, HttpExchange exchange)
    {
        if (exchange is not { SentExpect: true, End: CallEnd.Succeeded, Status: >= 400 and not 401 and var status })
            return false;
        // How Exchange answers an envelope without an operation there is not known.
        if (exchange.Purpose == ExchangePurpose.ExpectWsSecurity)
            return status is 417 or 501;
        return OnlyWithExpect(reading, true, exchange.Purpose, status) ?? status is 400 or 411 or 413 or 417 or 501;
    }

    private static string WithoutExpect(EndpointReading reading) =>
        reading.Answered(ExchangePurpose.Post) is { } post ? $", without Expect {post.Status}" : "";

    private static string Name(HttpExchange exchange) => exchange.Purpose switch
    {
        ExchangePurpose.ExpectBodyHeldBack => "POST with Expect, body held back",
        ExchangePurpose.ExpectWsSecurity => "POST with Expect to the WS-Security address",
        _ => "POST with Expect",
    };
}
