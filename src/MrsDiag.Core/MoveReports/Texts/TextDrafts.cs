using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Makes reports of the blocks of a text.</summary>
internal static class TextDrafts
{
    private static readonly string[] RequestNames =
    [
        "StatusDetail", "SyncStage", "PercentComplete", "RequestStyle", "TotalMailboxSize", "OverallDuration", "BytesTransferred", "QueuedTimestamp",
        "WorkloadType", "MRSServerName", "RemoteHostName", "BatchName",
    ];

    // An error behind a remark, and the log lines of a firewall or balancer that are pasted next to a report.
    private static readonly string[] DeviceLogs = ["failed. Error details:", "HTTP requests per minute", "badrequest-client_read"];

    /// <summary>One report with the failures of pasted pieces of CLIXML; none where there are none.</summary>
    public static List<ReportDraft> FromXml(List<TextBlock> blocks, ReadContext context)
    {
        if (blocks.Count == 0)
            return [];
        ReportDraft draft = NewReport("ErrorText", context);
        draft.Report.Origin = ReportOrigin.ErrorText;
        for (int i = 0; i < blocks.Count; i++)
            AddFailure(blocks[i], draft, context, i);
        return [Named(draft, context)];
    }

    /// <summary>The reports of blocks; none where no block is a report or a printed error.</summary>
    public static List<ReportDraft> FromBlocks(List<TextBlock> blocks, ReadContext context)
    {
        List<ReportDraft> drafts = [];
        int failures = 0;
        foreach (TextBlock block in blocks)
        {
            if (IsRequest(block))
                drafts.Add(FromRequest(block, context));
            else if (block.Has("FailureType") && block.Has("Message"))
                AddFailure(block, Current(drafts, "Failures", context), context, failures++);
            else if (block.Has("CreationTime") && block.Has("Message"))
                EntryReader.Read(block, Current(drafts, "Entries", context), context);
            else if (FromError(block, context) is { } error)
                drafts.Add(error);
        }
        AddLooseErrors(blocks, drafts, context);
        foreach (ReportDraft draft in drafts.Where(d => d.Report.Subject.Length == 0))
            Named(draft, context);
        return drafts;
    }

    // One of these names alone may stand in the admin center's pane, whose other lines are no properties of a request.
    private static bool IsRequest(TextBlock block) =>
        block.Lines.Count > 0 || block.Has("StatusDetail") || block.Has("SyncStage") || Array.FindAll(RequestNames, block.Has).Length >= 2;

    private static ReportDraft FromRequest(TextBlock block, ReadContext context)
    {
        ReportDraft draft = NewReport("Text", context);
        context.Times.Restart();
        if (block.HasProperties)
            StatisticsReader.Read(block, draft, context);
        ReportLines.Add(block, draft, context);
        if (draft.Report.Entries.Count == 0)
            draft.Report.Notes.Add(MoveReportNotes.NoLines(draft.Report));
        return draft;
    }

    // Printed output of a test, an ErrorRecord, a migration user; "Error: …" of the admin center.
    private static ReportDraft? FromError(TextBlock block, ReadContext context)
    {
        if (MoveReportShapes.Find(block, out string name) is { Name: "MigrationServerAvailability" or "ErrorRecord" or "MigrationUser" } shape)
            return shape.Read(block, name, context)[0];
        string error = block.GetText("ErrorDetail", "ErrorSummary", "Error");
        if (error.Length == 0)
            return null;
        ReportDraft draft = ErrorObjectReader.FromText(ErrorNoise.WithoutReportLabel(error), "", context);
        if (block.GetText("Identity", "DisplayName") is { Length: > 0 } subject)
            draft.Report.Subject = subject;
        return draft;
    }

    private static void AddFailure(TextBlock block, ReportDraft draft, ReadContext context, int index)
    {
        if (FailureReader.Read(block, draft, context, FormattableString.Invariant($"Report.Failures[{index}]")) is { } failure)
            draft.Recorded.Add(failure);
    }

    // Failures or entries printed by themselves belong to the request printed before them.
    private static ReportDraft Current(List<ReportDraft> drafts, string shape, ReadContext context)
    {
        if (drafts.Count == 0 || drafts[drafts.Count - 1].Report.Origin == ReportOrigin.ErrorText)
            drafts.Add(NewReport(shape, context));
        return drafts[drafts.Count - 1];
    }

    // Words around a report are somebody's remarks, unless they hold an error.
    private static void AddLooseErrors(List<TextBlock> blocks, List<ReportDraft> drafts, ReadContext context)
    {
        if (drafts.Count == 0)
            return;
        foreach (TextBlock block in blocks)
        {
            string loose = Text.TextCleaner.OneLine(block.Loose.ToString());
            bool isError = loose.IndexOf("Exception:", StringComparison.Ordinal) >= 0 || loose.IndexOf("-->", StringComparison.Ordinal) >= 0
                || TextSearch.HasAny(loose, DeviceLogs);
            if (!isError)
                continue;
            ReportDraft draft = drafts[drafts.Count - 1];
            if (draft.Last is null)
                draft.Last = FailureReader.FromText(loose, "", draft, context, "text");
            else
                draft.Recorded.Add(FailureReader.FromText(loose, "", draft, context, "text"));
        }
    }

    private static ReportDraft NewReport(string shape, ReadContext context) => new(context.NewReport(shape, ReportQuality.Text));

    // Without properties the lines name the mailbox only by its GUID.
    private static ReportDraft Named(ReportDraft draft, ReadContext context)
    {
        List<string> mailboxes = [.. ReportTimeline.Of(draft.Report).Connections.Select(c => c.Line.Mailbox).Where(m => m.Length > 0)];
        string mailbox = mailboxes.Find(m => TextSearch.Has(m, "Primary")) ?? mailboxes.FirstOrDefault() ?? "";
        string host = draft.Recorded.Select(f => ErrorText.Of(f).Call?.Host ?? "").FirstOrDefault(h => h.Length > 0) ?? "";
        string place = context.Place.Length > 0 ? context.Place : draft.Report.Origin == ReportOrigin.ErrorText ? "error text" : "report";
        draft.Report.Subject = mailbox.Length > 0 ? mailbox : host.Length > 0 ? host : place;
        return draft;
    }
}
