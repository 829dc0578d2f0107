using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>The outcome of an affinity test and its one line.</summary>
internal static class AffinityAnswer
{
    /// <summary>The worst of the findings; not tested where there is no verdict and nothing worse.</summary>
    public static CheckOutcome Outcome(AffinityReading reading, IReadOnlyList<Finding> findings)
    {
        Severity worst = findings.Count == 0 ? Severity.Information : findings.Max(f => f.Severity);
        if (worst == Severity.Error)
            return CheckOutcome.Failed;
        if (worst == Severity.Warning)
            return CheckOutcome.Warning;
        return reading.Verdict == AffinityVerdict.Inconclusive ? CheckOutcome.NotTested : CheckOutcome.Passed;
    }

    /// <summary>The line: what was seen, what it means, and what it does not prove.</summary>
    public static string Message(AffinityReading reading)
    {
        if (reading.Reason == AffinityReason.HybridAgent)
            return "Not tested: " + AffinityWords.Why(reading) + "; affinity plays no part there.";
        string seen = AffinityWords.Seen(reading);
        string early = reading.Observation.StoppedEarly.Length > 0 && reading.Reason != AffinityReason.NoAnswer
            ? $" The test ended early: {FactText.Shorten(reading.Observation.StoppedEarly.TrimEnd('.'), 160)}." : "";
        return reading.Reason == AffinityReason.None
            ? $"{seen}. {Meaning(reading)} {Limit(reading)}{early}"
            : $"No verdict: {AffinityWords.Why(reading)}. {Decides(reading)}{early}";
    }

    /// <summary>What was not proved (J19).</summary>
    public static string Limit(AffinityReading reading) =>
        $"What lies beyond {Durations.Format(AffinityWords.Rounded(reading.Observation.Duration))}, up to the 45 minutes that Exchange 2010 needs, was not tested.";

    private static string Meaning(AffinityReading reading) => reading.Verdict switch
    {
        AffinityVerdict.OneServerSeen => "Source affinity, or one active server: a second source address or the logs decide.",
        AffinityVerdict.SourceAffinity => "The source address decides the server: source affinity.",
        AffinityVerdict.CookieOnly => "Only a cookie keeps the server, and the MRS client keeps no cookies.",
        AffinityVerdict.NoAffinity => reading.SpreadsOnlyHeld ? "No affinity: the device counts open connections." : "No affinity.",
        AffinityVerdict.ConnectionMultiplexed =>
            $"The server changed inside a connection after its NTLM 401, from {reading.Multiplexing.From} to {reading.Multiplexing.To}: logons break with every version.",
        _ => $"Each address of the name has its own server: {AffinityWords.ByAddress(reading)}.",
    } + Need(reading);

    private static string Need(AffinityReading reading)
    {
        if (reading.Verdict is AffinityVerdict.OneServerSeen or AffinityVerdict.SourceAffinity or AffinityVerdict.ConnectionMultiplexed)
            return "";
        return reading.Version.Major switch
        {
            null => " Exchange 2010 fails with that, 2013 and later do not need affinity; the version is not known.",
            < 15 => " Exchange 2010 fails with that.",
            _ => " Exchange 2013 and later need no affinity.",
        };
    }

    /// <summary>What would decide where there is no verdict.</summary>
    private static string Decides(AffinityReading reading) => reading.Reason switch
    {
        AffinityReason.NoAnswer => "Test-MrsProxyEndpoint tells at which stage the way ends.",
        AffinityReason.SwitchedOnce => "Run it again while no server is being taken out, with -Duration; a change after the same time again is a persistence that is too short.",
        AffinityReason.PinnedAddresses => "Test the name itself, or one address at a time.",
        AffinityReason.TooFew => "Run it again with a higher -Count.",
        _ => "The IIS logs of all servers decide: they show which of them got the calls of one client address.",
    } + (reading.Reason == AffinityReason.NoAnswer ? "" : " " + Limit(reading));
}
