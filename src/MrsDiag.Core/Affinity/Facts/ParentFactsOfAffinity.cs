using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Affinity;

/// <summary>The parent item of source <c>affinity-trial</c>.</summary>
internal static class ParentFactsOfAffinity
{
    /// <summary>Fills it.</summary>
    public static void Fill(FactItem parent, AffinityReading reading)
    {
        AffinityObservation o = reading.Observation;
        parent.Put("host", o.Host);
        parent.Put("port", (double)o.Port);
        parent.Put("isHybridAgent", o.IsHybridAgent);
        parent.Put("scenario", MoveScenario.Unknown);
        parent.Put("transport", o.IsHybridAgent ? "hybridAgent" : "mrsproxy");
        parent.Put("vantage", Words.Token(o.Vantage));
        parent.Put("isPinned", o.IsPinned);
        parent.Put("verdict", Words.Token(reading.Verdict));
        parent.Put("reason", Words.Token(reading.Reason));
        parent.Put("seen", AffinityWords.Seen(reading));
        parent.Put("why", AffinityWords.Why(reading));
        parent.Put("version", reading.Version.Version);
        parent.Put("versionMajor", (double?)reading.Version.Major);
        parent.Put("versionSource", reading.Version.Source);
        FillServers(parent, reading);
        FillRun(parent, reading);
        FillSigns(parent, reading.Identity);
        FillBehaviour(parent, reading);
        FillTimeouts(parent, o);
    }

    private static void FillServers(FactItem parent, AffinityReading reading)
    {
        AffinityObservation o = reading.Observation;
        parent.Put("serverCount", (double)reading.Servers.Count);
        parent.Put("servers", reading.Servers);
        if (o.GivenServers.Length > 0)
        {
            parent.Put("poolServers", o.GivenServers);
            if (reading.KnowsNames)
            {
                parent.Put("notSeen", reading.NotSeen);
                parent.Put("unknownServers", reading.NotGiven);
            }
        }
        if (reading.MissedChance is { } chance)
        {
            parent.Put("missedChance", chance);
            parent.Put("missed", Chance.Format(chance));
            parent.Put("poolSize", (double)Math.Max(2, o.GivenServers.Length));
        }
    }

    private static void FillRun(FactItem parent, AffinityReading reading)
    {
        AffinityObservation o = reading.Observation;
        parent.Put("duration", AffinityWords.Rounded(o.Duration));
        parent.Put("interval", o.Interval);
        parent.Put("count", (double)o.Count);
        parent.Put("connections", (double)reading.Own.Count);
        parent.Put("requests", (double)o.SentRequests);
        parent.Put("sourceAddress", AffinityWords.Source(o));
        if (o.Trials.FirstOrDefault(t => t.Variant == AffinityVariant.SecondSource) is { } second)
        {
            parent.Put("secondSourceAddress", second.SourceAddress);
            parent.Put("secondServers", AffinityReading.Names(reading.Second));
        }
        string[] addresses = [.. o.Trials.Select(t => t.Address).Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        parent.Put("addresses", addresses);
        parent.Put("addressCount", (double)addresses.Length);
        if (reading.Own.Count > 0)
        {
            parent.Put("leastPerAddress", (double)reading.ByAddress.Min(a => a.Count()));
            parent.Put("serversByAddress", AffinityWords.ByAddress(reading));
        }
        if (o.Dns.TimeToLive is { } seconds)
            parent.Put("timeToLive", TimeSpan.FromSeconds(seconds));
        parent.Put("stoppedEarly", o.StoppedEarly);
        parent.Put("throttled", (double)o.Trials.Count(t => t.Status is 429 or 503));
        AffinityTrial[] firsts = [.. o.Trials.Where(t => t.RequestOnConnection <= 1 && t.End != CallEnd.NotTried)];
        AffinityTrial[] failed = [.. firsts.Where(t => t.End != CallEnd.Succeeded)];
        parent.Put("triedConnections", (double)firsts.Length);
        parent.Put("failedConnections", (double)failed.Length);
        if (failed.Length > 0)
            parent.Put("failedAddresses", failed.Select(t => t.Address).Where(a => a.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToArray());
    }

    private static void FillSigns(FactItem parent, ServerIdentity identity)
    {
        parent.Put("namedBy", Words.Token(identity.NamedBy));
        parent.Put("ntlmSign", Words.Token(identity.Ntlm.State));
        parent.Put("frontEndSign", Words.Token(identity.FrontEnd.State));
        parent.Put("healthSign", Words.Token(identity.Health.State));
        parent.Put("certificateSign", Words.Token(identity.Certificate.State));
        parent.Put("ntlmNames", identity.Ntlm.Values);
        parent.Put("frontEndServers", identity.FrontEnd.Values);
        parent.Put("headerRewritten", identity.IsHeaderRewritten);
        parent.Put("deviceName", identity.DeviceName);
        parent.Put("signsDisagree", identity.Disagree);
    }

    private static void FillBehaviour(FactItem parent, AffinityReading reading)
    {
        IReadOnlyList<AffinityTrial> trials = reading.Observation.Trials;
        string[] foreign = [.. trials.SelectMany(t => t.SetCookies).Where(c => !AnswerSigns.IsExchangeCookie(c)).Distinct(StringComparer.Ordinal)];
        string vendor = "";
        if (foreign.Length > 0)
        {
            parent.Put("cookieNames", foreign);
            vendor = foreign.Select(c => CookieVendors.Of(c, isExchange: false)).OrderBy(v => v == "other").First();
            parent.Put("cookieVendor", vendor);
        }
        if (vendor.Length == 0 || vendor == "other")
            vendor = trials.Select(t => CookieVendors.OfHeader(t.ServerHeader)).FirstOrDefault(v => v.Length > 0) ?? "";
        if (vendor.Length > 0)
            parent.Put("vendor", CookieVendors.Name(vendor));
        parent.Put("spreadsOnlyHeld", reading.SpreadsOnlyHeld);
        parent.Put("resumptionChanges", reading.ResumptionChanges);
        parent.Put("changesBeforeChallenge", reading.Multiplexing.BeforeChallenge);
        parent.Put("multiplexedFrom", reading.Multiplexing.From);
        parent.Put("multiplexedTo", reading.Multiplexing.To);
        if (reading.Switch is { } change)
        {
            parent.Put("switchFrom", change.From);
            parent.Put("switchTo", change.To);
            parent.Put("switchAt", DateTime.SpecifyKind(change.First.StartedAt, DateTimeKind.Utc));
            parent.Put("switchAfterPause", change.IsAfterPause);
        }
    }

    private static void FillTimeouts(FactItem parent, AffinityObservation o)
    {
        parent.Put("deviceIdleTimeout", o.DeviceIdleTimeout);
        parent.Put("firewallIdleTimeout", o.FirewallIdleTimeout);
        if (o.KeepAlive.Length > 0)
        {
            parent.Put("keepAliveTime", o.KeepAlive.Max(k => AffinityFacts.Effective(k.KeepAliveTime)));
            parent.Put("keepAliveUnset", o.KeepAlive.Where(k => k.KeepAliveTime is null || k.KeepAliveTime <= TimeSpan.Zero).Select(k => k.Server).Where(s => s.Length > 0).ToArray());
        }
        if (o.DeviceIdleTimeout is { } device && o.FirewallIdleTimeout is { } firewall)
            parent.Put("firewallBelowDevice", firewall <= device);
        IdleObservation[] kept = [.. o.Idle.Where(i => i.End == CallEnd.Succeeded)];
        if (kept.Length > 0)
            parent.Put("longestIdle", kept.Max(i => i.Wait));
    }
}
