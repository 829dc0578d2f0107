using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>Finishes reports once their input was read completely: times, failures, scenario, notes.</summary>
internal static class ReportFinisher
{
    /// <summary>Finishes all reports of one input.</summary>
    public static IReadOnlyList<MoveReport> Finish(IReadOnlyList<ReportDraft> drafts, ReadContext context)
    {
        context.Times.Settle();
        List<MoveReport> reports = new(drafts.Count);
        foreach (ReportDraft draft in drafts)
        {
            FailureMerger.Merge(draft, context);
            MoveScenario.Settle(draft.Report);
            AddNotes(draft, context);
            reports.Add(draft.Report);
        }
        return reports;
    }

    private static void AddNotes(ReportDraft draft, ReadContext context)
    {
        MoveReport report = draft.Report;
        if (report.Quality == ReportQuality.Poor)
            report.Notes.Add(MoveReportNotes.PoorExport(report));
        if (draft.WasCut)
            report.Notes.Add(MoveReportNotes.ChainCut(report));
        if (context.Times.Basis == OrderBasis.Nothing && HasTimes(report))
            report.Notes.Add(MoveReportNotes.AmbiguousDates(report));
        if (context.Times.SawUnknownZone && HasTimes(report))
            report.Notes.Add(MoveReportNotes.TimesWithoutZone(report, context.Options.TimeZone));
    }

    private static bool HasTimes(MoveReport report)
    {
        foreach (ReportEntry entry in report.Entries)
        {
            if (entry.At is not null)
                return true;
        }
        foreach (MoveFailure failure in report.Failures)
        {
            if (failure.At is not null)
                return true;
        }
        return false;
    }
}
