using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads requests with their report.</summary>
internal static class RequestReader
{
    /// <summary>Reads statistics of a move request or a sibling of it.</summary>
    /// <exception cref="MoveReportException">The report is missing, encoded, or only the name of its type.</exception>
    public static IReadOnlyList<ReportDraft> Read(IObjectView view, string shape, ReadContext context) => [ReadOne(view, shape, context)];

    /// <summary>Reads one request.</summary>
    public static ReportDraft ReadOne(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = new(context.NewReport(shape, ReportQuality.Rich));
        StatisticsReader.Read(view, draft, context);
        if (!view.TryGet("Report", out object? body) || body is null || (body is string text && string.IsNullOrWhiteSpace(text)))
            throw MoveReportAdvice.Missing(draft.Report, shape);
        ReportBodyReader.Read(body, draft, context);
        return draft;
    }

    /// <summary>Reads statistics of a migration user; without its report, its error still tells something.</summary>
    public static IReadOnlyList<ReportDraft> ReadMigrationUser(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = new(context.NewReport(shape, ReportQuality.Rich));
        StatisticsReader.Read(view, draft, context);
        if (draft.Report.BadItems is null && view.Get("SkippedItems") is { } skipped)
            draft.Report.BadItems = ObjectValues.ToList(skipped).Count;
        if (view.Get("Report") is { } body && !(body is string text && string.IsNullOrWhiteSpace(text)))
            ReportBodyReader.Read(body, draft, context);
        else if (draft.Last is null)
            throw MoveReportAdvice.Missing(draft.Report, shape);
        else
            draft.Report.Notes.Add(MoveReportNotes.NoLines(draft.Report));
        return [draft];
    }

    /// <summary>Reads a report without its request.</summary>
    public static IReadOnlyList<ReportDraft> ReadBareReport(IObjectView view, string shape, ReadContext context)
    {
        ReportDraft draft = new(context.NewReport(shape, ReportQuality.Rich));
        ReportBodyReader.Read(view, draft, context);
        draft.Report.Subject = context.Place.Length > 0 ? context.Place : "report";
        return [draft];
    }
}
