using System;

namespace MrsDiag.MoveReports;

/// <summary>The input is no move report, or its report is not in it. The message says what to run instead.</summary>
public sealed class MoveReportException : Exception
{
    /// <summary>The object is a request without its report.</summary>
    public const string ReportMissing = "ReportMissing";

    /// <summary>The report is the encoded output of <c>-ReportOnly</c> (J12).</summary>
    public const string ReportEncoded = "ReportEncoded";

    /// <summary>The report was written as the name of its type, as Export-Csv does.</summary>
    public const string ReportIsTypeName = "ReportIsTypeName";

    /// <summary>The object has nothing that a move report or an error has.</summary>
    public const string NotAMoveReport = "NotAMoveReport";

    /// <summary>The text is empty.</summary>
    public const string BlankInput = "BlankInput";

    /// <summary>Makes the exception.</summary>
    /// <param name="code">Short stable id, one of the constants.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public MoveReportException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Short stable id.</summary>
    public string Code { get; }
}
