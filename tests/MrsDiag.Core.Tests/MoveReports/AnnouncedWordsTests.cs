using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;

namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>The words of a failure stand on the line that announces it, behind it, or on a line of their own.</summary>
public sealed class AnnouncedWordsTests
{
    private const string Announcement = "5/13/2024 10:00:00 AM [AM4PR05MB1234] Transient error CommunicationErrorTransientException has occurred. The system will retry (1/60).";
    private const string Words = "The call to 'https://mail.contoso.com/EWS/mrsproxy.svc CAS1.contoso.com (14.3.123.3 caps:05FFFF)' failed. Error details: The remote endpoint no longer recognizes this sequence.";

    [Theory]
    [InlineData(" " + Words)]
    [InlineData("\n   " + Words)]
    [InlineData("\n5/13/2024 10:00:00 AM [AM4PR05MB1234] " + Words)]
    [InlineData("\n5/13/2024 10:00:01 AM [AM4PR05MB1234] Communication with remote service 'CAS1.contoso.com (14.3.123.3 caps:05FFFF)' has failed. --> " + Words)]
    public void They_are_one_failure_that_names_class_server_and_host(string words)
    {
        FactItem failure = Assert.Single(MoveReportFacts.FromText(Announcement + words).Items("failures"));

        Assert.Equal("CommunicationErrorTransientException", failure["failureType"]);
        Assert.Equal("CAS1.contoso.com", failure["remoteServer"]);
        Assert.Equal("mail.contoso.com", failure["host"]);
        Assert.Equal(1d, failure["retry"]);
    }

    [Fact]
    public void Words_a_minute_later_are_another_failure() =>
        Assert.Equal(2, MoveReportFacts.FromText(Announcement + "\n5/13/2024 10:01:00 AM [AM4PR05MB1234] " + Words).Items("failures").Count);

    [Fact]
    public void Announcements_without_words_differ_by_their_class_alone()
    {
        FactSet facts = MoveReportFacts.FromText(Announcement + "\n" + Announcement.Replace("10:00:00", "10:30:00").Replace("(1/60)", "(2/60)"));
        Assert.Equal("Transient error CommunicationErrorTransientException has occurred.", Assert.Single(facts.Items("failures").Select(f => f["message"]).Distinct()));
    }

    [Theory]
    [InlineData("Stage: CopyingMessages. Percent complete: 30.", "InProgress")]
    [InlineData("Request is complete.", "Completed")]
    [InlineData("Request processing started.", null)]
    public void Lines_alone_tell_whether_the_request_went_on(string after, string? status)
    {
        FactSet facts = MoveReportFacts.FromText(Announcement + "\n5/13/2024 10:05:00 AM [AM4PR05MB1234] " + after);
        Assert.Equal(status, facts.Parent["status"]);
    }

    [Fact]
    public void Progress_before_the_last_failure_tells_nothing() =>
        Assert.Null(MoveReportFacts.FromText("5/13/2024 9:00:00 AM [AM4PR05MB1234] Stage: CopyingMessages. Percent complete: 30.\n" + Announcement).Parent["status"]);

    [Theory]
    [InlineData("MapiExceptionMessagePerFolderCountQuotaExceeded: Unable to copy to target. (hr=0x80004005, ec=1252)", 1252d)]
    [InlineData("MapiExceptionInvalidParameter: Unable to modify table. (hr=0x80070057, ec=-2147024809)", -2147024809d)]
    [InlineData("MapiExceptionPartialCompletion: Unable to copy to target. (hr=0x40680, ec=0)", null)]
    [InlineData("MapiExceptionPartialCompletion: Unable to copy to target. (hr=0x40680, ec=x)", null)]
    public void The_low_level_error_is_read_from_the_text(string text, double? expected) =>
        Assert.Equal(expected, Assert.Single(MoveReportFacts.FromText(text).Items("failures"))["mapiLowLevelError"]);
}
