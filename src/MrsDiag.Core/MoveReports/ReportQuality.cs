namespace MrsDiag.MoveReports;

/// <summary>How much of the report survived its way here (research move-report.md 1.6).</summary>
public enum ReportQuality
{
    /// <summary>Entries and failures are objects.</summary>
    Rich,

    /// <summary>Entries or failures were flattened to strings by a shallow Export-Clixml.</summary>
    Poor,

    /// <summary>Only text was given.</summary>
    Text,
}
