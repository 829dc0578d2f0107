using System;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

public class ExpectContinueTests
{
    private static readonly EndpointProbeOptions Options = ProbeBench.Quick with { BodyDelay = TimeSpan.FromSeconds(3) };

    // Timers may run a little early.
    private static readonly TimeSpan AlmostTheDelay = TimeSpan.FromSeconds(2.7);

    [Fact]
    public async Task A_100_lets_the_body_go_at_once()
    {
        using RawServer server = Continuing(after: 0);
        HttpExchange exchange = await HeldBackAsync(server);
        Assert.Equal((200, true, true, true), (exchange.Status, exchange.SentExpect, exchange.SawContinue, exchange.SentBody));
        Assert.True(exchange.TimeToContinue < Options.BodyDelay, $"{exchange.TimeToContinue}");
        Assert.True(exchange.TimeToAnswer >= exchange.TimeToContinue);
    }

    [Fact]
    public async Task A_100_behind_the_time_comes_after_the_body()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            // Nothing until the body is there.
            Assert.StartsWith("<?xml", await connection.ReadSomeAsync(TimeSpan.FromSeconds(20)));
            await connection.SendAsync(Answers.Continue);
            await connection.SendAsync(Answers.Ok);
        });
        HttpExchange exchange = await HeldBackAsync(server);
        Assert.Equal((200, true, true), (exchange.Status, exchange.SawContinue, exchange.SentBody));
        Assert.True(exchange.TimeToContinue > AlmostTheDelay, $"{exchange.TimeToContinue}");
    }

    [Fact]
    public async Task Without_any_100_the_body_goes_when_the_time_is_over()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.ReadSomeAsync(TimeSpan.FromSeconds(20));
            await connection.SendAsync(Answers.Ok);
        });
        HttpExchange exchange = await HeldBackAsync(server);
        Assert.Equal((200, false, true), (exchange.Status, exchange.SawContinue, exchange.SentBody));
        Assert.Null(exchange.TimeToContinue);
        Assert.True(exchange.TimeToAnswer > AlmostTheDelay, $"{exchange.TimeToAnswer}");
    }

    [Fact]
    public async Task A_final_answer_first_makes_the_body_needless()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        HttpExchange exchange = await HeldBackAsync(server);
        Assert.Equal((401, false, false), (exchange.Status, exchange.SawContinue, exchange.SentBody));
        Assert.True(exchange.TimeToAnswer < Options.BodyDelay, $"{exchange.TimeToAnswer}");
    }

    [Fact]
    public async Task Other_interim_answers_do_not_let_the_body_go()
    {
        string early = "?";
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 102 Processing\r\n\r\n");
            early = await connection.ReadSomeAsync(TimeSpan.FromSeconds(0.3));
            await connection.SendAsync(Answers.Ok);
        });
        HttpExchange exchange = await HeldBackAsync(server);
        Assert.Equal((200, false, false), (exchange.Status, exchange.SawContinue, exchange.SentBody));
        Assert.Equal("", early);
    }

    [Fact]
    public async Task A_body_sent_at_once_waits_for_nothing()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            Assert.StartsWith("<?xml", await connection.ReadSomeAsync(TimeSpan.FromSeconds(20)));
            await connection.SendAsync(Answers.Continue + Answers.Ok);
        });
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port, request => ProbeBench.Post(request) with { Expect = true }, Options);
        Assert.Equal((200, true, true), (exchange.Status, exchange.SawContinue, exchange.SentBody));
        Assert.True(exchange.TimeToAnswer < Options.BodyDelay, $"{exchange.TimeToAnswer}");
    }

    [Fact]
    public async Task A_balancer_that_closes_while_the_body_is_awaited_is_told()
    {
        using RawServer server = RawServer.Start(connection => connection.ReadHeadAsync());
        HttpExchange exchange = await HeldBackAsync(server);
        Assert.Equal((CallEnd.Closed, false), (exchange.End, exchange.SentBody));
    }

    private static RawServer Continuing(double after) => RawServer.Start(async connection =>
    {
        await connection.ReadHeadAsync();
        await connection.WaitAsync(after);
        await connection.SendAsync(Answers.Continue);
        Assert.StartsWith("<?xml", await connection.ReadSomeAsync(TimeSpan.FromSeconds(20)));
        await connection.SendAsync(Answers.Ok);
    });

    private static Task<HttpExchange> HeldBackAsync(RawServer server) =>
        ProbeBench.ExchangeAsync(server.Port, request => ProbeBench.Post(request) with { Expect = true, Timing = BodyTiming.HeldBack }, Options);
}
