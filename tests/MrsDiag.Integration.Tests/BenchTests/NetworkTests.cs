using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class NetworkTests
{
    [Fact]
    public async Task A_refused_port_refuses_at_once()
    {
        using RefusedPort port = new();
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        SocketException error = await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(port.EndPoint));
        Assert.Equal(SocketError.ConnectionRefused, error.SocketErrorCode);
    }

    [Fact]
    public async Task A_dropped_port_answers_no_connect_again_and_again()
    {
        using DroppedPort port = new();
        for (int i = 0; i < 3; i++)
        {
            using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await Assert.ThrowsAsync<TimeoutException>(() => socket.ConnectAsync(port.EndPoint).WaitAsync(TimeSpan.FromMilliseconds(1200)));
        }
    }

    [Fact]
    public async Task The_source_address_is_the_chosen_one()
    {
        TaskCompletionSource<IPEndPoint> client = new();
        using RawServer server = new(connection =>
        {
            client.SetResult(connection.Client);
            return RawScripts.Answer(RawScripts.Unauthorized)(connection);
        });
        using HttpClient http = BenchClient.Create(server.EndPoint, source: IPAddress.Parse("127.9.8.7"));
        using HttpResponseMessage response = await http.GetAsync("http://mail.contoso.com/");
        Assert.Equal(IPAddress.Parse("127.9.8.7"), (await client.Task).Address);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_hundred_delayed_endpoints_all_answer_at_the_same_time(bool isTls)
    {
        ServerCertificate? certificate = isTls ? CertificateAuthority.Trusted.IssueCheap("mail.contoso.com") : null;
        using DelayedEndpoints endpoints = new(200, TimeSpan.FromMilliseconds(200), certificate);
        HttpClient[] clients = [.. endpoints.EndPoints.Select(e => BenchClient.Create(e))];
        string url = (isTls ? "https" : "http") + "://mail.contoso.com/EWS/mrsproxy.svc";
        Stopwatch watch = Stopwatch.StartNew();
        string[] names = await Task.WhenAll(clients.Select(c => c.AskComputerNameAsync(url)));
        Assert.True(watch.ElapsedMilliseconds >= 200, $"{watch.ElapsedMilliseconds} ms");
        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"EX{i:000}"), names);
        Assert.Equal(200, endpoints.Accepted);
        Array.ForEach(clients, c => c.Dispose());
    }
}
