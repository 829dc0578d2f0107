using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class FailureMergerTests
{
    private const string Type = "CommunicationErrorTransientException";

    private static string Line(int retry, string type = Type) => $"Transient error {type} has occurred. The system will retry ({retry}/720).";

    [Fact]
    public void The_same_failure_five_times_is_five_failures()
    {
        FakeView[] failures = [.. Enumerable.Range(0, 5).Select(i => Failure(i, Type, Sequence))];
        object[] entries = [.. failures.Select((f, i) => Entry(i, Line(i + 1), f))];
        Assert.Equal([1, 2, 3, 4, 5], Read(Onboarding(Report(entries, failures))).Failures.Select(f => f.Retry));
    }

    [Fact]
    public void Failures_that_only_lines_carry_are_added()
    {
        object[] entries = [.. Enumerable.Range(0, 3).Select(i => Entry(i, Line(i + 1), Failure(i, Type, Sequence)))];
        MoveReport report = Read(Onboarding(Report(entries, new object[] { Failure(1, Type, Sequence) })));
        Assert.Equal(["Report.Entries[0].Failure", "Report.Failures[0]", "Report.Entries[2].Failure"], report.Failures.Select(f => f.Origin));
    }

    [Fact]
    public void A_line_some_seconds_after_its_failure_belongs_to_it()
    {
        FakeView entry = Entry(0, Line(3));
        entry.Add("CreationTime", Start.AddSeconds(8));
        Assert.Equal(3, Assert.Single(Read(Onboarding(Report(new object[] { entry }, new object[] { Failure(0, Type, Sequence) }))).Failures).Retry);
    }

    [Fact]
    public void A_failure_of_the_same_kind_half_a_minute_later_is_another_one()
    {
        FakeView entry = Entry(0, Line(3));
        entry.Add("CreationTime", Start.AddSeconds(30));
        Assert.Equal(2, Read(Onboarding(Report(new object[] { entry }, new object[] { Failure(0, Type, Sequence) }))).Failures.Count);
    }

    [Fact]
    public void Strings_without_times_pair_with_the_newest_lines()
    {
        MoveReport report = Read(Onboarding(Report(
            new object[] { Entry(0, Line(1)), Entry(1, Line(2)), Entry(2, Line(3)) },
            new object[] { $"{Type}: A", $"{Type}: B" })));
        Assert.Equal([(1, null), (2, "A"), (3, "B")], report.Failures.Select(f => (f.Retry, f.Message.Contains(": ", System.StringComparison.Ordinal) ? f.Message[^1..] : null)));
        Assert.Equal([Start, Start.AddMinutes(1), Start.AddMinutes(2)], report.Failures.Select(f => f.At!.Value.Utc));
    }

    [Fact]
    public void A_flattened_failure_of_a_line_is_the_failure_of_the_list()
    {
        MoveReport report = Read(Onboarding(Report(
            new object[] { Entry(0, Line(1), $"{Type}: {Sequence}") },
            new object[] { Failure(0, Type, Sequence, Failure(0, "FaultException", "Inside.")) })));
        Assert.Equal([Type, "FaultException"], Assert.Single(report.Failures).Chain.Select(l => l.Type));
    }

    [Fact]
    public void The_flags_of_a_line_make_its_failure_fatal()
    {
        FakeView failure = Failure(0, "RecipientNotFoundPermanentException", "Cannot find a recipient.");
        MoveReport report = Read(Onboarding(Report(new object[] { Entry(0, "x", failure, flags: "Failure, Fatal") }, new object[] { failure })));
        Assert.True(Assert.Single(report.Failures).IsFatal);
    }

    [Fact]
    public void A_fatal_line_and_the_roll_up_beside_it_are_one_failure()
    {
        const string RollUp = "The job encountered too many transient failures (60) and is quitting. The most common failure is CommunicationErrorTransientException with the hit count 42.";
        MoveReport report = Read(Onboarding(Report(new object[] { Entry(0, RollUp), Entry(0, "Fatal error TooManyTransientFailureRetriesPermanentException has occurred.") })));
        MoveFailure failure = Assert.Single(report.Failures);
        Assert.Equal(("TooManyTransientFailureRetriesPermanentException", RollUp, true), (failure.FailureType, failure.Message, failure.IsFatal));
        var item = FactsOf(report).Items("failures").Single();
        Assert.Equal((Type, 42d), (item["hitType"], item["hitCount"]));
    }

    [Theory]
    [InlineData("Vorübergehender Fehler CommunicationErrorTransientException ist aufgetreten. Das System wiederholt den Vorgang (2/60).", Type, 2, false)]
    [InlineData("致命的なエラー RecipientNotFoundPermanentException が発生しました。", "RecipientNotFoundPermanentException", null, true)]
    public void Lines_in_other_languages_are_known_by_class_and_counter_or_flag(string line, string type, int? retry, bool fatal)
    {
        MoveFailure failure = Assert.Single(Read(Onboarding(Report(new object[] { Entry(0, line, flags: "Failure") }))).Failures);
        Assert.Equal((type, retry, fatal), (failure.FailureType, failure.Retry, failure.IsFatal));
    }

    [Theory]
    [InlineData("Request processing continued, stage LoadingMessages.")]
    [InlineData("Warning: the property 'ExceptionCount' was skipped.")]
    [InlineData("Relinquishing job because the mailbox is locked.")]
    public void Other_lines_announce_no_failure(string line) => Assert.Empty(Read(Onboarding(Report(new object[] { Entry(0, line) }))).Failures);

    [Fact]
    public void The_last_failure_of_the_request_counts_where_the_list_lacks_it()
    {
        FakeView view = Onboarding(Report(null, new object[] { Failure(0, Type, Sequence) }));
        view.Add("LastFailure", Failure(90, Type, Sequence));
        Assert.Equal(2, Read(view).Failures.Count);
    }

    [Fact]
    public void Class_and_message_of_the_request_stand_for_a_failure_where_nothing_else_does()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add("FailureType", "RecipientNotFoundPermanentException");
        view.Add("FailureSide", 2);
        view.Add("FailureCode", -2146233088);
        view.Add("Message", "Error: Cannot find a recipient that has mailbox GUID '\u200e4ca8eac9\u200e'.");
        view.Add("FailureTimestamp", Start);
        MoveFailure failure = Assert.Single(Read(view).Failures);
        Assert.Equal(("RecipientNotFoundPermanentException", "Target", -2146233088L, Start), (failure.FailureType, failure.Side, failure.Code, failure.At!.Value.Utc));
        Assert.Equal("Cannot find a recipient that has mailbox GUID '4ca8eac9'.", failure.Chain[0].Message);
    }

    [Fact]
    public void The_message_of_a_request_that_waits_is_no_failure()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add("Message", "Informational: The request has been temporarily postponed because Search is not up to date.");
        MoveReport report = Read(view);
        Assert.Empty(report.Failures);
        Assert.StartsWith("Informational:", report.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_migration_user_is_the_failure_of_its_request_under_a_wrapper()
    {
        FakeView view = new()
        {
            { "Identity", "adele@contoso.com" }, { "Error", "MigrationPermanentException: Cannot find a recipient. --> Cannot find a recipient." },
            { "Report", Report(null, new object[] { Failure(0, "RecipientNotFoundPermanentException", "Cannot find a recipient.") }) },
        };
        Assert.Equal("RecipientNotFoundPermanentException", Assert.Single(Read(view).Failures).FailureType);
    }

    [Fact]
    public void Failures_are_in_order_of_time()
    {
        MoveReport report = Read(Onboarding(Report(null, new object[] { Failure(5, "B", "b"), Failure(1, "A", "a"), Failure(9, "C", "c") })));
        Assert.Equal(["A", "B", "C"], report.Failures.Select(f => f.FailureType));
    }
}
