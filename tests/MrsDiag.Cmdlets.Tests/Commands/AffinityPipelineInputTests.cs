using System;
using System.Linq;
using System.Management.Automation;
using MrsDiag.Affinity;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Commands;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Commands;

public sealed class AffinityPipelineInputTests
{
    private static readonly AffinityObservation Seen = new()
    {
        Uri = "https://mail.contoso.com/EWS/mrsproxy.svc",
        Host = "mail.contoso.com",
        StoppedEarly = "unreachable: the name gave no address.",
    };

    [EngineTheory]
    [InlineData("$seen | Test-LoadBalancerAffinity", 1)]
    [InlineData("Test-LoadBalancerAffinity -InputObject $seen", 1)]
    [InlineData("$seen, $seen | Test-LoadBalancerAffinity", 2)]
    [InlineData("Test-LoadBalancerAffinity -InputObject $seen, $seen", 2)]
    [InlineData("$seen | Test-LoadBalancerAffinity | Test-LoadBalancerAffinity -Ordered -Severity Warning -EvidenceCount 0", 1)]
    public void Saved_observations_are_judged_however_they_arrive(string script, int expected)
    {
        using Session session = new();
        PSObject[] results = [.. session.Run(script, ("seen", Seen))];
        Assert.Empty(session.Errors);
        Assert.Equal(expected, results.Length);
        Assert.All(results, r => Assert.Equal((CheckOutcome.NotTested, AffinityVerdict.Inconclusive), (((AffinityResult)r.BaseObject).Outcome, ((AffinityResult)r.BaseObject).Verdict)));
    }

    [EngineFact]
    public void Quiet_gives_false_for_what_was_not_tested()
    {
        using Session session = new();
        Assert.Equal(false, session.Run("$seen | Test-LoadBalancerAffinity -Quiet", ("seen", Seen)).Single().BaseObject);
    }

    [EngineTheory]
    [InlineData("5 | Test-LoadBalancerAffinity")]
    [InlineData("$null | Test-LoadBalancerAffinity")]
    [InlineData("'' | Test-LoadBalancerAffinity")]
    [InlineData("@{} | Test-LoadBalancerAffinity")]
    [InlineData("Test-LoadBalancerAffinity -InputObject @()")]
    public void What_names_no_endpoint_is_one_error_with_a_target(string script)
    {
        using Session session = new();
        Assert.Empty(session.Run(script));
        Assert.NotNull(Assert.Single(session.Errors).TargetObject);
    }

    [EngineTheory]
    [InlineData("900", 1000, 0, 900)]
    [InlineData("900000", 1, 1000, 900)]
    [InlineData("'15m'", 1, 1000, 900)]
    [InlineData("[timespan] '00:15:00'", 1, 1000, 900)]
    [InlineData("0.5", 1000, 0, 0.5)]
    public void Durations_are_taken_in_the_unit_of_their_parameter(string given, int bareUnit, int atLeast, double seconds)
    {
        using Session session = new();
        object value = session.Run(given).Single();
        DurationAttribute attribute = new() { BareUnit = bareUnit, AtLeast = atLeast };
        Assert.Equal(TimeSpan.FromSeconds(seconds), attribute.Transform(null!, value));
    }

    [EngineTheory]
    [InlineData("soon", "no duration")]
    [InlineData("999", "at least 1 s")]
    [InlineData("-1", "no duration")]
    public void A_duration_that_cannot_be_meant_says_what_is_expected(string given, string expected) =>
        Assert.Contains(
            expected,
            Assert.Throws<ArgumentTransformationMetadataException>(() => new DurationAttribute { BareUnit = 1, AtLeast = 1000 }.Transform(null!, given)).Message,
            StringComparison.Ordinal);
}
