using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class MoveReportTextReaderTests
{
    private const string Printed = """
        RunspaceId                               : 5c6063f8-42b6-4651-ad7e-f9dbc9b1a00f
        MailboxIdentity                          : contoso.com/Users/Adele Vance
        DisplayName                              : Adele Vance
        Status                                   : Failed
        StatusDetail                             : FailedOther
        Flags                                    : CrossOrg, Pull
        Direction                                : Pull
        WorkloadType                             : Onboarding
        SourceVersion                            : Version 14.3 (Build 158.0)
        RemoteHostName                           : mail.contoso.com
        QueuedTimestamp                          : 12/20/2013 9:24:00 AM
        OverallDuration                          : 00:05:27.1008444
        TotalStalledDueToMailboxLockedDuration   : 00:01:00
        TotalMailboxSize                         : 5.294 GB (5,684,054,577 bytes)
        PercentComplete                          : 20
        FailureType                              : CommunicationErrorTransientException
        Message                                  : Error: The call to 'https://mail.contoso.com/EWS/mrsproxy.svc CAS1.contoso.com
                                                   (14.3.224.1 caps:05FFFF)' failed. Error details: The remote endpoint no longer
                                                   recognizes this sequence.
        FailureTimestamp                         : 12/20/2013 9:24:20 AM
        IsValid                                  : True
        Report                                   : 12/20/2013 9:24:08 AM [DB4PR04MB459] 'contoso.com/Admins/Megan' created move request.
                                                   12/20/2013 9:24:09 AM [DB4PR04MB459] The Microsoft Exchange Mailbox Replication
                                                   service 'DB4PR04MB459.eurprd04.prod.outlook.com' (15.0.842.7 caps:3FFFFF) is
                                                   examining the request.
                                                   12/20/2013 9:24:10 AM [DB4PR04MB459] Stage: LoadingMessages. Percent complete: 20.
                                                   12/20/2013 9:24:20 AM [DB4PR04MB459] Transient error
                                                   CommunicationErrorTransientException has occurred. The system will retry (1/60).
        LastFailure                              :
        ObjectState                              : New
        """;

    [Fact]
    public void What_Format_List_prints_is_read()
    {
        MoveReport report = ReadText(Printed);
        Assert.Equal(("Adele Vance", ReportOrigin.Text, ReportQuality.Text, "onboarding"), (report.Subject, report.Origin, report.Quality, report.Scenario));
        Assert.Equal(("Failed", "FailedOther", 20d, 5684054577d), (report.Status, report.StatusDetail, report.PercentComplete, report.TotalBytes));
        Assert.Equal((TimeSpan.FromMinutes(1), new Version(14, 3, 158, 0)), (report.Durations["TotalStalledDueToMailboxLockedDuration"], report.SourceVersion));
        Assert.Equal(new DateTime(2013, 12, 20, 9, 24, 0), report.Queued!.Value.Utc);
        Assert.Equal(4, report.Entries.Count);
        Assert.Equal("The Microsoft Exchange Mailbox Replication service 'DB4PR04MB459.eurprd04.prod.outlook.com' (15.0.842.7 caps:3FFFFF) is examining the request.", report.Entries[1].Message);
        Assert.Equal("DB4PR04MB459", report.Entries[3].Server);
        MoveFailure failure = Assert.Single(report.Failures);
        Assert.Equal(("CommunicationErrorTransientException", 1, 60), (failure.FailureType, failure.Retry, failure.RetryMax));
    }

    [Fact]
    public void The_words_of_the_request_s_error_join_the_line_that_announces_it()
    {
        MoveFailure failure = Assert.Single(ReadText(Printed).Failures);
        Assert.Contains("no longer recognizes this sequence", failure.Message, StringComparison.Ordinal);
        Assert.Equal("CAS1.contoso.com", FactsOf(ReadText(Printed)).Items("failures").Single()["remoteServer"]);
    }

    [Fact]
    public void Several_mailboxes_in_one_text_are_several_reports()
    {
        string second = Printed.Replace("Adele Vance", "Alex Wilber", StringComparison.Ordinal);
        IReadOnlyList<MoveReport> reports = MoveReportTextReader.Read(Printed + "\n\n" + second + "\n\n" + Printed, "all.txt", Options);
        Assert.Equal(["Adele Vance", "Alex Wilber", "Adele Vance"], reports.Select(r => r.Subject));
        Assert.All(reports, r => Assert.Equal((4, 1, "all.txt"), (r.Entries.Count, r.Failures.Count, r.Place)));
    }

    [Fact]
    public void Line_ends_that_a_forum_doubled_do_not_matter()
    {
        MoveReport report = ReadText(Printed.Replace("\n", "\n\n", StringComparison.Ordinal));
        Assert.Equal((4, 1, "Adele Vance"), (report.Entries.Count, report.Failures.Count, report.Subject));
    }

    [Fact]
    public void Lines_that_a_paste_ran_together_are_put_apart()
    {
        MoveReport report = ReadText("_12/20/2013 9:24:09 AM [DB4PR04MB459] Request processing started._ _12/20/2013 9:24:15 AM [DB4PR04MB459] Relinquishing job because the mailbox is locked. The job will attempt to continue again after 12/20/2013 9:29:15 AM._");
        Assert.Equal(["Request processing started.", "Relinquishing job because the mailbox is locked. The job will attempt to continue again after 12/20/2013 9:29:15 AM."],
            report.Entries.Select(e => e.Message));
    }

    [Theory]
    [InlineData("12/20/2013 9:24:08 AM [CAS1] Request is complete.")]
    [InlineData("12/20/2013 9:24:08 AM (CAS1) Request is complete.")]
    [InlineData("  20.12.2013 09:24:08 [CAS1] Request is complete.")]
    [InlineData("> 2013-12-20T09:24:08Z [CAS1] Request is complete.")]
    [InlineData("20/12/2013 9:24:08 AM [CAS1] Request is complete.")]
    [InlineData("2013/12/20 9:24:08 [CAS1] Request is complete.")]
    [InlineData("\u200e12\u200e/\u200e20\u200e/\u200e2013 9:24:08\u202fAM [CAS1] Request is complete.")]
    public void A_line_is_read_in_every_form(string line)
    {
        ReportEntry entry = Assert.Single(ReadText(line).Entries);
        Assert.Equal(("CAS1", "Request is complete.", new DateTime(2013, 12, 20, 9, 24, 8)), (entry.Server, entry.Message, entry.At!.Value.Utc));
    }

    [Theory]
    [InlineData("12/20/2013 9:24:08 AM Request is complete.")]
    [InlineData("12/20/2013 [CAS1] Request is complete.")]
    [InlineData("12/20/2013 9:24:08 AM [two words] Request is complete.")]
    [InlineData("12/20/2013 9:24:08 AM [] Request is complete.")]
    public void Other_lines_are_error_texts(string line)
    {
        MoveReport report = ReadText(line);
        Assert.Empty(report.Entries);
        Assert.Equal(ReportOrigin.ErrorText, report.Origin);
    }

    [Fact]
    public void The_details_behind_a_failing_line_are_its_words()
    {
        MoveFailure failure = Assert.Single(ReadText("""
            12/20/2013 9:24:08 AM [CAS1] Transient error MapiExceptionNetworkError has occurred. The system will retry (1/60).
            Error details: MapiExceptionNetworkError: Unable to make connection to the server. (hr=0x80004005, ec=1722)
            12/20/2013 9:24:38 AM [CAS1] Request processing continued, stage LoadingMessages.
            """).Failures);
        Assert.Equal(("MapiExceptionNetworkError", 1, "MapiExceptionNetworkError: Unable to make connection to the server. (hr=0x80004005, ec=1722)"), (failure.FailureType, failure.Retry, failure.Message));
    }

    [Fact]
    public void Remarks_around_the_lines_are_no_lines_and_an_error_among_them_is_a_failure()
    {
        MoveReport report = ReadText("""
            Below you can find the error about migrating mailbox.

            Error 1 :

            3/29/2021 3:32:27 PM [EXCH] Stage: LoadingMessages. Percent complete: 20.

            3/29/2021 3:32:27 PM [EXCH] Transient error BigFunnelTransientException has occurred. The system will retry (2/720).

            Error 2:

             MigrationMRSPermanentException: Informational: The request has been temporarily postponed because Search is not up to date.
            """);
        Assert.Equal(["Stage: LoadingMessages. Percent complete: 20.", "Transient error BigFunnelTransientException has occurred. The system will retry (2/720)."], report.Entries.Select(e => e.Message));
        Assert.Equal(["BigFunnelTransientException", "MigrationMRSPermanentException"], report.Failures.Select(f => f.FailureType));
    }

    [Fact]
    public void Printed_failure_records_are_one_report()
    {
        MoveReport report = ReadText("""
            Timestamp         : 5/13/2024 10:00:00 AM
            FailureType       : RestartMoveCorruptSyncStateTransientException
            FailureHash       : 80cd
            FailureCode       : -2146233088
            MapiLowLevelError : 0
            FailureSide       : Source
            ExceptionTypes    : {Exchange, Transient, MRS, MRSTransient}
            Message           : Restarting the move because checkpoint data doesn't exist or is invalid.
            DataContext       : --------
                                Operation: IMailbox.Connect
                                Flags: None
                                Message: not the message

            Timestamp         : 5/13/2024 10:01:00 AM
            FailureType       : CommunicationErrorTransientException
            FailureSide       : Target
            Message           : The call to 'https://hybrid.contoso.com/EWS/mrsproxy.svc EX01.contoso.com (14.3.224.1 caps:05FFFF)'
                                failed. Error details: The server was unable to process the request due to an internal error.
            """);
        Assert.Equal(["RestartMoveCorruptSyncStateTransientException", "CommunicationErrorTransientException"], report.Failures.Select(f => f.FailureType));
        Assert.Equal(["80cd", ""], report.Failures.Select(f => f.Hash));
        Assert.Equal("Restarting the move because checkpoint data doesn't exist or is invalid.", report.Failures[0].Message);
        Assert.Equal(("Target", "EX01.contoso.com"), (report.Failures[1].Side, FactsOf(report).Items("failures")[1]["remoteServer"]));
    }

    [Fact]
    public void Records_that_a_document_prints_tight_are_read_too()
    {
        MoveReport report = ReadText("Timestamp: 5/13/2024 10:00:00 AM\nFailureType: StoragePermanentException\nFailureCode: -2146233088\nFailureSide: Source\nMessage: The folder is broken.");
        Assert.Equal(("StoragePermanentException", "Source", -2146233088L), (report.Failures.Single().FailureType, report.Failures[0].Side, report.Failures[0].Code));
    }

    [Fact]
    public void Printed_entry_records_are_lines()
    {
        MoveReport report = ReadText("""
            CreationTime : 5/13/2024 10:00:00 AM
            ServerName   : AM0PR01
            Type         : Error
            Message      : Fatal error RecipientNotFoundPermanentException has occurred.
            """);
        Assert.Equal(("AM0PR01", "Error"), (report.Entries.Single().Server, report.Entries[0].Type));
        Assert.True(report.Failures.Single().IsFatal);
    }

    [Fact]
    public void Properties_without_lines_are_a_report_with_a_note()
    {
        MoveReport report = ReadText("DisplayName  : Adele Vance\nStatusDetail : StalledDueToMailboxLock\nReport       :");
        Assert.Equal(("Adele Vance", "StalledDueToMailboxLock"), (report.Subject, report.StatusDetail));
        Finding note = Assert.Single(report.Notes);
        Assert.Equal(("report-lines-missing", "Adele Vance"), (note.Name, note.Subject));
    }

    [Fact]
    public void Pasted_CLIXML_gives_failures_with_class_and_time()
    {
        MoveReport report = ReadText("""
            <Obj RefId="3"><Props><DT N="Timestamp">2024-05-01T10:00:00Z</DT><S N="FailureType">StoragePermanentException</S><S N="Message">The folder is_x000A_broken &amp; lost.</S></Props></Obj>
            """);
        MoveFailure failure = Assert.Single(report.Failures);
        Assert.Equal(("StoragePermanentException", Start, "The folder is broken & lost."), (failure.FailureType, failure.At!.Value.Utc, failure.Chain[0].Message));
    }

    [Fact]
    public void The_posted_sequence_fault_names_its_host_and_no_server()
    {
        var failure = FailureOf(SeedTexts.SequenceFault);
        Assert.Equal(("CommunicationErrorTransientException", "MRSPROXYHOST", null, null), (failure["failureType"], failure["host"], failure["remoteServer"], failure["remoteVersion"]));
        Assert.Equal(Sequence, failure["innermostText"]);
    }
}
