using System;
using System.Linq;
using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>
/// The one table of objects that hold a move report or an error. Deserialized objects, REST objects and hand-made ones lack the type
/// names of live ones, so properties decide; where a request's own type name is there, it names the shape.
/// </summary>
internal static class MoveReportShapes
{
    private static readonly string[] RequestProperties =
    [
        "StatusDetail", "SyncStage", "RequestStyle", "PercentComplete", "BytesTransferred", "TotalMailboxSize", "OverallDuration",
        "MRSServerName", "QueuedTimestamp", "RequestQueue", "WorkloadType", "SourceVersion", "TargetVersion",
    ];

    private static readonly string[] UserProperties =
        ["SkippedItems", "SkippedItemCount", "SyncedItemCount", "MigrationType", "StatusSummary", "BatchId", "EstimatedTotalTransferCount", "DataConsistencyScore"];

    private static readonly string[] SiblingTypes =
    [
        "MailboxRestoreRequestStatistics", "PublicFolderMailboxMigrationRequestStatistics", "PublicFolderMigrationRequestStatistics",
        "PublicFolderMoveRequestStatistics", "MailboxImportRequestStatistics", "MailboxExportRequestStatistics",
        "MailboxRelocationRequestStatistics", "FolderMoveRequestStatistics",
    ];

    private static readonly MoveReportShape[] Table =
    [
        new("MailboxStatistics", v => v.Has("MoveHistory"), MailboxStatisticsReader.Read),
        new("MigrationServerAvailability", IsAvailabilityTest, ErrorObjectReader.ReadAvailability),
        new("ErrorRecord", v => v.Has("Exception") && (v.Has("FullyQualifiedErrorId") || v.Has("CategoryInfo")), ErrorObjectReader.ReadErrorRecord),
        new("MoveRequestStatistics", IsRequest, RequestReader.Read),
        new("MigrationUserStatistics", v => v.Has("Report") && (v.Has("Error") || Count(v, UserProperties) > 0), RequestReader.ReadMigrationUser),
        new("MigrationUser", v => v.Has("ErrorSummary"), ErrorObjectReader.ReadMigrationUser),
        new("Report", ReportBodyReader.IsBody, RequestReader.ReadBareReport),
        new("Failure", IsFailureRecord, ErrorObjectReader.ReadFailure),
        new("Exception", IsException, ErrorObjectReader.ReadFailure),
        new("MoveRequest", IsMoveRequest, RequestReader.Read),
    ];

    /// <summary>Finds the shape of an object.</summary>
    /// <param name="view">The object.</param>
    /// <param name="name">Its name: for requests that of their own type where it is known.</param>
    /// <returns>The row, or <see langword="null"/>.</returns>
    public static MoveReportShape? Find(IObjectView view, out string name)
    {
        MoveReportShape? shape = Array.Find(Table, row => row.Matches(view));
        name = shape?.Name ?? "";
        if (name == "MoveRequestStatistics" && SiblingTypes.FirstOrDefault(t => view.IsOfType(t)) is { } sibling)
            name = sibling;
        return shape;
    }

    private static bool IsRequest(IObjectView view)
    {
        if (view.IsOfType("MoveRequestStatistics") || Array.Exists(SiblingTypes, t => view.IsOfType(t)))
            return true;
        // Statistics of a user carry some figures of the request.
        if (view.IsOfType("MigrationUserStatistics") || view.Has("MigrationType") || view.Has("SyncedItemCount"))
            return false;
        int properties = Count(view, RequestProperties);
        return properties >= 2 || (properties == 1 && view.Has("Report") && !view.Has("Error"));
    }

    // Get-MoveRequest, not Get-MoveRequestStatistics: it never has a report, and the reader says so.
    private static bool IsMoveRequest(IObjectView view) =>
        view.IsOfType("MoveRequest") || (view.Has("RequestStyle") && view.Has("Direction"))
        || (view.Has("Report") && view.Has("Status") && !view.IsOfType("MigrationBatch") && !view.Has("TotalCount"));

    /// <summary>Whether the object is the output of Test-MigrationServerAvailability.</summary>
    public static bool IsAvailabilityTest(IObjectView view) =>
        view.Has("Result") && (view.Has("ErrorDetail") || view.Has("TestedEndpoint") || view.Has("SupportsCutover") || view.Has("ConnectionSettings")
            || (view.Has("Message") && view.GetText("Result").Trim() is "Failed" or "Success"));

    private static bool IsFailureRecord(IObjectView view) =>
        view.Has("FailureType") && (view.Has("Message") || view.Has("ExceptionTypes") || view.Has("Timestamp"));

    private static bool IsException(IObjectView view) =>
        view.Has("Message") && (view.Has("InnerException") || view.Has("StackTrace")
            || (view.TypeNames.Count > 0 && view.TypeNames[0].EndsWith("Exception", StringComparison.Ordinal)));

    private static int Count(IObjectView view, string[] names) => names.Count(view.Has);
}
