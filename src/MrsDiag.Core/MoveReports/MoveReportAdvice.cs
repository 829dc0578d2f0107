using System;

namespace MrsDiag.MoveReports;

/// <summary>The commands that get a report, with the shell where they run (J2, J12).</summary>
internal static class MoveReportAdvice
{
    /// <summary>The command that gets the report of a request.</summary>
    /// <param name="report">What is known about the request.</param>
    /// <param name="shape">The shape recognised.</param>
    public static string Command(MoveReport report, string shape)
    {
        string shell = Shell(report) == RunIn.OnPremises ? "in the Exchange Management Shell" : "in Exchange Online PowerShell";
        return shell + ": " + Cmdlet(shape) + " -Identity '" + Identity(report.Subject) + "' " + Switch(shape);
    }

    /// <summary>Where that command runs: hybrid requests live in Exchange Online, others where they were made.</summary>
    /// <param name="report">What is known about the request.</param>
    public static RunIn Shell(MoveReport report) =>
        report.Scenario == "local" || TextSearch.Has(report.RequestStyle, "IntraOrg") ? RunIn.OnPremises : RunIn.ExchangeOnline;

    /// <summary>The error for a request without its report.</summary>
    public static MoveReportException Missing(MoveReport report, string shape) => new(
        MoveReportException.ReportMissing,
        "The report is missing: the object was made without " + Switch(shape) + ". Run " + Command(report, shape) + ".");

    /// <summary>The error for the encoded output of <c>-ReportOnly</c>.</summary>
    public static MoveReportException Encoded() => new(
        MoveReportException.ReportEncoded,
        "The report is encoded, as -ReportOnly returns it. Use -IncludeReport instead, in Exchange Online PowerShell: "
            + "Get-MoveRequestStatistics -Identity '<mailbox>' -IncludeReport.");

    /// <summary>The error for a report that Export-Csv wrote as its type's name.</summary>
    public static MoveReportException IsTypeName() => new(
        MoveReportException.ReportIsTypeName,
        "The report holds only the name of its type, as Export-Csv writes it. Export with Export-Clixml instead, in Exchange Online PowerShell: "
            + "Get-MoveRequestStatistics -Identity '<mailbox>' -IncludeReport | Export-Clixml -Path report.xml -Depth 5.");

    /// <summary>Whether a text is the encoded output of <c>-ReportOnly</c>: long, without a space, of the characters of Base64 only.</summary>
    public static bool LooksEncoded(string text)
    {
        int length = 0;
        bool upper = false;
        bool lower = false;
        bool digit = false;
        foreach (char c in text)
        {
            if (c is '\n' or '\r')
                continue;
            upper |= c is >= 'A' and <= 'Z';
            lower |= c is >= 'a' and <= 'z';
            digit |= TextSearch.IsDigit(c);
            if (!(char.IsLetterOrDigit(c) && c < 0x80) && c is not ('+' or '/' or '=' or '-' or '_'))
                return false;
            length++;
        }
        return length >= 64 && upper && lower && digit;
    }

    /// <summary>Whether a text is a type's name where a report should be.</summary>
    public static bool LooksLikeTypeName(string text)
    {
        text = text.Trim();
        return text.IndexOf(' ') < 0 && text.Length < 200 && text.IndexOf('\n') < 0
            && (text.EndsWith(".MailboxReplicationService.Report", StringComparison.Ordinal) || text is "System.Object[]" or "System.Object");
    }

    private static string Identity(string subject) => subject.Length == 0 ? "<mailbox>" : subject.Replace("'", "''");

    private static string Switch(string shape) => shape == "MailboxStatistics" ? "-IncludeMoveReport" : "-IncludeReport";

    private static string Cmdlet(string shape) =>
        shape.EndsWith("Statistics", StringComparison.Ordinal) ? "Get-" + shape : "Get-MoveRequestStatistics";
}
