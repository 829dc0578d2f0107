using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J12_Encoded_and_REST_output
{
    private static readonly string Encoded = Convert.ToBase64String(Enumerable.Range(0, 300).Select(i => (byte)(i * 37)).ToArray());

    private static MoveReportException Refusal(object? report)
    {
        FakeView view = Onboarding(Report(null));
        view.Add("Report", report);
        return Assert.Throws<MoveReportException>(() => Read(view));
    }

    [Fact]
    public void Encoded_output_is_told_to_use_the_other_switch()
    {
        MoveReportException error = Refusal(Encoded);
        Assert.Equal("ReportEncoded", error.Code);
        Assert.Contains("-IncludeReport", error.Message, StringComparison.Ordinal);
        Assert.Equal("ReportEncoded", Assert.Throws<MoveReportException>(() => ReadText(Encoded + "\r\n" + Encoded)).Code);
    }

    [Theory]
    [InlineData("Microsoft.Exchange.MailboxReplicationService.Report")]
    [InlineData("Deserialized.Microsoft.Exchange.MailboxReplicationService.Report")]
    public void A_column_of_a_CSV_file_is_told_to_use_Clixml(string value)
    {
        MoveReportException error = Refusal(value);
        Assert.Equal("ReportIsTypeName", error.Code);
        Assert.Contains("Export-Clixml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CSV_file_given_as_text_is_told_the_same() =>
        Assert.Equal("ReportIsTypeName", Assert.Throws<MoveReportException>(() => ReadText(
            "\"DisplayName\",\"Status\",\"Report\"\n\"Adele Vance\",\"Failed\",\"Microsoft.Exchange.MailboxReplicationService.Report\"")).Code);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void An_empty_report_is_a_missing_one(string? value) => Assert.Equal("ReportMissing", Refusal(value).Code);

    // Unverified until real output has been seen: how Exchange Online's V3 REST cmdlets give a report.
    [Fact]
    public void Unverified_REST_objects_with_plain_strings_are_read()
    {
        FakeView view = new("System.Management.Automation.PSCustomObject")
        {
            { "DisplayName", "Adele Vance" }, { "Status", "Failed" }, { "StatusDetail", "FailedOther" }, { "Direction", "Pull" }, { "RequestStyle", "CrossOrg" },
            { "WorkloadType", "Onboarding" }, { "TotalMailboxSize", "5.294 GB (5,684,054,577 bytes)" }, { "OverallDuration", "P1DT2H" },
            { "TotalStalledDueToMailboxLockedDuration", "00:05:00" }, { "LastUpdateTimestamp", "2024-05-01T10:00:00Z" }, { "PercentComplete", "95" },
            {
                "Report", Report(
                    new List<object?> { "5/13/2024 9:24:08 AM [AM0PR01] Transient error CommunicationErrorTransientException has occurred. The system will retry (2/60).", "5/13/2024 9:25:08 AM [AM0PR01] Request is complete." },
                    new List<object?> { "CommunicationErrorTransientException: " + Fault("CAS1.contoso.com (14.3.224.1 caps:05FFFF)") })
            },
        };
        MoveReport report = Read(view);
        Assert.Equal((ReportQuality.Poor, "onboarding", "Failed", 95d), (report.Quality, report.Scenario, report.Status, report.PercentComplete));
        Assert.Equal((5684054577d, TimeSpan.FromHours(26), TimeSpan.FromMinutes(5)),
            (report.TotalBytes, report.Durations["OverallDuration"], report.Durations["TotalStalledDueToMailboxLockedDuration"]));
        Assert.Equal(new ReportTime(Start, TimeOrigin.Utc), report.LastUpdated);
        MoveFailure failure = Assert.Single(report.Failures);
        Assert.Equal((2, "AM0PR01", new DateTime(2024, 5, 13, 9, 24, 8)), (failure.Retry, failure.MrsServer, failure.At!.Value.Utc));
    }

    [Fact]
    public void Unverified_REST_enums_as_objects_with_a_value_are_read()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add("Status", new FakeView { { "value", "Failed" } });
        view.Add("StatusDetail", new FakeView(text: "@{value=3; Value=StalledDueToMailboxLock}") { { "Value", "StalledDueToMailboxLock" } });
        MoveReport report = Read(view);
        Assert.Equal(("Failed", "StalledDueToMailboxLock"), (report.Status, report.StatusDetail));
    }

    [Fact]
    public void Unverified_REST_lists_of_one_that_were_unwrapped_are_read()
    {
        MoveReport report = Read(Onboarding(Report(Entry(0, "one line"), Failure(0, "StoragePermanentException", "Broken."))));
        Assert.Equal(("one line", "StoragePermanentException"), (Assert.Single(report.Entries).Message, Assert.Single(report.Failures).FailureType));
        Assert.Equal(ReportQuality.Rich, report.Quality);
    }
}
