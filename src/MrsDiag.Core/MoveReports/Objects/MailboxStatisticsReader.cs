using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads a mailbox with its move history: each move that has its report is one report.</summary>
internal static class MailboxStatisticsReader
{
    /// <summary>Reads the history.</summary>
    /// <exception cref="MoveReportException">No move of the history has a report.</exception>
    public static IReadOnlyList<ReportDraft> Read(IObjectView view, string shape, ReadContext context)
    {
        string mailbox = StatisticsReader.Subject(view);
        IReadOnlyList<object?> history = view.GetList("MoveHistory");
        List<ReportDraft> drafts = [];
        foreach (object? item in history)
        {
            if (item is not IObjectView move || ReadMove(move, shape, context) is not { } draft)
                continue;
            if (mailbox.Length > 0)
                draft.Report.Subject = mailbox;
            drafts.Add(draft);
            context.Times.Restart();
        }
        if (drafts.Count == 0)
        {
            MoveReport report = context.NewReport(shape, ReportQuality.Rich);
            report.Subject = mailbox;
            throw MoveReportAdvice.Missing(report, shape);
        }
        if (drafts.Count < history.Count)
            drafts[0].Report.Notes.Add(MoveReportNotes.HistoryWithoutReport(drafts[0].Report, history.Count - drafts.Count, history.Count));
        return drafts;
    }

    // One move without a readable report must not hide the others; how many there are is told.
    private static ReportDraft? ReadMove(IObjectView move, string shape, ReadContext context)
    {
        try
        {
            return RequestReader.ReadOne(move, shape, context);
        }
        catch (MoveReportException)
        {
            return null;
        }
    }
}
