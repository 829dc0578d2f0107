namespace MrsDiag.MoveReports;

/// <summary>What a report was read from.</summary>
public enum ReportOrigin
{
    /// <summary>A PowerShell object, live or deserialized.</summary>
    Pipeline,

    /// <summary>A CLIXML file.</summary>
    Clixml,

    /// <summary>The text of a report.</summary>
    Text,

    /// <summary>A pasted error, an ErrorRecord, a test's output: one failure without a report around it.</summary>
    ErrorText,
}
