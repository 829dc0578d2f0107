using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>
/// Reads text: the report of one or several mailboxes as Format-List or the admin center prints it, a paste of its lines, or an error from
/// anywhere. Text that is no report is an error text; only an empty text is nothing.
/// </summary>
public static class MoveReportTextReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">File name or other place; empty for the pipeline.</param>
    /// <param name="options">What the caller says about the input.</param>
    /// <returns>One report for each mailbox, or one that holds the error.</returns>
    /// <exception cref="MoveReportException">
    /// The text is empty, or it is the encoded output of <c>-ReportOnly</c>, or a CSV file that lost the report.
    /// </exception>
    public static IReadOnlyList<MoveReport> Read(string text, string place, MoveReportOptions options)
    {
        string clean = TextInput.Clean(text);
        if (string.IsNullOrWhiteSpace(clean))
            throw new MoveReportException(MoveReportException.BlankInput, "The text is empty: there is nothing to judge.");
        RefuseUnreadable(clean);
        clean = StatusDetailText.WithLabel(clean);
        ReadContext context = new(ReportOrigin.Text, place, options);
        List<ReportDraft> drafts = TextDrafts.FromXml(XmlSnippet.Read(clean), context);
        if (drafts.Count == 0)
            drafts = TextDrafts.FromBlocks(TextBlockParser.Parse(TextInput.Split(clean)), context);
        if (drafts.Count == 0)
            drafts = [ErrorText(clean, context)];
        return ReportFinisher.Finish(drafts, context);
    }

    private static void RefuseUnreadable(string text)
    {
        string trimmed = text.Trim();
        if (MoveReportAdvice.LooksEncoded(trimmed))
            throw MoveReportAdvice.Encoded();
        bool isTable = trimmed[0] is '"' or '#' && trimmed.IndexOf("\",\"", StringComparison.Ordinal) >= 0;
        bool lostReport = isTable && TextSearch.Has(trimmed, "MailboxReplicationService.Report\"");
        if (lostReport || MoveReportAdvice.LooksLikeTypeName(trimmed))
            throw MoveReportAdvice.IsTypeName();
    }

    // The noise of the console is told by its lines, so it goes before the lines are rejoined.
    private static ReportDraft ErrorText(string text, ReadContext context)
    {
        string message = ErrorNoise.Strip(text, out string type);
        if (string.IsNullOrWhiteSpace(message))
            message = text;
        string joined = TextBlockParser.Rejoin(TextInput.Split(message));
        return ErrorObjectReader.FromText(joined.Length > 0 ? joined : text.Trim(), type, context);
    }
}
