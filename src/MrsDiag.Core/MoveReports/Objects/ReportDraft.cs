using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>A report while it is read: the places that tell of failures are kept apart until all times are known.</summary>
internal sealed class ReportDraft(MoveReport report)
{
    /// <summary>The report.</summary>
    public MoveReport Report { get; } = report;

    /// <summary>Failures of Report.Failures.</summary>
    public List<MoveFailure> Recorded { get; } = [];

    /// <summary>Failures that lines carry, by the index of the line.</summary>
    public Dictionary<int, MoveFailure> OfEntries { get; } = [];

    /// <summary>The last failure as the request itself names it.</summary>
    public MoveFailure? Last { get; set; }

    /// <summary>Whether an error text was too long to be read completely.</summary>
    public bool WasCut { get; set; }
}
