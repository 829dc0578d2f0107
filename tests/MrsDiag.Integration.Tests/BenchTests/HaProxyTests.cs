using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class HaProxyTests
{
    private const string Service = "http://mail.contoso.com/EWS/mrsproxy.svc";

    [PeerTheory("haproxy", "curl")]
    [InlineData(HaProxyRules.NotImplementedOnExpect, 501)]
    [InlineData(HaProxyRules.ExpectationFailed, 417)]
    public async Task Only_a_request_with_Expect_is_refused(string rule, int status)
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized));
        using HaProxyInFront device = new(new HaProxyOptions { Servers = [new("CAS1", server.EndPoint)], Frontend = [rule] });
        string url = $"http://{device.EndPoint}/EWS/mrsproxy.svc";
        (_, string with) = await Witness.RunAsync("curl", "-si", "--noproxy", "*", "-H", "Expect: 100-continue", "-d", "abc", url);
        (_, string without) = await Witness.RunAsync("curl", "-si", "--noproxy", "*", "-H", "Expect:", "-d", "abc", url);
        Assert.StartsWith("HTTP/1.1 " + status, with, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 401", without, StringComparison.Ordinal);
    }

    [PeerTheory("haproxy")]
    [InlineData(HaProxyRules.RedirectToAdfs, 302, "https://sts.contoso.com/adfs/ls/")]
    [InlineData(HaProxyRules.RedirectToCookieAuth, 302, "/CookieAuth.dll?GetLogon")]
    [InlineData(HaProxyRules.RedirectToOwa, 302, "/owa/auth/logon.aspx")]
    [InlineData(HaProxyRules.ForbiddenPage, 403, null)]
    [InlineData(HaProxyRules.LogonForm, 200, null)]
    [InlineData("# no servers", 503, null)]
    public async Task The_device_answers_itself(string rule, int status, string? location)
    {
        using HaProxyInFront device = new(new HaProxyOptions { Frontend = [rule] });
        using HttpClient client = BenchClient.Create(device.EndPoint);
        using HttpResponseMessage response = await client.GetAsync(Service);
        Assert.Equal(status, (int)response.StatusCode);
        if (location is not null) Assert.StartsWith(location, response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        if (location is null) Assert.Contains("<html>", await response.Content.ReadAsStringAsync());
    }

    [PeerFact("haproxy")]
    public async Task Reset_is_a_reset_and_silence_is_silence()
    {
        using HaProxyInFront reset = new(new HaProxyOptions { Frontend = [HaProxyRules.Reset] }), silent = new(new HaProxyOptions { IsLayer4 = true, Frontend = HaProxyRules.Silence });
        SocketException error = await Assert.ThrowsAsync<SocketException>(async () => await ExchangeAsync(reset.EndPoint));
        Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
        await Assert.ThrowsAsync<TimeoutException>(() => ExchangeAsync(silent.EndPoint).WaitAsync(TimeSpan.FromSeconds(1)));
    }

    [PeerFact("haproxy")]
    public async Task A_server_slower_than_the_device_waits_is_504()
    {
        using RawServer slow = new(RawScripts.Silent);
        using HaProxyInFront device = new(new HaProxyOptions { Servers = [new("CAS1", slow.EndPoint)], ServerTimeout = TimeSpan.FromSeconds(0.5) });
        Assert.StartsWith("HTTP/1.1 504", await ExchangeAsync(device.EndPoint), StringComparison.Ordinal);
    }

    [PeerFact("haproxy")]
    public async Task An_idle_connection_is_closed_by_the_device_after_its_own_time()
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized));
        using HaProxyInFront device = new(new HaProxyOptions { Servers = [new("CAS1", server.EndPoint)], ClientTimeout = TimeSpan.FromSeconds(1) });
        using Socket socket = await ConnectAsync(device.EndPoint);
        Assert.StartsWith("HTTP/1.1 401", await ExchangeAsync(socket), StringComparison.Ordinal);
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal(0, await socket.ReceiveAsync(new byte[1]).WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.True(watch.ElapsedMilliseconds > 800, $"{watch.ElapsedMilliseconds} ms");
    }

    [PeerFact("haproxy")]
    public async Task A_bridge_shows_its_own_certificate_and_a_pass_through_shows_the_servers()
    {
        ServerCertificate outside = CertificateAuthority.Trusted.Issue("mail.contoso.com"), inside = CertificateAuthority.Trusted.Issue("cas1.contoso.com");
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized), inside);
        BalancedServer[] servers = [new("CAS1", server.EndPoint, IsTls: true)];
        using HaProxyInFront bridge = new(new HaProxyOptions { Servers = servers, Certificate = outside });
        using HaProxyInFront through = new(new HaProxyOptions { Servers = servers, IsLayer4 = true });
        Assert.Equal(outside.Leaf.Thumbprint, await ThumbprintAsync(bridge.EndPoint, "mail.contoso.com"));
        Assert.Equal(inside.Leaf.Thumbprint, await ThumbprintAsync(through.EndPoint, "cas1.contoso.com"));
        using HttpClient client = BenchClient.Create(bridge.EndPoint);
        using HttpResponseMessage response = await client.GetAsync("https://mail.contoso.com/EWS/mrsproxy.svc");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [PeerFact("haproxy")]
    public async Task Two_balancers_can_stand_behind_two_addresses_with_one_port()
    {
        int port = FreePort.Next();
        using HaProxyInFront one = new(new HaProxyOptions { ListenOn = new(IPAddress.Parse("127.0.0.2"), port), Frontend = ["http-request return status 417"] });
        using HaProxyInFront two = new(new HaProxyOptions { ListenOn = new(IPAddress.Parse("127.0.0.3"), port), Frontend = ["http-request return status 501"] });
        Assert.StartsWith("HTTP/1.1 417", await ExchangeAsync(one.EndPoint), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 501", await ExchangeAsync(two.EndPoint), StringComparison.Ordinal);
    }

    private static async Task<Socket> ConnectAsync(IPEndPoint peer)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(peer);
        return socket;
    }

    private static async Task<string> ExchangeAsync(IPEndPoint peer)
    {
        using Socket socket = await ConnectAsync(peer);
        return await ExchangeAsync(socket);
    }

    private static async Task<string> ExchangeAsync(Socket socket)
    {
        await socket.SendAsync("GET /EWS/mrsproxy.svc HTTP/1.1\r\nHost: mail.contoso.com\r\n\r\n"u8.ToArray());
        byte[] buffer = new byte[4096];
        int read = await socket.ReceiveAsync(buffer);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }

    private static async Task<string> ThumbprintAsync(IPEndPoint peer, string name)
    {
        using TcpClient client = new();
        await client.ConnectAsync(peer);
        using SslStream tls = new(client.GetStream());
        await tls.AuthenticateAsClientAsync(name);
        return tls.RemoteCertificate!.GetCertHashString();
    }
}
