using System;
using System.Collections.Generic;
using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>
/// Completes facts that a rule test wrote by hand: the same parsers fill what the author left out, as they would for a real report.
/// What the author wrote stays, also where a real report would say otherwise.
/// </summary>
internal static class FactCompletion
{
    /// <summary>Completes a set.</summary>
    public static void Complete(FactSet facts)
    {
        MoveReport report = ToReport(facts);
        FactItem parent = facts.Parent;
        string scenario = parent.Text("scenario");
        MoveScenario.Settle(report);
        if (scenario.Length > 0)
        {
            report.Scenario = scenario;
            MoveScenario.SettleFor(report);
        }
        parent.Put("scenario", report.Scenario);
        parent.Put("transport", report.Transport);
        parent.Put("remoteSide", report.RemoteSide);
        report.RemoteSide = parent.Text("remoteSide");
        RemoteProxyIndex proxies = new(report);
        if (report.Entries.Count > 0)
        {
            ParentFacts.FillLines(parent, report, since: null, proxies.Last);
            parent.Put("entryCount", (double?)report.Entries.Count);
        }
        if (report.Failures.Count > 0)
            parent.Put("failureCount", (double?)report.Failures.Count);
        CompleteFailures(facts, report, proxies);
        foreach (FactItem item in facts.Items(CallOutcomeTable.Name))
            CompleteOutcome(item, parent);
    }

    private static MoveReport ToReport(FactSet facts)
    {
        FactItem parent = facts.Parent;
        MoveReport report = new()
        {
            Subject = facts.Subject,
            Flags = parent.Text("flags"),
            WorkloadType = parent.Text("workloadType"),
            RemoteHostName = parent.Text("remoteHostName"),
        };
        foreach (FactItem item in facts.Items("entries"))
            report.Entries.Add(ToEntry(item, report.Entries.Count));
        foreach (FactItem item in facts.Items("failures"))
            report.Failures.Add(ToFailure(item));
        return report;
    }

    private static ReportEntry ToEntry(FactItem item, int index)
    {
        if (item.Text.Length == 0)
            item.Text = item.Text("message");
        item.Server ??= item["server"] as string;
        return new ReportEntry
        {
            Index = index,
            At = Time(item),
            Message = item.Text("message"),
            Server = item.Text("server"),
            Type = item.Text("type"),
            Flags = item.Text("flags"),
        };
    }

    private static MoveFailure ToFailure(FactItem item)
    {
        string message = item.Text("message");
        if (message.Length == 0)
            message = item.Text("innermostText").Length > 0 ? item.Text("innermostText") : item.Text;
        string type = item.Text("failureType");
        ErrorText error = ErrorText.Parse(message, type);
        return new MoveFailure
        {
            At = Time(item),
            FailureType = type.Length > 0 ? type : error.Chain[0].Type,
            Message = message,
            Chain = error.Chain,
            Call = error.Call,
        };
    }

    private static ReportTime? Time(FactItem item) => item.At is { } at ? new ReportTime(at, TimeOrigin.Utc) : null;

    private static void CompleteFailures(FactSet facts, MoveReport report, RemoteProxyIndex proxies)
    {
        bool addOutcomes = facts.Items(CallOutcomeTable.Name).Count == 0;
        IReadOnlyList<FactItem> items = facts.Items("failures");
        for (int i = 0; i < items.Count; i++)
        {
            MoveFailure failure = report.Failures[i];
            if (items[i].EvidenceKey < 0)
                items[i].EvidenceKey = i;
            FailureFacts.Fill(items[i], failure, proxies.Before(failure) ?? Stated(facts.Parent, proxies));
            if (addOutcomes)
                CallOutcomeFacts.Add(facts, items[i], failure.Call);
        }
    }

    // A test may state the proxy in the parent instead of writing the line that tells it.
    private static ConnectedLine? Stated(FactItem parent, RemoteProxyIndex proxies) =>
        proxies.Last is null && parent["remoteProxyVersion"] is Version version
            ? new ConnectedLine("", "", "", null, parent.Text("remoteProxyServer"), version)
            : null;

    private static void CompleteOutcome(FactItem item, FactItem parent)
    {
        string message = item.Text("message");
        if (message.Length == 0)
            message = item.Text("text");
        if (item.Text.Length == 0)
            item.Text = message;
        CallText? call = null;
        if (message.Length > 0)
        {
            ErrorText error = ErrorText.Parse(message, item.Text("innermostType"));
            call = error.Call;
            item.Put("innermostType", ExceptionChainParser.InnermostType(error.Chain));
            item.Put("text", ExceptionChainParser.Innermost(error.Chain).Message);
            item.Put("message", message);
        }
        CallOutcomeFacts.Fill(item, call, parent);
    }
}
