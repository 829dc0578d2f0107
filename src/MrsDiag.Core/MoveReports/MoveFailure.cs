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

    /// <summary>Class and own message, by which the places of one failure in a report are known as one.</summary>
    internal string MergeKey { get; set; } = "";

    /// <summary>What its text says about a remote call, read once; see <see cref="CallTextReader"/>.</summary>
    internal CallText? Call { get; set; }

    /// <summary>Whether a reader has set <see cref="Chain"/> and <see cref="Call"/>; not so where the failure was made by hand.</summary>
    internal bool IsTextRead { get; set; }
}
