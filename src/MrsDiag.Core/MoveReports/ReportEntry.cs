namespace MrsDiag.MoveReports;

/// <summary>One line of a report.</summary>
public sealed class ReportEntry
{
    /// <summary>Position in the report, from zero.</summary>
    public int Index { get; set; }

    /// <summary>When; <see langword="null"/> where not readable.</summary>
    public ReportTime? At { get; set; }

    /// <summary>The machine that ran the Mailbox Replication Service then; in a hybrid pull that is Exchange Online (J7).</summary>
    public string Server { get; set; } = "";

    /// <summary>Informational, Warning, WarningCondition, Error or Debug; empty where not known.</summary>
    public string Type { get; set; } = "";

    /// <summary>Flag names, for example <c>Failure, Fatal</c>.</summary>
    public string Flags { get; set; } = "";

    /// <summary>The message.</summary>
    public string Message { get; set; } = "";
}
