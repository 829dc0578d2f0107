using System;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>One line of a sample report.</summary>
public sealed class SampleEntry
{
    /// <summary>When, UTC.</summary>
    public DateTime Time { get; set; }

    /// <summary>The machine that ran the Mailbox Replication Service.</summary>
    public string Server { get; set; } = "";

    /// <summary>Informational, Warning, WarningCondition, Error or Debug.</summary>
    public string Type { get; set; } = "Informational";

    /// <summary>Flag names.</summary>
    public string Flags { get; set; } = "None";

    /// <summary>The message.</summary>
    public string Message { get; set; } = "";

    /// <summary>The failure that the line tells.</summary>
    public SampleFailure? Failure { get; set; }
}
