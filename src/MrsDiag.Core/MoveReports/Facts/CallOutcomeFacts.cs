using System;
using System.Collections.Generic;
using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>The facts of what one remote call ended in. What is set already stays.</summary>
internal static class CallOutcomeFacts
{
    /// <summary>Adds the outcome of a failed call; a failure that concerns none has no outcome.</summary>
    /// <param name="facts">The set.</param>
    /// <param name="failureItem">The failure's item, complete.</param>
    /// <param name="call">What its text says about the call, or <see langword="null"/>.</param>
    public static void Add(FactSet facts, FactItem failureItem, CallText? call)
    {
        if (call is null)
            return;
        FactItem item = facts.Add(MoveReportTable.CallOutcomes);
        item.At = failureItem.At;
        item.EvidenceKey = failureItem.EvidenceKey;
        item.Server = failureItem.Server;
        item.Text = failureItem.Text;
        item.Origin = failureItem.Origin;
        item.Put("server", failureItem.Text("remoteServer"));
        item.Put("serverVersion", failureItem["remoteVersion"] as Version);
        item.Put("host", failureItem.Text("host"));
        item.Put("innermostType", failureItem.Text("innermostType"));
        item.Put("text", failureItem.Text("innermostText"));
        item.Put("message", failureItem.Text("message"));
        item.Put("timeout", failureItem["timeout"] as TimeSpan?);
        item.Put("recovered", failureItem["isPermanent"] is true ? false : null);
        Fill(item, call, facts.Parent);
    }

    /// <summary>Fills what a call's text tells and what follows from other fields.</summary>
    /// <param name="item">The item.</param>
    /// <param name="call">What the text says, or <see langword="null"/> where there is no text.</param>
    /// <param name="parent">The report.</param>
    public static void Fill(FactItem item, CallText? call, FactItem parent)
    {
        if (call is not null)
        {
            item.Put("status", (double?)call.Status);
            item.Put("authSchemes", call.AuthSchemes);
            item.Put("server", call.Server);
            item.Put("serverVersion", call.ServerVersion);
            item.Put("host", call.Host);
            item.Put("address", call.Address);
            item.Put("timeout", call.Timeout);
        }
        item.Put("host", parent.Text("remoteHostName"));
        CallKindText.Fill(item);
        item.Put("authSet", AuthHeaderText.ToSet(item["authSchemes"] as IReadOnlyList<string>));
        if (item["serverVersion"] is Version version)
            item.Put("serverMajor", (double)version.Major);
        if (item.Text("host") is { Length: > 0 } host)
            item.Put("isHybridAgent", HybridAgent.IsHost(host));
        item.Put("recovered", Recovered(item, parent));
        item.Put("scenario", parent.Text("scenario"));
        item.Put("transport", Transport(item, call, parent));
        item.Server ??= item["server"] as string;
    }

    // The request's own status decides; without one, progress after the failure. Suspended says nothing: somebody did that.
    private static bool? Recovered(FactItem item, FactItem parent) => parent.Text("status").ToUpperInvariant() switch
    {
        "QUEUED" or "INPROGRESS" or "COMPLETIONINPROGRESS" or "AUTOSUSPENDED" or "SYNCED" or "COMPLETED" or "COMPLETEDWITHWARNING" => true,
        "FAILED" => false,
        _ => item.At is { } at && parent["lastProgress"] is DateTime progress && progress > at ? true : null,
    };

    private static string Transport(FactItem item, CallText? call, FactItem parent)
    {
        if (item["isHybridAgent"] is true)
            return "hybridAgent";
        string transport = parent.Text("transport");
        return transport is "" or MoveScenario.Unknown ? call is { IsMrsProxy: true } ? "mrsproxy" : MoveScenario.Unknown : transport;
    }
}
