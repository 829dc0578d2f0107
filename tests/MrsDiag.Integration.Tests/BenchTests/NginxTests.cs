using System;
using System.Net.Http;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class NginxTests
{
    private const string Service = "http://mail.contoso.com/EWS/mrsproxy.svc";

    [PeerFact("nginx")]
    public async Task A_body_above_the_limit_is_413_and_one_below_is_passed_on()
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized));
        using NginxInFront proxy = new(new NginxOptions { Servers = [new("CAS1", server.EndPoint)], MaxBody = 1000 });
        using HttpClient client = BenchClient.Create(proxy.EndPoint);
        Assert.Equal((413, "nginx/"), await SendAsync(client, new string('a', 2000)));
        Assert.Equal((401, "nginx/"), await SendAsync(client, new string('a', 500)));
    }

    [PeerFact("nginx")]
    public async Task A_dead_server_is_502_and_a_silent_one_504()
    {
        using RefusedPort dead = new();
        using RawServer silent = new(RawScripts.Silent);
        using NginxInFront before502 = new(new NginxOptions { Servers = [new("CAS1", dead.EndPoint)] });
        using NginxInFront before504 = new(new NginxOptions { Servers = [new("CAS1", silent.EndPoint)], ReadTimeout = TimeSpan.FromSeconds(0.5) });
        using HttpClient one = BenchClient.Create(before502.EndPoint), other = BenchClient.Create(before504.EndPoint);
        Assert.Equal((502, "nginx/"), await SendAsync(one, ""));
        Assert.Equal((504, "nginx/"), await SendAsync(other, ""));
    }

    [PeerFact("nginx")]
    public async Task It_speaks_TLS_to_clients_and_to_servers()
    {
        using RawServer server = new(RawScripts.Answer(RawScripts.Unauthorized), CertificateAuthority.Trusted.Issue("cas1.contoso.com"));
        using NginxInFront proxy = new(new NginxOptions
        {
            Servers = [new("CAS1", server.EndPoint, IsTls: true)],
            Certificate = CertificateAuthority.Trusted.Issue("mail.contoso.com"),
        });
        using HttpClient client = BenchClient.Create(proxy.EndPoint);
        using HttpResponseMessage response = await client.GetAsync(Service.Replace("http:", "https:"));
        Assert.Equal(401, (int)response.StatusCode);
    }

    private static async Task<(int Status, string Server)> SendAsync(HttpClient client, string body)
    {
        using HttpResponseMessage response = await client.PostAsync(Service, new StringContent(body));
        return ((int)response.StatusCode, response.Headers.Server.ToString()[..6]);
    }
}
