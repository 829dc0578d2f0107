using System;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;

namespace MrsDiag.Core.Tests.MoveReports;

public sealed class CallRecoveryTests
{
    private const string Reset = "The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed. Error details: An existing connection was forcibly closed by the remote host";

    [Theory]
    [InlineData("InProgress", true)]
    [InlineData("synced", true)]
    [InlineData("Completed", true)]
    [InlineData("Failed", false)]
    [InlineData("Suspended", null)]
    [InlineData("", null)]
    public void The_status_of_the_request_says_whether_the_work_went_on(string status, bool? recovered)
    {
        MoveReport report = new() { Status = status };
        report.Failures.Add(new MoveFailure { FailureType = "CommunicationErrorTransientException", Message = Reset });

        Assert.Equal(recovered, Outcome(report)["recovered"]);
    }

    [Fact]
    public void A_final_failure_is_not_recovered_whatever_the_status_says()
    {
        MoveReport report = new() { Status = "InProgress" };
        report.Failures.Add(new MoveFailure { FailureType = "RemotePermanentException", Message = Reset });

        Assert.Equal(false, Outcome(report)["recovered"]);
    }

    [Fact]
    public void Without_a_status_a_line_of_progress_after_the_failure_decides()
    {
        DateTime at = new(2024, 5, 13, 8, 0, 0, DateTimeKind.Utc);
        MoveReport report = new();
        report.Failures.Add(new MoveFailure { At = new ReportTime(at, TimeOrigin.Utc), FailureType = "CommunicationErrorTransientException", Message = Reset });
        report.Entries.Add(new ReportEntry { At = new ReportTime(at.AddHours(1), TimeOrigin.Utc), Message = "Stage: CopyingMessages. Percent complete: 30." });

        Assert.Equal(true, Outcome(report)["recovered"]);
    }

    [Fact]
    public void A_pasted_error_is_seen_by_rules_on_lines_too_and_is_told_once()
    {
        FactSet facts = MoveReportFacts.FromText("Warning: Target mailbox unlock operation was not replicated.");

        FactItem line = Assert.Single(facts.Items("entries"));
        FactItem failure = Assert.Single(facts.Items("failures"));
        Assert.Equal(failure["message"], line["message"]);
        Assert.Equal(failure.EvidenceKey, line.EvidenceKey);
        Assert.Equal(0d, facts.Parent["entryCount"]);
    }

    private static FactItem Outcome(MoveReport report) =>
        Assert.Single(MoveReportFacts.Build(report, new MoveReportOptions()).Items(CallOutcomeTable.Name));
}
