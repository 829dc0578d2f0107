using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.Text;

namespace MrsDiag.Affinity;

/// <summary>Turns an <see cref="AffinityObservation"/> into facts.</summary>
public static class AffinityFacts
{
    private static readonly TimeSpan UnsetKeepAlive = TimeSpan.FromHours(2);

    /// <summary>The facts of one test.</summary>
    /// <param name="observation">What was seen.</param>
    /// <returns>The facts.</returns>
    public static FactSet Build(AffinityObservation observation) => Build(new AffinityReading(observation));

    /// <summary>The facts of a test that was read already.</summary>
    internal static FactSet Build(AffinityReading reading)
    {
        FactSet facts = new(AffinityTable.Source, reading.Observation.Host);
        ParentFactsOfAffinity.Fill(facts.Parent, reading);
        AffinityItems.Add(facts, reading);
        return facts;
    }

    /// <summary>What a keep-alive setting works as: two hours where it is not set (J22).</summary>
    internal static TimeSpan Effective(TimeSpan? keepAlive) => keepAlive is { } time && time > TimeSpan.Zero ? time : UnsetKeepAlive;

    /// <summary>Fills derived fields of a hand-written fact set where they are missing.</summary>
    /// <param name="facts">The set.</param>
    public static void Complete(FactSet facts)
    {
        FactItem parent = facts.Parent;
        parent.Put("scenario", MoveScenario.Unknown);
        if (parent.Text("host") is { Length: > 0 } host)
            parent.Put("isHybridAgent", HybridAgent.IsHost(host));
        parent.Put("transport", parent["isHybridAgent"] is true ? "hybridAgent" : "mrsproxy");
        parent.Put("vantage", "unknown");
        parent.Put("reason", "none");
        parent.Put("serverCount", (double?)(parent["servers"] as IReadOnlyList<string>)?.Count);
        parent.Put("addressCount", (double?)(parent["addresses"] as IReadOnlyList<string>)?.Count);
        if (parent["version"] is Version version)
            parent.Put("versionMajor", (double)version.Major);
        parent.Put("versionSource", parent["versionMajor"] is null ? "unknown" : "given");
        if (parent["missedChance"] is double chance)
            parent.Put("missed", Chance.Format(chance));
        CompleteTimeouts(facts);
        foreach (FactItem item in facts.Items("trials"))
            item.Server ??= item["server"] as string;
        foreach (FactItem item in facts.Items("cookies").Where(i => i["isExchange"] is null))
            item.Put("isExchange", Endpoints.AnswerSigns.IsExchangeCookie(item.Text("name")));
        foreach (FactItem item in facts.Items("cookies"))
            item.Put("vendor", CookieVendors.Of(item.Text("name"), item["isExchange"] is true));
        foreach (FactCollection table in facts.Source.Collections)
            foreach (FactItem item in facts.Items(table.Name).Where(i => i.Text.Length == 0))
                item.Text = ShownText(item);
    }

    private static void CompleteTimeouts(FactSet facts)
    {
        FactItem parent = facts.Parent;
        TimeSpan? device = parent["deviceIdleTimeout"] as TimeSpan?;
        TimeSpan? firewall = parent["firewallIdleTimeout"] as TimeSpan?;
        if (device is not null && firewall is not null)
            parent.Put("firewallBelowDevice", firewall <= device);
        foreach (FactItem item in facts.Items("keepAlive"))
        {
            item.Put("isSet", item["time"] is not null);
            item.Put("time", UnsetKeepAlive);
            CompareKeepAlive(item, device, firewall);
        }
        if (facts.Items("keepAlive").Count > 0)
            parent.Put("keepAliveTime", facts.Items("keepAlive").Max(i => (TimeSpan)i["time"]!));
    }

    /// <summary>Whether a keep-alive lies below the time-outs of the devices.</summary>
    internal static void CompareKeepAlive(FactItem item, TimeSpan? device, TimeSpan? firewall)
    {
        TimeSpan time = (TimeSpan)item["time"]!;
        item.Put("belowDevice", device is { } balancer ? time < balancer : null);
        item.Put("belowFirewall", firewall is { } outer ? time < outer : null);
    }

    private static string ShownText(FactItem item) => string.Join(", ", item.Collection.Fields
        .Where(f => item[f.Ordinal] is not null).Take(4).Select(f => f.Name + " " + FactText.Format(item[f.Ordinal])));
}
