using System;

namespace MrsDiag.MoveReports;

/// <summary>Findings about the input itself. All are of severity Information; their ids start with <c>MRS01</c>.</summary>
internal static class MoveReportNotes
{
    private const string StatisticsReference = "https://learn.microsoft.com/powershell/module/exchange/get-moverequeststatistics";

    /// <summary>Entries or failures were flattened to strings.</summary>
    public static Finding PoorExport(MoveReport report) => Make(report, "MRS0101", "report-flattened",
        "The report was flattened to text before it got here",
        "Entries or failures of the report are plain text, so times, sides, codes and inner exceptions of failures are partly missing.",
        "Export again deeply enough, or from a remoting session, which keeps the objects: "
            + MoveReportAdvice.Command(report, report.Shape) + " | Export-Clixml -Path report.xml -Depth 5",
        MoveReportAdvice.Shell(report));

    /// <summary>Day and month cannot be told apart.</summary>
    public static Finding AmbiguousDates(MoveReport report) => Make(report, "MRS0102", "dates-ambiguous",
        "Day and month of the dates cannot be told apart",
        "No date in the text has a number above twelve and the order of the lines does not decide, so the month was read first.",
        "Name the culture in which the text was printed, for example -Culture en-GB.");

    /// <summary>Times carry no zone.</summary>
    public static Finding TimesWithoutZone(MoveReport report, TimeZoneInfo zone) => Make(report, "MRS0103", "times-without-zone",
        "The times carry no time zone",
        "The times of the report carry no zone; they were read as " + (zone.Equals(TimeZoneInfo.Utc) ? "UTC" : zone.Id)
            + ". Exchange Online prints UTC, an Exchange Management Shell local time.",
        "Compare with a known event before you compare with logs; name the zone with -TimeZone if it was another.");

    /// <summary>Parts of a text were too long to be judged.</summary>
    public static Finding ChainCut(MoveReport report) => Make(report, "MRS0104", "error-text-cut",
        "An error text was too long to be read completely",
        "An error text has more links than " + (2 * ChainSplitter.KeptAtEachEnd)
            + "; the outermost and innermost ones were judged, those in the middle were not.",
        "Look at the whole text if the findings do not explain it.");

    /// <summary>A text of statistics without lines.</summary>
    public static Finding NoLines(MoveReport report) => Make(report, "MRS0105", "report-lines-missing",
        "The lines of the report are not in the input",
        "The input has properties of a request and none of the report's lines, so only the last error could be judged.",
        "Run again with the report: " + MoveReportAdvice.Command(report, report.Shape),
        MoveReportAdvice.Shell(report));

    /// <summary>Some entries of a move history carry no report.</summary>
    public static Finding HistoryWithoutReport(MoveReport report, int without, int all) => Make(report, "MRS0106", "history-without-report",
        "Some moves of the history have no report",
        FormattableString.Invariant($"{without} of {all} moves in the history carry no report and were not judged."),
        "Run again with the reports: Get-MailboxStatistics -IncludeMoveReport, in the shell where the mailbox lives.");

    private static Finding Make(
        MoveReport report, string id, string name, string title, string message, string remedy, RunIn runIn = RunIn.MrsDiag) => new()
    {
        RuleId = id,
        Name = name,
        Title = title,
        Severity = Severity.Information,
        Confidence = Confidence.High,
        Role = FindingRole.Normal,
        Owner = FindingOwner.Nobody,
        Subject = report.Subject,
        Message = message,
        Count = 1,
        Remediation = [new Remedy { Text = remedy, RunIn = runIn, Owner = FindingOwner.Nobody }],
        References = [StatisticsReference],
        RulePack = "built-in",
    };
}
