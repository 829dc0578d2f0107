using System;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J03_A_healthy_answer_is_an_answer
{
    [Theory]
    [InlineData("Success")]
    [InlineData("success ")]
    public void A_test_that_succeeded_is_a_report_without_failure(string result)
    {
        MoveReport report = Read(new FakeView { { "Result", FakeView.Enum(result) }, { "Message", "" }, { "ErrorDetail", "" }, { "TestedEndpoint", "mail.contoso.com" } });
        Assert.Empty(report.Failures);
        Assert.Equal(("mail.contoso.com", "Result: Success", ReportOrigin.ErrorText), (report.Subject, report.Message, report.Origin));
    }

    [Fact]
    public void The_same_printed_is_the_same()
    {
        MoveReport report = ReadText("RunspaceId         : 5c6063f8-42b6-4651-ad7e-f9dbc9b1a00f\nResult             : Success\nMessage            :\nConnectionSettings : <x />\nSupportsCutover    : False\nErrorDetail        :\nTestedEndpoint     : mail.contoso.com\nIsValid            : True");
        Assert.Empty(report.Failures);
        Assert.Equal("mail.contoso.com", report.Subject);
    }

    [Fact]
    public void A_migration_user_without_error_is_a_report_without_failure()
    {
        MoveReport report = Read(new FakeView { { "Identity", "adele@contoso.com" }, { "ErrorSummary", "" }, { "Status", "Synced" } });
        Assert.Empty(report.Failures);
        Assert.Equal("adele@contoso.com", report.Subject);
    }

    [Fact]
    public void What_was_looked_at_is_counted()
    {
        FactItem parent = FactsOf(Read(Onboarding(Report(new object[]
        {
            Entry(0, "The Microsoft Exchange Mailbox Replication service 'AM0.prod.outlook.com' (15.20.1.2 caps:3FFFFF) is examining the request."),
            Entry(1, "Stage: CopyingMessages. Percent complete: 25."),
            Entry(2, "Copy progress: 1/9 messages, 1 B (1 bytes)/9 B (9 bytes)."),
            Entry(3, "Request processing continued, stage LoadingMessages."),
        })))).Parent;
        Assert.Equal((4d, 0d, 1d), (parent["entryCount"], parent["failureCount"], parent["pickups"]));
        Assert.Equal((Start.AddMinutes(2), Start.AddMinutes(3)), ((DateTime)parent["lastProgress"]!, (DateTime)parent["lastEntry"]!));
    }
}
