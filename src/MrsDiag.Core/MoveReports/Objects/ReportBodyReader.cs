using System;
using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads a Report: the object with Entries and Failures, the list of its lines, or the text that both were flattened to.</summary>
internal static class ReportBodyReader
{
    /// <summary>Reads a report body.</summary>
    /// <param name="value">What the property holds; not null.</param>
    /// <param name="draft">The report.</param>
    /// <param name="context">The reader's context.</param>
    /// <exception cref="MoveReportException">The body is encoded, or only the name of its type.</exception>
    public static void Read(object value, ReportDraft draft, ReadContext context)
    {
        IReadOnlyList<object?> items = ObjectValues.ToList(value);
        bool bodies = items.Count > 0;
        foreach (object? item in items)
            bodies &= item is IObjectView view && IsBody(view);
        if (bodies)
        {
            foreach (object? item in items)
                ReadBody((IObjectView)item!, draft, context);
        }
        else if (items.Count == 1 && !(items[0] is IObjectView line && line.Has("Message")))
        {
            ReadText(ObjectValues.ToText(items[0]), draft, context);
        }
        else
        {
            ReadEntries(items, draft, context);
        }
    }

    /// <summary>Whether an object is a report body.</summary>
    public static bool IsBody(IObjectView view) => view.Has("Entries") || view.Has("Failures");

    private static void ReadBody(IObjectView view, ReportDraft draft, ReadContext context)
    {
        ReadEntries(view.GetList("Entries"), draft, context);
        IReadOnlyList<object?> failures = view.GetList("Failures");
        for (int i = 0; i < failures.Count; i++)
        {
            if (failures[i] is string || (failures[i] is IObjectView record && !record.Has("Message")))
                draft.Report.Quality = ReportQuality.Poor;
            if (FailureReader.Read(failures[i], draft, context, FormattableString.Invariant($"Report.Failures[{i}]")) is { } failure)
                draft.Recorded.Add(failure);
        }
        if (draft.Report.BadItems is null && view.TryGet("BadItems", out object? badItems) && badItems is not null)
            draft.Report.BadItems = ObjectValues.ToList(badItems).Count;
    }

    private static void ReadEntries(IReadOnlyList<object?> items, ReportDraft draft, ReadContext context)
    {
        for (int i = 0; i < items.Count; i++)
        {
            if (!EntryReader.Read(items[i], draft, context))
                draft.Report.Quality = ReportQuality.Poor;
        }
    }

    private static void ReadText(string text, ReportDraft draft, ReadContext context)
    {
        if (MoveReportAdvice.LooksLikeTypeName(text))
            throw MoveReportAdvice.IsTypeName();
        if (MoveReportAdvice.LooksEncoded(text))
            throw MoveReportAdvice.Encoded();
        if (draft.Report.Quality == ReportQuality.Rich)
            draft.Report.Quality = ReportQuality.Poor;
        ReportLines.Read(text, draft, context);
    }
}
