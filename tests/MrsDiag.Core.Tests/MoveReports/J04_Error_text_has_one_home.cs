using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J04_Error_text_has_one_home
{
    private const string Unauthorized = "The HTTP request is unauthorized with client authentication scheme 'Negotiate'. The authentication header received from the server was 'Negotiate,NTLM'.";
    private const string Answer = "The remote server returned an error: (401) Unauthorized.";
    private const string Text = $"MrsHttpUnauthorizedException: The call to '{Url}' failed. Error details: {Unauthorized} --> {Answer}";

    private static void Check(MoveReport report, string failureType)
    {
        Assert.Equal(ReportOrigin.ErrorText, report.Origin);
        FactSet facts = FactsOf(report);
        FactItem failure = Assert.Single(facts.Items("failures"));
        FactItem outcome = Assert.Single(facts.Items("callOutcomes"));
        Assert.Equal((failureType, "MrsHttpUnauthorizedException", Answer), (failure["failureType"], failure["innermostType"], failure["innermostText"]));
        Assert.Equal((401d, "negotiate+ntlm", "mail.contoso.com"), (outcome["status"], outcome["authSet"], outcome["host"]));
        Assert.Equal((failure.EvidenceKey, "errorText"), (outcome.EvidenceKey, facts.Parent["origin"]));
    }

    [Fact]
    public void A_string_is_read() => Check(ReadText(Text), "MrsHttpUnauthorizedException");

    [Fact]
    public void A_string_in_the_console_s_frame_is_read() =>
        Check(ReadText($"The call to '{Url}' failed. Error details: {Unauthorized} --> {Answer}\n    + CategoryInfo          : NotSpecified: (:) [New-MoveRequest], MrsHttpUnauthorizedException\n    + FullyQualifiedErrorId : X"),
            "MrsHttpUnauthorizedException");

    [Fact]
    public void An_error_record_is_read_with_its_inner_exceptions()
    {
        FakeView inner = new("System.Net.WebException") { { "Message", Answer }, { "InnerException", null } };
        FakeView exception = new("Microsoft.Exchange.MailboxReplicationService.MrsHttpUnauthorizedException")
        {
            { "Message", $"The call to '{Url}' failed. Error details: {Unauthorized}" }, { "InnerException", inner },
        };
        MoveReport report = Read(new FakeView("System.Management.Automation.ErrorRecord") { { "Exception", exception }, { "FullyQualifiedErrorId", "X" } });
        FactItem failure = Assert.Single(FactsOf(report).Items("failures"));
        Assert.Equal(("MrsHttpUnauthorizedException", "WebException", Answer), (failure["failureType"], failure["innermostType"], failure["innermostText"]));
        Assert.Equal(401d, Assert.Single(FactsOf(report).Items("callOutcomes"))["status"]);
    }

    [Fact]
    public void An_error_record_of_a_remote_session_gets_its_class_from_the_category()
    {
        FakeView exception = new("System.Management.Automation.RemoteException") { { "Message", $"The call to '{Url}' failed. Error details: {Unauthorized} --> {Answer}" } };
        FakeView record = new()
        {
            { "Exception", exception }, { "FullyQualifiedErrorId", "[FailureCategory=Cmdlet-X] Y" },
            { "CategoryInfo", new FakeView { { "Reason", "MrsHttpUnauthorizedException" } } },
        };
        Check(Read(record), "MrsHttpUnauthorizedException");
    }

    [Fact]
    public void An_error_record_without_category_gets_its_class_from_the_error_id()
    {
        FakeView record = new()
        {
            { "Exception", $"The call to '{Url}' failed. Error details: {Unauthorized} --> {Answer}" },
            { "FullyQualifiedErrorId", "[Server=x] [FailureCategory=Cmdlet-MrsHttpUnauthorizedException] 284A32E1,Microsoft.Exchange.X" },
        };
        Check(Read(record), "MrsHttpUnauthorizedException");
    }

    [Fact]
    public void The_output_of_the_availability_test_is_read() => Check(Read(new FakeView
    {
        { "Result", FakeView.Enum("Failed") }, { "Message", "The connection to the server 'mail.contoso.com' could not be completed." },
        { "ErrorDetail", "Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: The connection to the server 'mail.contoso.com' could not be completed. ---> Microsoft.Exchange.MailboxReplicationService." + Text },
    }), "MigrationServerConnectionFailedException");

    [Fact]
    public void Its_printed_form_is_read_with_wrapped_lines() => Check(ReadText("""
        RunspaceId         : 5c6063f8-42b6-4651-ad7e-f9dbc9b1a00f
        Result             : Failed
        Message            : The connection to the server 'mail.contoso.com' could not be completed.
        ConnectionSettings :
        SupportsCutover    : False
        ErrorDetail        : Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: The connection to the
                             server 'mail.contoso.com' could not be completed. --->
                             Microsoft.Exchange.MailboxReplicationService.MrsHttpUnauthorizedException: The call to
                             'https://mail.contoso.com/EWS/mrsproxy.svc' failed. Error details: The HTTP request is
                             unauthorized with client authentication scheme 'Negotiate'. The authentication header
                             received from the server was 'Negotiate,NTLM'. --> The remote server returned an error:
                             (401) Unauthorized.
                                at Microsoft.Exchange.Migration.X.Y()
        TestedEndpoint     : mail.contoso.com
        IsValid            : True
        """), "MigrationServerConnectionFailedException");

    [Fact]
    public void A_migration_user_is_read()
    {
        MoveReport report = Read(new FakeView { { "Identity", "adele@contoso.com" }, { "ErrorSummary", Text } });
        Check(report, "MrsHttpUnauthorizedException");
        Assert.Equal("adele@contoso.com", report.Subject);
    }

    [Fact]
    public void The_error_label_of_the_admin_center_is_no_part_of_it() => Check(ReadText("Data migrated:\n\nMigration rate:\n\nError: " + Text + "\n\nReport: Download the report for this user"), "MrsHttpUnauthorizedException");

    [Theory]
    [InlineData("something odd")]
    [InlineData("   \u200e'Adele'\u200e  ")]
    [InlineData("12345")]
    [InlineData("{}")]
    [InlineData("Name : value")]
    [InlineData("Stalled")]
    public void Every_text_that_is_not_blank_is_an_error_text(string text)
    {
        MoveFailure failure = Assert.Single(ReadText(text).Failures);
        Assert.NotEmpty(failure.Chain);
        Assert.NotEmpty(failure.Message);
    }

    [Theory]
    [InlineData("StalledDueToMailboxLock")]
    [InlineData(" 'StalledDueToTarget_MdbReplication'. ")]
    public void A_status_detail_alone_is_what_the_request_waits_for(string text)
    {
        MoveReport report = ReadText(text);
        Assert.Equal(text.Trim(' ', '\'', '.'), report.StatusDetail);
        Assert.Empty(report.Failures);
    }

    [Fact]
    public void The_line_that_announces_a_failure_names_its_class_without_a_date_too()
    {
        MoveFailure failure = Assert.Single(ReadText("Fatal error SourceMailboxAlreadyBeingMovedPermanentException has occurred.").Failures);
        Assert.Equal("SourceMailboxAlreadyBeingMovedPermanentException", failure.FailureType);
        Assert.True(failure.IsFatal);
    }

    [Fact]
    public void A_log_line_of_a_firewall_behind_a_report_is_not_lost()
    {
        MoveReport report = ReadText("""
            5/13/2024 10:00:00 AM [AM4PR05MB1234] Request processing started.

            The number of HTTP requests per minute from the source IP address 203.0.113.10 exceeded the configured limit.
            """);
        Assert.Contains("HTTP requests per minute", Assert.Single(report.Failures).Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u200e\ufeff")]
    public void Only_a_blank_text_is_an_error(string text) =>
        Assert.Equal("BlankInput", Assert.Throws<MoveReportException>(() => ReadText(text)).Code);

    [Fact]
    public void A_failure_record_by_itself_is_read()
    {
        MoveReport report = Read(Failure(0, "CommunicationErrorTransientException", Fault("CAS1.contoso.com (14.3.224.1 caps:05FFFF)")));
        Assert.Equal(("Failure", ReportOrigin.ErrorText, "mail.contoso.com"), (report.Shape, report.Origin, report.Subject));
        Assert.Equal(Start, Assert.Single(report.Failures).At!.Value.Utc);
    }
}
