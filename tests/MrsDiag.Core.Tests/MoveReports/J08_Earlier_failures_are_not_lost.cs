using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J08_Earlier_failures_are_not_lost
{
    private static string Line(string type, int retry) => $"Transient error {type} has occurred. The system will retry ({retry}/60).";

    [Fact]
    public void Lines_stand_for_the_failures_that_a_shortened_list_dropped()
    {
        MoveReport report = Read(Onboarding(Report(
            new object[] { Entry(0, Line("TimeoutErrorTransientException", 1)), Entry(1, Line("CommunicationErrorTransientException", 2)), Entry(2, Line("CommunicationErrorTransientException", 3)) },
            new object[] { Failure(2, "CommunicationErrorTransientException", Sequence) })));
        Assert.Equal(["TimeoutErrorTransientException", "CommunicationErrorTransientException", "CommunicationErrorTransientException"], report.Failures.Select(f => f.FailureType));
        Assert.Equal([1, 2, 3], report.Failures.Select(f => f.Retry));
        Assert.Equal(["Report.Entries[0]", "Report.Entries[1]", "Report.Failures[0]"], report.Failures.Select(f => f.Origin));
    }

    [Fact]
    public void What_is_in_all_three_places_is_one_failure()
    {
        FakeView failure = Failure(1, "CommunicationErrorTransientException", Sequence);
        FakeView view = Onboarding(Report(new object[] { Entry(1, Line("CommunicationErrorTransientException", 7), failure) }, new object[] { failure }));
        view.Add("LastFailure", failure);
        view.Add("FailureType", "CommunicationErrorTransientException");
        view.Add("Message", "Error: " + Sequence);
        view.Add("FailureTimestamp", Start.AddMinutes(1));
        MoveFailure only = Assert.Single(Read(view).Failures);
        Assert.Equal((7, 60, "AM0PR05MB4546", "Report.Failures[0]"), (only.Retry, only.RetryMax, only.MrsServer, only.Origin));
    }
}
