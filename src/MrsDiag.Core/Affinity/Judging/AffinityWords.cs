using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>What was seen, in words. Every sentence about a verdict has the time span and the source address (J19).</summary>
internal static class AffinityWords
{
    /// <summary>Whole seconds from one second on: a tenth of a second proves nothing more.</summary>
    public static TimeSpan Rounded(TimeSpan time) =>
        time < TimeSpan.FromSeconds(1) ? Words.Rounded(time) : TimeSpan.FromSeconds(Math.Round(time.TotalSeconds));

    /// <summary>The first source address; empty where not known.</summary>
    public static string Source(AffinityObservation o) =>
        o.Trials.FirstOrDefault(t => t.Variant != AffinityVariant.SecondSource && t.SourceAddress.Length > 0)?.SourceAddress ?? "";

    /// <summary>What was seen, as a clause.</summary>
    public static string Seen(AffinityReading reading)
    {
        AffinityObservation o = reading.Observation;
        string span = $" in {Durations.Format(Rounded(o.Duration))} from {(Source(o) is { Length: > 0 } source ? source : "this computer")}";
        if (reading.Own.Count == 0)
        {
            int answered = o.Trials.Count(t => t is { End: CallEnd.Succeeded, Status: not null });
            return $"{Words.Count(o.Trials.Length, "request", "requests")}{span} got {Words.Count(answered, "answer", "answers")}, and no answer named a server";
        }
        if (reading.SpreadsOnlyHeld)
            return $"{Words.Count(reading.Sequential.Count, "new connection", "new connections")} one after another{span} reached {Hits(reading.Sequential)}, and {reading.Held.Count} held open at the same time reached {Hits(reading.Held)}";
        return $"{Words.Count(reading.Own.Count, "new connection", "new connections")}{span} reached {Hits(reading.Own)}{SecondSource(reading)}";
    }

    /// <summary>Each address with its servers.</summary>
    public static string ByAddress(AffinityReading reading) => string.Join(", ", reading.ByAddress.Where(a => a.Key.Length > 0).Take(6)
        .Select(a => $"{a.Key} {FactText.Join(AffinityReading.Names(a))} ({Words.Count(a.Count(), "connection", "connections")})"));

    /// <summary>Why no verdict is possible, and what would decide; empty where there is one.</summary>
    public static string Why(AffinityReading reading) => reading.Reason switch
    {
        AffinityReason.HybridAgent => "the name belongs to the Hybrid Agent, which answers Exchange Online only",
        AffinityReason.NoAnswer => NoAnswer(reading.Observation),
        AffinityReason.NoSign => "no answer named its server: no NTLM challenge, no X-FEServer, no healthcheck.htm",
        AffinityReason.CertificateChanges => "only the certificate changes, and that may be the device's own as well as the servers'",
        AffinityReason.OneWeakSign => $"the only name, {FactText.Join(reading.Servers)}, comes from {WeakSign(reading)}, which a device can set or keep",
        AffinityReason.DeviceAnswers => $"the only name, {reading.Identity.DeviceName}, may be the device itself{DeviceHint(reading)}",
        AffinityReason.PinnedAddresses => $"each of the addresses given has a server of its own ({ByAddress(reading)}), and DNS plays no part between them",
        AffinityReason.TooFew => $"only {Words.Count(reading.Own.Count, "connection", "connections")} named a server",
        AffinityReason.SwitchedOnce when reading.Switch is { } s =>
            $"the server changed once, from {s.From} ({Words.Count(s.Before, "connection", "connections")}) to {s.To} ({s.After}){When(s)}: a server taken out, a failover, or a persistence that ran out",
        _ => "",
    };

    /// <summary>A variant as a person calls it.</summary>
    public static string Variant(AffinityVariant variant) => variant switch
    {
        AffinityVariant.NewConnection => "new connection",
        AffinityVariant.Cookies => "with cookies",
        AffinityVariant.TlsResumption => "with TLS resumption",
        AffinityVariant.OneConnection => "one connection",
        AffinityVariant.EachAddress => "each address",
        AffinityVariant.AfterPause => "after a pause",
        AffinityVariant.HeldOpen => "held open",
        AffinityVariant.SecondSource => "second source address",
        _ => "watch",
    };

    /// <summary>The servers of some connections with their hits, most first.</summary>
    public static string Hits(IReadOnlyList<Arrival> arrivals)
    {
        (string Name, int Hits)[] servers = [.. arrivals.GroupBy(a => a.Server, (name, own) => (Name: name, Hits: own.Count()), StringComparer.OrdinalIgnoreCase)];
        if (servers.Length == 1)
            return servers[0].Name + " only";
        IEnumerable<string> rows = servers.OrderByDescending(r => r.Hits).Select(r => FormattableString.Invariant($"{r.Name} ({r.Hits})"));
        return $"{Words.Count(servers.Length, "server", "servers")}: {FactText.Join(rows)}";
    }

    private static string SecondSource(AffinityReading reading) => reading.Second.Count == 0 ? ""
        : $", and {reading.Second.Count} from {reading.Second[0].Trial.SourceAddress} reached {Hits(reading.Second)}";

    private static string NoAnswer(AffinityObservation o)
    {
        if (o.StoppedEarly.Length > 0)
            return "nothing answered: " + FactText.Shorten(o.StoppedEarly.TrimEnd('.'), 160);
        AffinityTrial? first = o.Trials.FirstOrDefault(t => t.End != CallEnd.NotTried);
        return first is null ? "nothing was asked" : $"nothing answered; the first request {Words.Ended(first.End)}{Words.Because(first.Error)}";
    }

    private static string WeakSign(AffinityReading reading) => reading.Identity.NamedBy == NamingSign.Health ? "healthcheck.htm" : "X-FEServer";

    private static string DeviceHint(AffinityReading reading) => reading.Observation.GivenServers.Length > 0
        ? ": it is none of the servers given (" + FactText.Join(reading.Observation.GivenServers) + ")" : "";

    private static string When(ServerSwitch change) => change.IsAfterPause ? " after a pause"
        : change.First.StartedAt == default ? "" : " at " + change.First.StartedAt.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) + " UTC";
}
