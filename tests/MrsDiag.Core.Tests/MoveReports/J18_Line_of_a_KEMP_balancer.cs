using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J18_Line_of_a_KEMP_balancer
{
    [Fact]
    public void Pasted_it_is_the_outcome_of_a_call()
    {
        FactItem outcome = OutcomeOf(SeedTexts.Kemp);
        Assert.Equal((501d, SeedTexts.Kemp), (outcome["status"], outcome["message"]));
        Assert.Null(outcome["host"]);
    }
}
