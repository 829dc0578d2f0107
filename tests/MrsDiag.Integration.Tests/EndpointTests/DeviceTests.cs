using System;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>What devices in front of Exchange answer in its stead, played by HAProxy and nginx.</summary>
public sealed class DeviceTests
{
    [PeerTheory("haproxy")]
    [InlineData(HaProxyRules.RedirectToAdfs, "/adfs/ls", "federation")]
    [InlineData(HaProxyRules.RedirectToCookieAuth, "CookieAuth.dll", "Forefront")]
    [InlineData(HaProxyRules.RedirectToOwa, "/owa/auth/logon.aspx", "Outlook on the web")]
    public async Task A_redirect_to_a_form_is_pre_authentication(string rule, string location, string device)
    {
        EndpointResult result = await AskAsync(rule);
        Assert.Equal(302, result.Exchange(ExchangePurpose.Post).Status);
        Assert.Contains(location, result.Exchange(ExchangePurpose.Get).Header("Location"), StringComparison.Ordinal);
        Assert.Equal(["MRS7013"], result.Causes());
        Assert.Equal(Confidence.High, result.Finding("MRS7013").Confidence);
        Assert.Contains(device, result.Finding("MRS7013").Message, StringComparison.Ordinal);
        Assert.Equal(EndpointStage.Http, result.StoppedAt);
    }

    [PeerFact("haproxy")]
    public async Task A_logon_form_with_200_is_pre_authentication_too()
    {
        EndpointResult result = await AskAsync(HaProxyRules.LogonForm);
        Assert.Equal(["MRS7013"], result.Causes());
        Assert.Equal(Confidence.High, result.Finding("MRS7013").Confidence);
    }

    [PeerFact("haproxy")]
    public async Task The_block_page_of_a_firewall_is_not_taken_for_Exchange()
    {
        EndpointResult result = await AskAsync(HaProxyRules.ForbiddenPage);
        Assert.Equal("WebGuard", result.Exchange(ExchangePurpose.Get).Header("Server"));
        Assert.Contains("Support ID: 4711", result.Exchange(ExchangePurpose.Get).Body, StringComparison.Ordinal);
        Finding finding = result.Finding("MRS7003");
        Assert.True(finding is { Confidence: < Confidence.High, Owner: FindingOwner.Network }, result.Tell());
        Assert.Contains("WebGuard", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["MRS7003"], result.Causes());
    }

    [PeerFact("haproxy")]
    public async Task A_balancer_without_servers_is_told_from_Exchange_without_servers()
    {
        EndpointResult result = await AskAsync();
        Assert.Equal(503, result.Exchange(ExchangePurpose.Get).Status);
        Assert.Equal(["MRS7010"], result.Causes());
        Assert.Equal(FindingOwner.Network, result.Finding("MRS7010").Owner);
    }

    [PeerTheory("nginx", "apache2")]
    [InlineData(16, 413, "MRS7006")]
    [InlineData(1024 * 1024, 401, null)]
    public async Task A_size_limit_of_a_device_is_told(long maxBody, int status, string? rule)
    {
        using ApacheFrontEnd server = new();
        using NginxInFront device = new(new NginxOptions { Servers = [server.AsServer], Certificate = Probe.Good, MaxBody = maxBody, KeepAlive = 0 });
        EndpointResult result = await Probe.OneAsync(Probe.Hasty, Probe.Via(device.EndPoint));
        Assert.Equal(401, result.Exchange(ExchangePurpose.Get).Status);
        Assert.Equal(status, result.Exchange(ExchangePurpose.Post).Status);
        Assert.Equal(rule is null ? [] : [rule], result.Causes());
    }

    [PeerFact("nginx")]
    public async Task A_device_whose_server_is_gone_answers_502()
    {
        using RefusedPort gone = new();
        using NginxInFront device = new(new NginxOptions { Servers = [new BalancedServer("CAS1", gone.EndPoint)], Certificate = Probe.Good });
        EndpointResult result = await Probe.OneAsync(Probe.Hasty, Probe.Via(device.EndPoint));
        Assert.Equal(502, result.Exchange(ExchangePurpose.Get).Status);
        Assert.Equal(["MRS7009"], result.Causes());
    }

    [PeerFact("nginx")]
    public async Task A_device_whose_server_stays_silent_answers_504()
    {
        using RawServer silent = new(RawScripts.Silent);
        using NginxInFront device = new(new NginxOptions
        {
            Servers = [new BalancedServer("CAS1", silent.EndPoint)],
            Certificate = Probe.Good,
            ReadTimeout = TimeSpan.FromMilliseconds(500),
        });
        EndpointResult result = await Probe.OneAsync(Probe.Hasty, Probe.Via(device.EndPoint));
        Assert.Equal(504, result.Exchange(ExchangePurpose.Get).Status);
        Assert.Equal(["MRS7011"], result.Causes());
    }

    [PeerTheory("haproxy")]
    [InlineData(HaProxyRules.NotImplementedOnExpect, 501)]
    [InlineData(HaProxyRules.ExpectationFailed, 417)]
    public async Task A_refusal_of_Expect_is_proved_where_only_Expect_is_refused(string rule, int status)
    {
        using RawServer server = new(Answers.AtOnce);
        using HaProxyInFront device = new(new HaProxyOptions { Servers = [new BalancedServer("CAS1", server.EndPoint)], Certificate = Probe.Good, Frontend = [rule] });
        EndpointResult result = await Probe.OneAsync(Probe.Options, Probe.Via(device.EndPoint));
        Assert.Equal(401, result.Exchange(ExchangePurpose.Post).Status);
        Assert.Equal(401, result.Exchange(ExchangePurpose.BodyHeldBack).Status);
        Assert.Equal(status, result.Exchange(ExchangePurpose.ExpectBodyAtOnce).Status);
        Assert.Equal(status, result.Exchange(ExchangePurpose.ExpectBodyHeldBack).Status);
        Assert.Equal(["MRS7008"], result.Causes());
        Assert.Equal(Confidence.High, result.Finding("MRS7008").Confidence);
        Assert.Equal(EndpointStage.Expect, result.StoppedAt);
    }

    [PeerFact("haproxy")]
    public async Task A_501_to_everything_is_no_proof()
    {
        EndpointResult result = await AskAsync("http-request return status 501");
        Assert.True(result.Finding("MRS7008").Confidence < Confidence.High, result.Tell());
    }

    [PeerFact("haproxy")]
    public async Task A_reset_at_accept_ends_the_way_at_TLS_or_before()
    {
        EndpointResult result = await AskAsync(HaProxyRules.Reset);
        CallEnd end = result.Observation.Tls.End == CallEnd.NotTried ? result.Observation.Tcp.End : result.Observation.Tls.End;
        Assert.True(end is CallEnd.Reset or CallEnd.Closed, result.Tell());
        Assert.True(result.StoppedAt is EndpointStage.Tcp or EndpointStage.Tls, result.Tell());
        Assert.Equal("stageBeforeFailed", result.Observation.Reason(EndpointStage.Http));
        Assert.Equal(CheckOutcome.Failed, result.Outcome);
    }

    [PeerFact("haproxy")]
    public async Task Silence_after_accept_ends_the_way_at_TLS()
    {
        using RawServer server = new(RawScripts.Silent);
        using HaProxyInFront device = new(new HaProxyOptions { Servers = [new BalancedServer("CAS1", server.EndPoint)], IsLayer4 = true, Frontend = HaProxyRules.Silence });
        EndpointResult result = await Probe.OneAsync(Probe.Short, Probe.Via(device.EndPoint));
        Assert.Equal(CallEnd.Succeeded, result.Observation.Tcp.End);
        Assert.Equal(CallEnd.TimedOut, result.Observation.Tls.End);
        Assert.All(result.Observation.Tls.Versions, v => Assert.Equal("noAnswer", v.Answer));
        Assert.Equal(EndpointStage.Tls, result.StoppedAt);
        Assert.NotEmpty(result.Causes());
    }

    [Fact]
    public async Task A_reset_after_the_request_ends_the_way_at_HTTP()
    {
        using RawServer server = new(RawScripts.ResetAfterHead, Probe.Good);
        EndpointResult result = await Probe.OneAsync(server.EndPoint);
        Assert.Equal(CallEnd.Succeeded, result.Observation.Tls.End);
        Assert.Equal(CallEnd.Reset, result.Exchange(ExchangePurpose.Get).End);
        Assert.Equal(CallEnd.Reset, result.Exchange(ExchangePurpose.Post).End);
        Assert.Equal(EndpointStage.Http, result.StoppedAt);
        Assert.Equal(["MRS7018"], result.Causes());
    }

    private static async Task<EndpointResult> AskAsync(params string[] frontend)
    {
        using HaProxyInFront device = new(new HaProxyOptions { Certificate = Probe.Good, Frontend = frontend });
        return await Probe.OneAsync(Probe.Options, Probe.Via(device.EndPoint));
    }
}
