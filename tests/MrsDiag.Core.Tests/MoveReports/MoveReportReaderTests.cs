using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class MoveReportReaderTests
{
    [Fact]
    public void All_properties_of_a_request_are_read()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x", server: "AM0PR01") }));
        view.Add("SyncStage", FakeView.Enum("CopyingMessages"));
        view.Add("BatchName", "MigrationService:Batch1");
        view.Add("RecipientTypeDetails", FakeView.Enum("MailUser"));
        view.Add("SourceVersion", new FakeView(text: "Version 14.3 (Build 158.0)"));
        view.Add("TargetVersion", new Version(15, 20, 1, 2));
        view.Add("PercentComplete", 25);
        view.Add("TotalMailboxSize", new FakeView(text: "5.294 GB (5,684,054,577 bytes)"));
        view.Add("BytesTransferred", new FakeView(text: "") { { "Value", "1 KB (1,024 bytes)" } });
        view.Add("BadItemsEncountered", 3);
        view.Add("OverallDuration", new FakeView(text: "00:05:27.1008444"));
        view.Add("TotalTransientFailureDuration", TimeSpan.FromMinutes(3));
        view.Add("QueuedTimestamp", Start);
        view.Add("StartTimestamp", Start.AddMinutes(1));
        view.Add("LastUpdateTimestamp", Start.AddMinutes(2));
        MoveReport report = Read(view);
        Assert.Equal(("MoveRequestStatistics", "Adele Vance", ReportOrigin.Pipeline, ReportQuality.Rich), (report.Shape, report.Subject, report.Origin, report.Quality));
        Assert.Equal(("InProgress", "CopyingMessages", "CopyingMessages"), (report.Status, report.StatusDetail, report.SyncStage));
        Assert.Equal(("CrossOrg, Pull", "Pull", "CrossOrg", "Onboarding"), (report.Flags, report.Direction, report.RequestStyle, report.WorkloadType));
        Assert.Equal(("MigrationService:Batch1", "mail.contoso.com", "MailUser"), (report.BatchName, report.RemoteHostName, report.RecipientTypeDetails));
        Assert.Equal((new Version(14, 3, 158, 0), new Version(15, 20, 1, 2)), (report.SourceVersion, report.TargetVersion));
        Assert.Equal((25d, 5684054577d, 1024d, 3d), (report.PercentComplete, report.TotalBytes, report.BytesTransferred, report.BadItems));
        Assert.Equal((3271008444L, TimeSpan.FromMinutes(3)), (report.Durations["OverallDuration"].Ticks, report.Durations["TotalTransientFailureDuration"]));
        Assert.Equal((Start, Start.AddMinutes(1), Start.AddMinutes(2)), (report.Queued!.Value.Utc, report.Started!.Value.Utc, report.LastUpdated!.Value.Utc));
        ReportEntry entry = Assert.Single(report.Entries);
        Assert.Equal((0, Start, "AM0PR01", "Informational", "None", "x"), (entry.Index, entry.At!.Value.Utc, entry.Server, entry.Type, entry.Flags, entry.Message));
        Assert.Empty(report.Notes);
    }

    [Theory]
    [InlineData("TotalStalledDueToCIDuration", "TotalStalledDueToContentIndexingDuration")]
    [InlineData("TotalStalledDueToHADuration", "TotalStalledDueToMdbReplicationDuration")]
    [InlineData("TotalStalledDueToContentIndexingDuration", "TotalStalledDueToContentIndexingDuration")]
    [InlineData("TotalStalledDueToReadThrottle", "TotalStalledDueToReadThrottle")]
    [InlineData("TotalProxyBackoffDuration", "TotalProxyBackoffDuration")]
    public void Durations_of_both_generations_have_one_name(string property, string name)
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add(property, "00:01:00");
        Assert.Equal(TimeSpan.FromMinutes(1), Read(view).Durations[name]);
    }

    [Fact]
    public void What_the_input_does_not_say_is_not_zero()
    {
        MoveReport report = Read(new FakeView { { "StatusDetail", null }, { "SyncStage", null }, { "TotalMailboxSize", "Unlimited" }, { "Report", Report(new object[] { Entry(0, "x") }) } });
        Assert.Equal((null, null, null, null, null), (report.PercentComplete, report.TotalBytes, report.BytesTransferred, report.BadItems, report.Queued));
        Assert.Empty(report.Durations);
    }

    [Theory]
    [InlineData(2, "InProgress")]
    [InlineData(99, "Failed")]
    [InlineData(5, "")]
    public void Enums_that_arrive_as_numbers_are_named_or_unknown(int status, string expected)
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add("Status", status);
        view.Add("StatusDetail", 17);
        view.Add("Direction", 1);
        MoveReport report = Read(view);
        Assert.Equal((expected, "", ""), (report.Status, report.StatusDetail, report.Direction));
        Assert.Equal("onboarding", report.Scenario);
    }

    [Fact]
    public void The_shape_is_told_by_properties_not_by_the_type_s_name()
    {
        FakeView view = new() { { "RequestStyle", "CrossOrg" }, { "PercentComplete", 10 }, { "Report", Report(new object[] { Entry(0, "x") }) } };
        Assert.True(MoveReportReader.TryRecognize(view, out string shape));
        Assert.Equal("MoveRequestStatistics", shape);
    }

    [Theory]
    [InlineData("MoveHistory", "MailboxStatistics")]
    [InlineData("Entries", "Report")]
    [InlineData("Failures", "Report")]
    [InlineData("ErrorSummary", "MigrationUser")]
    public void One_telling_property_is_enough(string property, string expected)
    {
        Assert.True(MoveReportReader.TryRecognize(new FakeView { { property, null } }, out string shape));
        Assert.Equal(expected, shape);
    }

    [Fact]
    public void An_object_with_nothing_telling_is_refused_by_name()
    {
        FakeView view = new("System.IO.FileInfo") { { "Name", "x" }, { "Length", 1 } };
        Assert.False(MoveReportReader.TryRecognize(view, out string shape));
        Assert.Equal("", shape);
        Assert.Contains("System.IO.FileInfo", Assert.Throws<MoveReportException>(() => Read(view)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_string_in_an_object_is_an_error_text() =>
        Assert.Equal("Access is denied.", Assert.Single(Read(new FakeView("System.String", "Access is denied.") { { "Length", 17 } }).Failures).Message);

    [Fact]
    public void Each_move_of_a_mailbox_s_history_is_one_report()
    {
        FakeView view = new()
        {
            { "DisplayName", "Adele Vance" },
            { "MoveHistory", new List<object?> { Onboarding(Report(new object[] { Entry(0, "new") })), new FakeView { { "Status", "Completed" }, { "Report", null } }, Onboarding(Report(new object[] { Entry(0, "old") })) } },
        };
        IReadOnlyList<MoveReport> reports = MoveReportReader.Read(view, ReportOrigin.Clixml, "history.xml", Options);
        Assert.Equal(["new", "old"], reports.Select(r => r.Entries[0].Message));
        Assert.All(reports, r => Assert.Equal(("Adele Vance", "history.xml", "MailboxStatistics"), (r.Subject, r.Place, r.Shape)));
        Assert.Contains("1 of 3", Assert.Single(reports[0].Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_of_the_history_that_cannot_be_read_does_not_hide_the_others()
    {
        FakeView broken = Onboarding(Report(null));
        broken.Add("Report", "Microsoft.Exchange.MailboxReplicationService.Report");
        FakeView view = new() { { "DisplayName", "Adele Vance" }, { "MoveHistory", new object[] { broken, Onboarding(Report(new object[] { Entry(0, "x") })) } } };
        MoveReport report = Read(view);
        Assert.Equal(("x", 1), (report.Entries.Single().Message, report.Notes.Count(n => n.Name == "history-without-report")));
    }

    [Fact]
    public void Statistics_of_a_user_are_no_request_although_they_share_figures()
    {
        FakeView view = new("Microsoft.Exchange.Migration.MigrationUserStatistics")
        {
            { "Identity", "adele@contoso.com" }, { "BytesTransferred", 1 }, { "OverallDuration", null }, { "Error", null }, { "Report", Report(new object[] { Entry(0, "x") }) },
        };
        Assert.Equal("MigrationUserStatistics", Read(view).Shape);
    }

    [Fact]
    public void A_migration_user_with_its_report_is_read()
    {
        FakeView view = new()
        {
            { "Identity", "adele@contoso.com" }, { "Status", "Failed" }, { "MigrationType", FakeView.Enum("ExchangeRemoteMove") }, { "BatchId", "Batch1" },
            { "EstimatedTotalTransferSize", "1 KB (1,024 bytes)" }, { "SkippedItems", new object[] { "a", "b" } },
            { "Error", null }, { "Report", Report(new object[] { Entry(0, "x") }) },
        };
        MoveReport report = Read(view);
        Assert.Equal(("MigrationUserStatistics", "adele@contoso.com", "Batch1", 1024d, 2d), (report.Shape, report.Subject, report.BatchName, report.TotalBytes, report.BadItems));
    }

    [Fact]
    public void A_migration_user_without_its_report_still_has_its_error()
    {
        MoveReport report = Read(new FakeView { { "Identity", "adele@contoso.com" }, { "Error", "MigrationPermanentException: Target mailbox is full." }, { "Report", null } });
        Assert.Equal("MigrationPermanentException", Assert.Single(report.Failures).FailureType);
        Assert.Contains("Get-MigrationUserStatistics -Identity 'adele@contoso.com' -IncludeReport", Assert.Single(report.Notes).Remediation[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_by_itself_is_read()
    {
        MoveReport report = MoveReportReader.Read(Report(new object[] { Entry(0, "x") }, new object[] { Failure(0, "A", "a") }), ReportOrigin.Clixml, "r.xml", Options).Single();
        Assert.Equal(("Report", "r.xml", 1, 1), (report.Shape, report.Subject, report.Entries.Count, report.Failures.Count));
    }

    [Fact]
    public void A_flattened_report_is_read_and_told()
    {
        MoveReport report = Read(Onboarding(Report(
            new object[] { "12/20/2013 9:24:08 AM [DB3PR04] Request processing started.", "12/20/2013 9:24:09 AM [DB3PR05] Transient error StoragePermanentException has occurred. The system will retry (2/60)." },
            new object[] { "StoragePermanentException: The folder is broken." })));
        Assert.Equal(ReportQuality.Poor, report.Quality);
        Assert.Equal([("DB3PR04", "Request processing started.")], report.Entries.Take(1).Select(e => (e.Server, e.Message)));
        MoveFailure failure = Assert.Single(report.Failures);
        Assert.Equal(("StoragePermanentException", 2, new DateTime(2013, 12, 20, 9, 24, 9)), (failure.FailureType, failure.Retry, failure.At!.Value.Utc));
        Finding note = report.Notes.Single(n => n.Name == "report-flattened");
        Assert.Equal(Severity.Information, note.Severity);
        Assert.Contains("-Depth 5", note.Remediation[0].Text, StringComparison.Ordinal);
        Assert.Contains("remoting session", note.Remediation[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_flattened_to_one_text_is_read_line_by_line()
    {
        FakeView view = Onboarding(Report(null));
        view.Add("Report", "12/20/2013 9:24:08 AM [DB3PR04] Request processing started.\r\n12/20/2013 9:24:09 AM [DB3PR04] Request is complete.");
        MoveReport report = Read(view);
        Assert.Equal((ReportQuality.Poor, 2), (report.Quality, report.Entries.Count));
    }

    [Fact]
    public void Lines_given_as_objects_without_their_report_are_read()
    {
        FakeView view = Onboarding(Report(null));
        view.Add("Report", new object[] { Entry(0, "one"), Entry(1, "two") });
        Assert.Equal(["one", "two"], Read(view).Entries.Select(e => e.Message));
    }

    [Fact]
    public void A_line_without_message_is_read_from_its_printed_form()
    {
        FakeView entry = new() { { "Message", null }, { "LocalizedString", new FakeView(text: "12/20/2013 9:24:08 AM [DB3PR04] Request is complete.") }, { "Flags", 0 }, { "Type", null }, { "TypeInt", 4 } };
        ReportEntry read = Assert.Single(Read(Onboarding(Report(new object[] { entry }))).Entries);
        Assert.Equal(("Request is complete.", "DB3PR04", "Error", ""), (read.Message, read.Server, read.Type, read.Flags));
    }

    [Fact]
    public void A_failure_is_read_with_all_it_has()
    {
        FakeView record = Failure(3, "MapiExceptionPartialCompletion", "Unable to copy to target. (hr=0x40680, ec=0)");
        record.Add("MapiLowLevelError", 1242);
        record.Add("FailureCode", "-2147023232");
        MoveFailure failure = Assert.Single(Read(Onboarding(Report(null, new object[] { record }))).Failures);
        Assert.Equal(("MapiExceptionPartialCompletion", "Source", -2147023232L, 1242L, "1304"), (failure.FailureType, failure.Side, failure.Code, failure.MapiLowLevelError, failure.Hash));
        Assert.Equal((Start.AddMinutes(3), "Report.Failures[0]"), (failure.At!.Value.Utc, failure.Origin));
    }

    [Fact]
    public void Inner_exceptions_are_joined_unless_the_message_has_them()
    {
        FakeView innermost = Failure(0, "WebException", "The remote server returned an error: (401) Unauthorized.");
        FakeView inner = Failure(0, "MessageSecurityException", "Not authorized. --> The remote server returned an error: (401) Unauthorized.", innermost);
        MoveFailure whole = Assert.Single(Read(Onboarding(Report(null, new object[] { Failure(0, "RemoteTransientException", "The call failed. --> Not authorized. --> The remote server returned an error: (401) Unauthorized.", inner) }))).Failures);
        Assert.Equal(["RemoteTransientException", "MessageSecurityException", "WebException"], whole.Chain.Select(l => l.Type));
        Assert.DoesNotContain("MessageSecurityException:", whole.Message, StringComparison.Ordinal);
        MoveFailure shortened = Assert.Single(Read(Onboarding(Report(null, new object[] { Failure(0, "RemoteTransientException", "The call failed.", inner) }))).Failures);
        Assert.Equal("The call failed. --> MessageSecurityException: Not authorized. --> The remote server returned an error: (401) Unauthorized.", shortened.Message);
        Assert.Equal(401d, FactsOf(Read(Onboarding(Report(null, new object[] { Failure(0, "RemoteTransientException", "The call to 'x' failed.", "WebException: The remote server returned an error: (401) Unauthorized.") })))).Items("callOutcomes").Single()["status"]);
    }
}
