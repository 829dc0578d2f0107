using System;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>The interim 100, by servers that send it at once, late, never, or out of turn.</summary>
public sealed class ContinueTests
{
    [Fact]
    public async Task A_100_at_once_passes()
    {
        EndpointResult result = await AskAsync(Answers.ContinueAfter(TimeSpan.Zero));
        Assert.True(result.Exchange(ExchangePurpose.ExpectBodyHeldBack) is { SawContinue: true, SentBody: true, Status: 401 }, result.Tell());
        Probe.AssertHealthy(result);
        Assert.Equal(CheckOutcome.Passed, result.Check("100-continue").Outcome);
    }

    [Fact]
    public async Task A_100_after_two_seconds_is_late()
    {
        EndpointResult result = await AskAsync(Answers.ContinueAfter(TimeSpan.FromSeconds(2)));
        HttpExchange held = result.Exchange(ExchangePurpose.ExpectBodyHeldBack);
        Assert.True(held is { SawContinue: true, SentBody: true } && held.TimeToContinue >= TimeSpan.FromSeconds(1.9), result.Tell());
        Assert.Equal(["MRS1050"], ShippedRules.AsShipped.Judge(result.Observation).Causes());
    }

    [Fact]
    public async Task Without_any_100_the_body_is_sent_after_five_seconds_and_taken()
    {
        // The real time: as long as Exchange Online was seen to wait.
        EndpointResult result = await AskAsync(Answers.ContinueAfter(null), Probe.Options with { BodyDelay = new EndpointProbeOptions().BodyDelay });
        HttpExchange held = result.Exchange(ExchangePurpose.ExpectBodyHeldBack);
        Assert.True(held is { SawContinue: false, SentBody: true, Status: 401 } && held.TimeToAnswer >= TimeSpan.FromSeconds(4.9), result.Tell());
        Assert.Equal(["MRS1051"], result.Causes());
    }

    [Fact]
    public async Task A_final_401_before_any_100_proves_nothing()
    {
        EndpointResult result = await AskAsync(Answers.AtOnce);
        Assert.True(result.Exchange(ExchangePurpose.ExpectBodyHeldBack) is { SawContinue: false, SentBody: false, Status: 401 }, result.Tell());
        Assert.Equal(CheckOutcome.NotTested, result.Check("100-continue").Outcome);
        Probe.AssertHealthy(result);
    }

    [Fact]
    public async Task A_close_on_Expect_alone_breaks_the_connection()
    {
        EndpointResult result = await AskAsync(Answers.CloseOnExpect);
        Assert.Equal(CallEnd.Closed, result.Exchange(ExchangePurpose.ExpectBodyHeldBack).End);
        Assert.Equal(401, result.Exchange(ExchangePurpose.Post).Status);
        Assert.Equal(["MRS1052"], result.Causes());
        Assert.Equal(EndpointStage.Expect, result.StoppedAt);
    }

    [Fact]
    public async Task A_close_after_every_head_ends_the_way()
    {
        EndpointResult result = await AskAsync(RawScripts.CloseAfterHead);
        Assert.Equal(CallEnd.Closed, result.Exchange(ExchangePurpose.Get).End);
        Assert.Equal(EndpointStage.Http, result.StoppedAt);
        Assert.Equal(["MRS7018"], result.Causes());
    }

    private static async Task<EndpointResult> AskAsync(Func<RawConnection, Task> script, EndpointProbeOptions? options = null)
    {
        using RawServer server = new(script, Probe.Good);
        return await Probe.OneAsync(options ?? Probe.Options with { BodyDelay = TimeSpan.FromSeconds(10) }, Probe.Direct(server.EndPoint));
    }
}
