namespace MrsDiag.Fixtures.MoveReports;

/// <summary>What an export left of the report.</summary>
public enum ExportQuality
{
    /// <summary>Entries and failures are objects: from a remote session, or with enough <c>-Depth</c>.</summary>
    Rich,

    /// <summary>Entries and failures are strings: live objects at the default depth.</summary>
    Poor,

    /// <summary>Report is null: <c>-IncludeReport</c> was forgotten.</summary>
    NoReport,
}
