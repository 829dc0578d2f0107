using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>One failure of a move, from Report.Failures, an entry's Failure, LastFailure, or text.</summary>
public sealed class MoveFailure
{
    /// <summary>When; <see langword="null"/> where not known.</summary>
    public ReportTime? At { get; set; }

    /// <summary>Exception class name, without namespace.</summary>
    public string FailureType { get; set; } = "";

    /// <summary>Source, Target or empty.</summary>
    public string Side { get; set; } = "";

    /// <summary>The HRESULT, or <see langword="null"/>.</summary>
    public long? Code { get; set; }

    /// <summary>MapiLowLevelError, or <see langword="null"/>; 0 counts as none.</summary>
    public long? MapiLowLevelError { get; set; }

    /// <summary>FailureHash, four hex digits on newer builds; empty otherwise.</summary>
    public string Hash { get; set; } = "";

    /// <summary>The whole message with its chain.</summary>
    public string Message { get; set; } = "";

    /// <summary>The chain, outermost first, never empty once read.</summary>
    public IReadOnlyList<ExceptionLink> Chain { get; set; } = [];

    /// <summary>The machine that ran the Mailbox Replication Service, from the entry the failure belongs to.</summary>
    public string MrsServer { get; set; } = "";

    /// <summary>Retry number, from <c>The system will retry (2/720)</c>.</summary>
    public int? Retry { get; set; }

    /// <summary>Retry limit, likewise.</summary>
    public int? RetryMax { get; set; }

    /// <summary>Whether the report calls it fatal.</summary>
    public bool IsFatal { get; set; }

    /// <summary>Where it stands in the input, for example <c>Report.Failures[3]</c>.</summary>
    public string Origin { get; set; } = "";

    /// <summary>Index of the report line that it belongs to; -1 where none is known.</summary>
    internal int EntryIndex { get; set; } = -1;

    /// <summary>Whether <see cref="Message"/> is only the line that announces it: any other place knows its words better.</summary>
    internal bool IsAnnouncedOnly { get; set; }

    /// <summary>Number of its class and own message, by which the places of one failure in a report are known as one.</summary>
    internal int MergeId { get; set; }

    /// <summary>What its text says; see <see cref="ErrorText.Of"/>.</summary>
    internal ErrorText? Error { get; set; }
}
