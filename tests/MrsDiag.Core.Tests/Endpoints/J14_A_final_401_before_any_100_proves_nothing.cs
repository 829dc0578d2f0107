using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.Core.Tests.Endpoints;

public class J14_A_final_401_before_any_100_proves_nothing
{
    [Fact]
    public void The_401_of_IIS_leaves_it_open() => Assert.Equal(CheckOutcome.NotTested, Check(Healthy2019()).Outcome);

    [Fact]
    public void A_100_that_was_seen_passes_and_its_time_is_told()
    {
        EndpointObservation o = Healthy2019();
        Continue(o, ExchangePurpose.ExpectBodyHeldBack, 12);
        EndpointCheck check = Check(o);
        Assert.Equal((CheckOutcome.Passed, "POST with Expect, body held back: 100 after 12 ms, then 401"), (check.Outcome, check.Detail));
        Assert.Equal("passed", EndpointFacts.Build(o).Parent["expect"]);
    }

    [Fact]
    public void The_WS_Security_address_is_a_way_to_see_it()
    {
        EndpointObservation o = Healthy2019();
        o.Exchanges = [.. o.Exchanges, new HttpExchange { Purpose = ExchangePurpose.ExpectWsSecurity, SentExpect = true, SentBody = true, End = CallEnd.Succeeded, Status = 500 }];
        Continue(o, ExchangePurpose.ExpectWsSecurity, 8);
        Assert.Equal(CheckOutcome.Passed, Check(o).Outcome);
    }

    [Fact]
    public void A_late_100_is_told_as_late()
    {
        EndpointObservation o = Healthy2019();
        Continue(o, ExchangePurpose.ExpectBodyHeldBack, 3000);
        FactItem parent = EndpointFacts.Build(o).Parent;
        Assert.Equal(("late", TimeSpan.FromSeconds(3)), (parent["expect"], parent["timeToContinue"]));
    }

    [Theory]
    [InlineData(200, 5.0, true, CheckOutcome.Passed)]
    [InlineData(500, 5.0, true, CheckOutcome.Passed)]
    [InlineData(401, 5.0, true, CheckOutcome.NotTested)] // the logon failed, so the body never mattered
    [InlineData(200, 1.0, true, CheckOutcome.NotTested)] // Exchange Online waits five seconds
    [InlineData(200, 5.0, false, CheckOutcome.NotTested)]
    [InlineData(503, 5.0, true, CheckOutcome.NotTested)]
    [InlineData(501, 5.0, true, CheckOutcome.Failed)]
    [InlineData(417, 5.0, true, CheckOutcome.Failed)]
    public void The_call_with_credentials_and_a_body_held_back_decides_it(int status, double seconds, bool sentBody, CheckOutcome outcome)
    {
        EndpointObservation o = Healthy2019();
        o.Logons = [new LogonObservation { Kind = "expectPost", Scheme = "NTLM", End = CallEnd.Succeeded, Status = status, WasAsked = true, BodyHeldBack = TimeSpan.FromSeconds(seconds), SentBody = sentBody }];
        Assert.Equal(outcome, Check(o).Outcome);
    }

    [Theory]
    [InlineData(501)]
    [InlineData(417)]
    public void A_refusal_with_Expect_only_is_proof(int status)
    {
        EndpointObservation o = Healthy2019();
        Exchange(o, ExchangePurpose.ExpectBodyHeldBack).Status = status;
        Assert.Equal(CheckOutcome.Failed, Check(o).Outcome);
        FactItem outcome = Assert.Single(EndpointFacts.Build(o).Items("callOutcomes"));
        Assert.Equal(((double)status, true, true), (outcome["status"], outcome["sentExpect"], outcome["onlyWithExpect"]));
    }

    [Fact]
    public void The_same_refusal_without_Expect_is_no_proof()
    {
        EndpointObservation o = Healthy2019().Answering(501, "");
        FactItem[] outcomes = [.. EndpointFacts.Build(o).Items("callOutcomes")];
        Assert.Equal(2, outcomes.Length);
        Assert.All(outcomes, i => Assert.Null(i["onlyWithExpect"]));
        Assert.Equal("notTested", EndpointFacts.Build(o).Parent["expect"]);
    }

    [Fact]
    public void A_body_that_had_to_be_sent_without_any_100_is_told()
    {
        EndpointObservation o = Healthy2019();
        Exchange(o, ExchangePurpose.ExpectBodyHeldBack).SentBody = true;
        Assert.Equal("never", EndpointFacts.Build(o).Parent["expect"]);
        Assert.Equal(CheckOutcome.Warning, Check(o).Outcome);
    }

    [Theory]
    [InlineData(CallEnd.Closed, "broken")]
    [InlineData(CallEnd.Reset, "broken")]
    [InlineData(CallEnd.TimedOut, "broken")]
    public void A_call_that_breaks_only_with_Expect_is_told(CallEnd end, string verdict)
    {
        EndpointObservation o = Healthy2019();
        HttpExchange exchange = Exchange(o, ExchangePurpose.ExpectBodyHeldBack);
        (exchange.End, exchange.Status) = (end, null);
        Assert.Equal(verdict, EndpointFacts.Build(o).Parent["expect"]);
        Assert.Empty(EndpointFacts.Build(o).Items("callOutcomes"));
    }

    private static void Continue(EndpointObservation o, ExchangePurpose purpose, int milliseconds)
    {
        HttpExchange exchange = Exchange(o, purpose);
        (exchange.SawContinue, exchange.TimeToContinue) = (true, TimeSpan.FromMilliseconds(milliseconds));
    }

    private static EndpointCheck Check(EndpointObservation o) => EndpointChecks.Of(o).Single(c => c.Stage == EndpointStage.Expect);
}
