using System;
using System.Collections.Generic;
using System.Globalization;
using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>Turns a <see cref="MoveReport"/> into facts.</summary>
public static class MoveReportFacts
{
    private static readonly int EntryMessage = MoveReportTable.Entries.Find("message")!.Ordinal;
    private static readonly int EntryServer = MoveReportTable.Entries.Find("server")!.Ordinal;
    private static readonly int EntryType = MoveReportTable.Entries.Find("type")!.Ordinal;
    private static readonly int EntryFlags = MoveReportTable.Entries.Find("flags")!.Ordinal;

    /// <summary>The facts of one report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="options">What the caller said about the input; lines and failures before its Since are left out.</param>
    /// <returns>The facts.</returns>
    public static FactSet Build(MoveReport report, MoveReportOptions options)
    {
        FactSet facts = new(MoveReportTable.Source, report.Subject);
        foreach (Finding note in report.Notes)
            facts.Notes.Add(note);
        RemoteProxyIndex proxies = new(report);
        ParentFacts.FillRequest(facts.Parent, report);
        ParentFacts.FillLines(facts.Parent, report, options.Since, proxies.Last);
        AddFailures(facts, report, proxies, options.Since);
        AddEntries(facts, report, options.Since);
        facts.Parent["entryCount"] = (double)facts.Items(MoveReportTable.Entries.Name).Count;
        facts.Parent["failureCount"] = (double)facts.Items(MoveReportTable.Failures.Name).Count;
        if (report.Origin == ReportOrigin.ErrorText && report.Entries.Count == 0)
            AddErrorsAsLines(facts);
        return facts;
    }

    /// <summary>The facts of a text: a whole report, or one error. Of several mailboxes the first.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="MoveReportException">The text is empty or cannot hold a report, see <see cref="MoveReportTextReader"/>.</exception>
    public static FactSet FromText(string text)
    {
        MoveReportOptions options = new();
        return Build(MoveReportTextReader.Read(text, "", options)[0], options);
    }

    /// <summary>Fills derived fields of a hand-written fact set where they are missing.</summary>
    /// <param name="facts">The set.</param>
    public static void Complete(FactSet facts) => FactCompletion.Complete(facts);

    // A pasted warning may be a line of a report just as well as an error, so rules on lines see it too (J4). One key: it is told once.
    private static void AddErrorsAsLines(FactSet facts)
    {
        foreach (FactItem failure in facts.Items(MoveReportTable.Failures.Name))
        {
            FactItem line = facts.Add(MoveReportTable.Entries.Name);
            line.At = failure.At;
            line.EvidenceKey = failure.EvidenceKey;
            line.Text = failure.Text;
            line.Origin = failure.Origin;
            line[EntryMessage] = failure["message"];
        }
    }

    private static void AddFailures(FactSet facts, MoveReport report, RemoteProxyIndex proxies, DateTime? since)
    {
        int key = 0;
        foreach (MoveFailure failure in report.Failures)
        {
            if (since is { } limit && failure.At is { } at && at.Utc < limit)
                continue;
            FactItem item = facts.Add(MoveReportTable.Failures);
            item.EvidenceKey = key++;
            FailureFacts.Fill(item, failure, proxies.Before(failure));
            CallOutcomeFacts.Add(facts, item, ErrorText.Of(failure).Call);
        }
    }

    private static void AddEntries(FactSet facts, MoveReport report, DateTime? since)
    {
        IList<ReportEntry> entries = report.Entries;
        for (int i = 0; i < entries.Count; i++)
        {
            ReportEntry entry = entries[i];
            if (ParentFacts.IsBefore(entry, since))
                continue;
            FactItem item = facts.Add(MoveReportTable.Entries);
            item.At = entry.At?.Utc;
            item.Server = entry.Server.Length > 0 ? entry.Server : null;
            item.Text = entry.Message;
            item.Origin = string.Concat("Report.Entries[", entry.Index.ToString(CultureInfo.InvariantCulture), "]");
            item[EntryMessage] = entry.Message;
            item[EntryServer] = entry.Server.Length > 0 ? entry.Server : null;
            item[EntryType] = entry.Type.Length > 0 ? entry.Type : null;
            item[EntryFlags] = entry.Flags.Length > 0 ? entry.Flags : null;
        }
    }
}
