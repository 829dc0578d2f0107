using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;

namespace MrsDiag.Endpoints;

/// <summary>Turns an <see cref="EndpointObservation"/> into facts.</summary>
public static class EndpointFacts
{
    /// <summary>The facts of one address.</summary>
    /// <param name="observation">What was seen.</param>
    /// <returns>The facts.</returns>
    public static FactSet Build(EndpointObservation observation) => Build(new EndpointReading(observation));

    /// <summary>The facts of one address that was read already.</summary>
    internal static FactSet Build(EndpointReading reading)
    {
        FactSet facts = new(EndpointProbeTable.Source, reading.Subject);
        ParentFactsOfEndpoint.Fill(facts.Parent, reading);
        EndpointItems.Add(facts, reading);
        foreach (CallOutcome outcome in EndpointCallOutcomes.Of(reading))
            EndpointCallOutcomes.Fill(facts.Add(EndpointProbeTable.CallOutcomes), outcome, reading);
        return facts;
    }

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
        parent.Put("route", "name");
        parent.Put("isFirst", true);
        parent.Put("isHttps", true);
        parent.Put("addressCount", (double?)(parent["addresses"] as IReadOnlyList<string>)?.Count);
        parent.Put("authSet", AuthHeaderText.ToSet(parent["authSchemes"] as IReadOnlyList<string>));
        if (parent["serverVersion"] is Version version)
            parent.Put("serverMajor", (double)version.Major);
        foreach (FactItem item in facts.Items(CallOutcomeTable.Name))
            CompleteOutcome(item, parent);
        foreach (FactCollection table in facts.Source.Collections)
            foreach (FactItem item in facts.Items(table.Name).Where(i => i.Text.Length == 0))
                item.Text = ShownText(item);
    }

    // What the author left out is what nearly every outcome of a probe has; logon is not, since it decides.
    private static void CompleteOutcome(FactItem item, FactItem parent)
    {
        if (item.EvidenceKey < 0)
            item.EvidenceKey = item.Order;
        item.Put("kind", item["status"] is null ? null : "answered");
        item.Put("host", parent.Text("host"));
        item.Put("isHybridAgent", parent["isHybridAgent"] as bool?);
        item.Put("vantage", parent.Text("vantage"));
        item.Put("scenario", parent.Text("scenario"));
        item.Put("transport", parent.Text("transport"));
        item.Put("server", parent.Text("server"));
        item.Put("serverVersion", parent["serverVersion"] as Version);
        item.Put("serverMajor", item["serverVersion"] is Version version ? version.Major : parent["serverMajor"] as double?);
        item.Put("authSet", AuthHeaderText.ToSet(item["authSchemes"] as IReadOnlyList<string>));
        item.Put("message", item.Text("text"));
        item.Put("text", item.Text("message"));
        item.Server ??= item["server"] as string;
    }

    private static string ShownText(FactItem item) => string.Join(", ", item.Collection.Fields
        .Where(f => item[f.Ordinal] is not null).Take(4).Select(f => f.Name + " " + MrsDiag.Text.FactText.Format(item[f.Ordinal])));
}
