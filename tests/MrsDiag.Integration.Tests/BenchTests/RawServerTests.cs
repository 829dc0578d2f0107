using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class RawServerTests
{
    private const string Get = "GET / HTTP/1.1\r\nHost: mail.contoso.com\r\n\r\n";
    private const string PostHead = "POST / HTTP/1.1\r\nHost: mail.contoso.com\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n";

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    public async Task A_100_comes_when_the_script_says(int milliseconds)
    {
        using RawServer server = new(RawScripts.ContinueAfter(TimeSpan.FromMilliseconds(milliseconds)));
        using Socket client = await ConnectAsync(server);
        Stopwatch watch = Stopwatch.StartNew();
        await client.SendAsync(Encoding.ASCII.GetBytes(PostHead));
        Assert.Equal(RawScripts.Continue, await ReadAsync(client));
        Assert.True(watch.ElapsedMilliseconds >= milliseconds - 20, $"{watch.ElapsedMilliseconds} ms");
        await client.SendAsync("abc"u8.ToArray());
        Assert.Equal(RawScripts.Unauthorized, await ReadAsync(client));
    }

    [Fact]
    public async Task A_100_that_never_comes_leaves_the_final_answer_to_the_body()
    {
        using RawServer server = new(RawScripts.ContinueAfter(null));
        using Socket client = await ConnectAsync(server);
        await client.SendAsync(Encoding.ASCII.GetBytes(PostHead));
        Assert.False(client.Poll(TimeSpan.FromMilliseconds(500), SelectMode.SelectRead));
        await client.SendAsync("abc"u8.ToArray());
        Assert.Equal(RawScripts.Unauthorized, await ReadAsync(client));
    }

    [Fact]
    public async Task Close_is_FIN_and_reset_is_RST()
    {
        using RawServer closing = new(RawScripts.CloseAfterHead), resetting = new(RawScripts.ResetAfterHead);
        using Socket one = await ConnectAsync(closing), other = await ConnectAsync(resetting);
        await one.SendAsync(Encoding.ASCII.GetBytes(Get));
        await other.SendAsync(Encoding.ASCII.GetBytes(Get));
        Assert.Equal("", await ReadAsync(one));
        SocketException error = await Assert.ThrowsAsync<SocketException>(() => ReadAsync(other));
        Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
    }

    [Fact]
    public async Task Slow_bytes_come_one_by_one()
    {
        using RawServer server = new(RawScripts.SlowLoris(TimeSpan.FromMilliseconds(200)));
        using Socket client = await ConnectAsync(server);
        Stopwatch watch = Stopwatch.StartNew();
        await client.SendAsync(Encoding.ASCII.GetBytes(Get));
        const string Expected = "HTTP/1.1 200 OK\r\nX-S";
        using NetworkStream stream = new(client);
        byte[] bytes = new byte[Expected.Length];
        await stream.ReadExactlyAsync(bytes);
        Assert.Equal(Expected, Encoding.ASCII.GetString(bytes));
        Assert.True(watch.ElapsedMilliseconds >= 550, $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public async Task The_silent_server_accepts_and_sends_nothing()
    {
        using RawServer server = new(RawScripts.Silent);
        using Socket client = await ConnectAsync(server);
        await client.SendAsync(Encoding.ASCII.GetBytes(Get));
        Assert.False(client.Poll(TimeSpan.FromMilliseconds(300), SelectMode.SelectRead));
    }

    [Theory]
    [InlineData("Fin")]
    [InlineData("Reset")]
    [InlineData("Silence")]
    public async Task An_idle_connection_ends_as_the_script_says(string end)
    {
        using RawServer server = new(RawScripts.IdleLimit(TimeSpan.FromMilliseconds(500), Enum.Parse<IdleEnd>(end)));
        using Socket client = await ConnectAsync(server);
        await client.SendAsync(Encoding.ASCII.GetBytes(Get));
        Assert.Equal(RawScripts.Unauthorized, await ReadAsync(client));
        if (end == "Fin") Assert.Equal("", await ReadAsync(client));
        if (end == "Reset") Assert.Equal(SocketError.ConnectionReset, (await Assert.ThrowsAsync<SocketException>(() => ReadAsync(client))).SocketErrorCode);
        if (end != "Silence") return;
        await Task.Delay(1000);
        await client.SendAsync(Encoding.ASCII.GetBytes(Get));
        Assert.False(client.Poll(TimeSpan.FromMilliseconds(300), SelectMode.SelectRead));
    }

    [SkippableFact]
    public async Task It_listens_on_an_IPv6_address_too()
    {
        Skip.IfNot(Socket.OSSupportsIPv6 && FreePort.HasIPv6Loopback, "There is no IPv6 loopback address here.");
        using RawServer server = new(RawScripts.Banner(), address: IPAddress.IPv6Loopback);
        using Socket client = new(AddressFamily.InterNetworkV6, SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(server.EndPoint);
        Assert.StartsWith("220 ", await ReadAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_endless_header_is_longer_than_any_client_accepts()
    {
        using RawServer server = new(RawScripts.EndlessHeader);
        using HttpClient client = BenchClient.Create(server.EndPoint);
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("http://mail.contoso.com/"));
        Assert.Equal(HttpRequestError.ConfigurationLimitExceeded, error.HttpRequestError);
    }

    [Fact]
    public async Task Endless_chunks_go_on_as_long_as_they_are_read()
    {
        using RawServer server = new(RawScripts.EndlessChunks);
        using HttpClient client = BenchClient.Create(server.EndPoint);
        using Stream body = await client.GetStreamAsync("http://mail.contoso.com/");
        await body.ReadExactlyAsync(new byte[10_000_000]);
        Assert.Equal(1, server.Accepted);
    }

    [Fact]
    public async Task The_banner_of_another_protocol_comes_before_the_client_speaks()
    {
        using RawServer server = new(RawScripts.Banner());
        using Socket client = await ConnectAsync(server);
        Assert.StartsWith("220 mail.contoso.com", await ReadAsync(client), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_TLS_the_script_is_the_same()
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized), CertificateAuthority.Trusted.Issue("mail.contoso.com"));
        using HttpClient client = BenchClient.Create(server.EndPoint);
        using HttpResponseMessage response = await client.PostAsync("https://mail.contoso.com/EWS/mrsproxy.svc", new StringContent("abc"));
        Assert.Equal(["Negotiate", "NTLM"], response.Headers.WwwAuthenticate.Select(h => h.Scheme));
    }

    private static async Task<Socket> ConnectAsync(RawServer server)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.EndPoint);
        return socket;
    }

    private static async Task<string> ReadAsync(Socket socket)
    {
        byte[] buffer = new byte[4096];
        int read = await socket.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(20));
        return Encoding.Latin1.GetString(buffer, 0, read);
    }
}
