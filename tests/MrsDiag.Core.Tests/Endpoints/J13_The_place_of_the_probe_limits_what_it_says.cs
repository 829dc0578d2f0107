using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.Core.Tests.Endpoints;

public class J13_The_place_of_the_probe_limits_what_it_says
{
    [Theory]
    [InlineData("hairpin", CallEnd.TimedOut)]
    [InlineData("noRoute", CallEnd.Unreachable)]
    public void What_cannot_be_tried_from_here_is_not_tested_and_no_outcome(string reason, CallEnd end)
    {
        EndpointObservation o = Healthy2019().Unconnected(end, reason);
        EndpointCheck check = EndpointChecks.Of(o).Single(c => c.Stage == EndpointStage.Tcp);
        Assert.Equal((CheckOutcome.NotTested, "it cannot be tried from here"), (check.Outcome, check.Detail));
        FactSet facts = EndpointFacts.Build(o);
        Assert.Empty(facts.Items("callOutcomes"));
        Assert.Equal("notTried", facts.Parent["tcp"]);
    }

    [Theory]
    [InlineData(CallEnd.TimedOut, "timedOut")]
    [InlineData(CallEnd.Refused, "refused")]
    [InlineData(CallEnd.Unreachable, "unreachable")]
    public void Without_such_a_reason_the_same_is_an_outcome(CallEnd end, string kind)
    {
        EndpointObservation o = Healthy2019().Unconnected(end);
        FactItem outcome = Assert.Single(EndpointFacts.Build(o).Items("callOutcomes"));
        Assert.Equal((kind, "connect", "203.0.113.7:443", "external"), (outcome["kind"], outcome["stage"], outcome["address"], outcome["vantage"]));
        Assert.Equal(CheckOutcome.Failed, EndpointChecks.Of(o).Single(c => c.Stage == EndpointStage.Tcp).Outcome);
    }

    [Fact]
    public void A_version_that_this_computer_cannot_offer_is_not_offered_here_and_never_refused()
    {
        EndpointObservation o = Healthy2019();
        o.Tls.Versions = Versions("notTried", "refused", "accepted", "notTried");
        o.Tls.NegotiatedVersion = "TLS 1.2";
        Assert.Equal("TLS 1.0 not offered here, TLS 1.1 refused, TLS 1.2 accepted, TLS 1.3 not offered here", EndpointChecks.Of(o).Single(c => c.Name == "TLS versions").Detail);
        o.Tls.Versions = Versions("accepted", "accepted", "notTried", "notTried");
        o.Tls.NegotiatedVersion = "TLS 1.0";
        Assert.Null(EndpointFacts.Build(o).Parent["acceptsModernTls"]);
        Assert.Equal(CheckOutcome.NotTested, EndpointChecks.Of(o).Single(c => c.Name == "TLS versions").Outcome);
    }

    [Fact]
    public void Only_a_version_that_was_offered_and_turned_down_makes_it_too_old()
    {
        EndpointObservation o = Healthy2019();
        o.Tls.Versions = Versions("accepted", "accepted", "refused", "notTried");
        o.Tls.NegotiatedVersion = "";
        o.Tls.End = CallEnd.TlsFailed;
        FactSet facts = EndpointFacts.Build(o);
        Assert.Equal(false, facts.Parent["acceptsModernTls"]);
        Assert.Empty(facts.Items("callOutcomes")); // one cause, and the rule of the versions says it better
    }
}
