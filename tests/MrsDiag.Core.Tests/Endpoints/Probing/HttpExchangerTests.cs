using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Probing;

public class HttpExchangerTests
{
    [Fact]
    public async Task An_answer_is_written_down_whole()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port);
        Assert.Equal((CallEnd.Succeeded, 401, "Unauthorized", ""), (exchange.End, exchange.Status, exchange.Reason, exchange.Error));
        Assert.Equal(["basic", "negotiate", "ntlm"], exchange.AuthenticationSchemes);
        Assert.Equal("mail.contoso.com", exchange.Realm);
        Assert.Equal("EX01", exchange.Header("x-feserver"));
        Assert.NotNull(exchange.TimeToAnswer);
        Assert.True(exchange.ConnectionClosed);
        Assert.Empty(exchange.Anomalies);
    }

    [Fact]
    public async Task The_request_says_who_asks_and_for_which_name()
    {
        using RawServer server = RawServer.Answering(Answers.Ok);
        await ProbeBench.ExchangeAsync(server.Port);
        string head = Assert.Single(server.Heads);
        Assert.StartsWith("GET /EWS/mrsproxy.svc HTTP/1.1\r\n", head);
        Assert.Contains($"\r\nHost: mail.contoso.com:{server.Port}\r\n", head);
        Assert.Matches(@"\r\nUser-Agent: MrsDiag/\d+\.\d+\.\d+\r\n", head);
        Assert.Contains("\r\nConnection: close\r\n", head);
    }

    [Fact]
    public async Task A_closed_port_is_refused()
    {
        TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        HttpExchange exchange = await ProbeBench.ExchangeAsync(port);
        Assert.Equal(CallEnd.Refused, exchange.End);
        Assert.StartsWith("ConnectionRefused: ", exchange.Error);
        Assert.Null(exchange.Status);
    }

    [Fact]
    public async Task Silence_ends_with_the_stage()
    {
        using RawServer server = RawServer.Start(connection => connection.WaitForeverAsync());
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port, null, ProbeBench.Quick with { StageTimeout = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(CallEnd.TimedOut, exchange.End);
        Assert.StartsWith("No answer came after ", exchange.Error);
    }

    [Fact]
    public async Task Silence_in_the_handshake_ends_with_the_stage()
    {
        using RawServer server = RawServer.Start(connection => connection.WaitForeverAsync());
        HttpExchange exchange = await ProbeBench.ExchangeAsync(
            server.Port, request => request with { IsHttps = true }, ProbeBench.Quick with { StageTimeout = TimeSpan.FromSeconds(0.4) });
        Assert.Equal((CallEnd.TimedOut, "No answer within 0.4 seconds."), (exchange.End, exchange.Error));
    }

    [Fact]
    public async Task Closing_without_an_answer_is_told_from_resetting()
    {
        using RawServer closing = RawServer.Start(connection => connection.ReadHeadAsync());
        using RawServer resetting = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            connection.Reset();
        });
        Assert.Equal(CallEnd.Closed, (await ProbeBench.ExchangeAsync(closing.Port)).End);
        Assert.Equal(CallEnd.Reset, (await ProbeBench.ExchangeAsync(resetting.Port)).End);
    }

    [Fact]
    public async Task A_reset_behind_the_headers_keeps_the_status()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 1000\r\n\r\nhalf");
            await connection.WaitAsync(1);
            connection.Reset();
        });
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port);
        Assert.Equal((CallEnd.Reset, 503, "half"), (exchange.End, exchange.Status, exchange.Body));
    }

    [Fact]
    public async Task An_endless_header_is_malformed_and_ends()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nX: ");
            byte[] more = [.. Enumerable.Repeat((byte)'x', 8192)];
            while (true)
                await connection.SendAsync(more);
        });
        Assert.Equal(CallEnd.Malformed, (await ProbeBench.ExchangeAsync(server.Port)).End);
    }

    [Fact]
    public async Task One_byte_now_and_then_is_cut_off()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            await connection.SendAsync("HTTP/1.1 200 OK\r\nX: ");
            while (true)
            {
                await connection.WaitAsync(0.1);
                await connection.SendAsync("x");
            }
        });
        EndpointProbeOptions options = ProbeBench.Quick with { StageTimeout = TimeSpan.FromSeconds(0.6), BodyDelay = TimeSpan.FromSeconds(0.3) };
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port, null, options);
        Assert.Equal(CallEnd.TimedOut, exchange.End);
        Assert.StartsWith("The answer's head was not whole after ", exchange.Error);
    }

    [Theory]
    [InlineData("220 mail.contoso.com ESMTP\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n")]
    [InlineData("HTTP/1.1 abc\r\n\r\n")]
    public async Task What_is_no_HTTP_is_malformed(string answer)
    {
        using RawServer server = RawServer.Answering(answer);
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port);
        Assert.Equal(CallEnd.Malformed, exchange.End);
        Assert.NotEmpty(exchange.Error);
    }

    [Fact]
    public async Task A_server_that_stays_open_after_its_answer_is_told()
    {
        using RawServer server = RawServer.Start(async connection =>
        {
            await RawServer.AnswerAsync(connection, Answers.Ok);
            await connection.WaitForeverAsync();
        });
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port);
        Assert.Equal((CallEnd.Succeeded, false, "OK"), (exchange.End, exchange.ConnectionClosed, exchange.Body));
    }

    [Fact]
    public async Task A_chunked_request_is_framed()
    {
        string body = "";
        using RawServer server = RawServer.Start(async connection =>
        {
            await connection.ReadHeadAsync();
            while (!body.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
                body += await connection.ReadSomeAsync(TimeSpan.FromSeconds(5));
            await connection.SendAsync(Answers.Ok);
        });
        HttpExchange exchange = await ProbeBench.ExchangeAsync(server.Port, request => ProbeBench.Post(request) with { IsChunked = true });
        Assert.Equal(200, exchange.Status);
        Assert.True(exchange.SentBody);
        string size = MrsProxyRequests.Envelope.Length.ToString("x");
        Assert.StartsWith(size + "\r\n<?xml", body);
        Assert.Contains("\r\nTransfer-Encoding: chunked\r\n", Assert.Single(server.Heads));
    }
}
