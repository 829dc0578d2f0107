using System;
using System.Collections.Generic;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads objects: requests with their report, a bare report, or an object that holds one error.</summary>
public static class MoveReportReader
{
    /// <summary>Tells what an object is, by its properties.</summary>
    /// <param name="view">The object.</param>
    /// <param name="shape">The shape, for example <c>MoveRequestStatistics</c>, <c>ErrorRecord</c>, <c>MigrationServerAvailability</c>.</param>
    /// <returns>Whether <see cref="Read"/> understands it; that its report may be missing is for Read to tell.</returns>
    public static bool TryRecognize(IObjectView view, out string shape) => MoveReportShapes.Find(view, out shape) is not null;

    /// <summary>Reads an object.</summary>
    /// <param name="view">The object.</param>
    /// <param name="origin">Where it comes from.</param>
    /// <param name="place">File name or other place; empty for the pipeline.</param>
    /// <param name="options">What the caller says about the input.</param>
    /// <returns>The reports: one, or one for each move of a mailbox's history.</returns>
    /// <exception cref="MoveReportException">
    /// The object is no move report or error, or its report is missing, encoded, or only the name of its type; the message says what to run.
    /// </exception>
    public static IReadOnlyList<MoveReport> Read(IObjectView view, ReportOrigin origin, string place, MoveReportOptions options)
    {
        ReadContext context = new(origin, place, options);
        if (MoveReportShapes.Find(view, out string name) is not { } shape)
        {
            // A string that somebody wrapped in an object is still a text.
            if (IsString(view))
                return MoveReportTextReader.Read(view.Text!, place, options);
            throw NotAMoveReport(view);
        }
        return ReportFinisher.Finish(shape.Read(view, name, context), context);
    }

    private static bool IsString(IObjectView view) =>
        !string.IsNullOrWhiteSpace(view.Text) && view.TypeNames.Count > 0 && view.TypeNames[0] == "System.String";

    private static MoveReportException NotAMoveReport(IObjectView view)
    {
        string type = view.TypeNames.Count > 0 ? view.TypeNames[0] : "an unknown type";
        string hint = type.EndsWith(".MigrationBatch", StringComparison.Ordinal) || view.Has("TotalCount")
            ? " A batch only sums up its users; run in Exchange Online PowerShell: Get-MigrationUser -BatchId '<batch>' | Get-MigrationUserStatistics -IncludeReport."
            : " Run in Exchange Online PowerShell: Get-MoveRequestStatistics -Identity '<mailbox>' -IncludeReport.";
        return new MoveReportException(
            MoveReportException.NotAMoveReport,
            "The object (" + type + ") has neither the properties of a move request nor those of a report or an error." + hint);
    }
}
