using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

/// <summary>Four front ends, shared by the tests of balancing.</summary>
public sealed class Farm : IDisposable
{
    private readonly List<ApacheFrontEnd> _servers = [];

    public Farm()
    {
        if (PeerSkip.Reason(["apache2"]) is not null) return;
        _servers.AddRange(Enumerable.Range(1, 4).Select(i => new ApacheFrontEnd(new FrontEndOptions { ComputerName = "CAS" + i })));
    }

    internal IReadOnlyList<BalancedServer> Servers => [.. _servers.Select(s => s.AsServer)];

    public void Dispose() => _servers.ForEach(s => s.Dispose());
}

public sealed class FarmTests(Farm farm) : IClassFixture<Farm>
{
    private static readonly IPAddress[] Sources = [.. Enumerable.Range(1, 12).Select(i => IPAddress.Parse($"127.0.{i}.{i * 7}"))];

    [PeerFact("apache2", "haproxy")]
    public async Task Roundrobin_gives_each_new_connection_to_the_next_server()
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Servers });
        Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4", "CAS1"], await AskAsync(balancer.EndPoint, 5));
    }

    [PeerTheory("apache2", "haproxy")]
    [InlineData("source", false)]
    [InlineData("roundrobin", true)]
    public async Task Affinity_by_source_holds_per_address(string balance, bool isSticky)
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Servers, Balance = balance, Backend = isSticky ? HaProxyRules.StickBySource : [] });
        HashSet<string> seen = [];
        foreach (IPAddress source in Sources)
        {
            string[] names = await AskAsync(balancer.EndPoint, 2, source);
            Assert.Equal(names[0], names[1]);
            seen.Add(names[0]);
        }

        Assert.True(seen.Count > 1, "All source addresses went to " + string.Join(' ', seen));
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_cookie_keeps_those_who_send_it_and_no_others()
    {
        using HaProxyInFront balancer = new(new HaProxyOptions
        {
            Servers = farm.Servers,
            Backend = [HaProxyRules.CookieInsert],
            ServerSuffix = HaProxyRules.CookieOfServer,
        });
        Assert.Equal(["CAS1", "CAS2", "CAS3", "CAS4"], await AskAsync(balancer.EndPoint, 4));
        Assert.Equal(["CAS3", "CAS3", "CAS3"], await AskAsync(balancer.EndPoint, 3, cookie: "SERVERID=CAS3"));
    }

    [PeerFact("apache2", "haproxy")]
    public async Task Leastconn_spreads_connections_that_are_held_open()
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Servers, Balance = "leastconn" });
        HttpClient[] clients = [.. Enumerable.Range(0, 8).Select(_ => BenchClient.Create(balancer.EndPoint))];
        List<string> seen = [];
        foreach (HttpClient client in clients) seen.Add(await client.AskComputerNameAsync());
        Array.ForEach(clients, c => c.Dispose());
        Assert.Equal([2, 2, 2, 2], seen.GroupBy(n => n).Select(g => g.Count()));
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_backup_server_answers_only_once_the_active_one_is_drained()
    {
        using HaProxyInFront balancer = new(new HaProxyOptions
        {
            Servers = [farm.Servers[0]],
            Backend = [$"server CAS2 {farm.Servers[1].EndPoint} backup"],
        });
        Assert.Equal(["CAS1", "CAS1"], await AskAsync(balancer.EndPoint, 2));
        balancer.Command("set server cas/CAS1 state maint");
        Assert.Equal(["CAS2", "CAS2"], await AskAsync(balancer.EndPoint, 2));
    }

    [PeerTheory("apache2", "haproxy")]
    [InlineData(HaProxyRules.ReuseAlways, 1)]
    [InlineData(HaProxyRules.ServerClose, 4)]
    public async Task Requests_of_one_connection_change_servers_only_where_the_servers_side_is_closed(string line, int servers)
    {
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Servers, Backend = [line] });
        using HttpClient client = BenchClient.Create(balancer.EndPoint);
        HashSet<string> seen = [];
        for (int i = 0; i < 4; i++)
        {
            using HttpResponseMessage response = await client.GetAsync("http://mail.contoso.com/EWS/mrsproxy.svc");
            seen.Add(response.Headers.GetValues("X-FEServer").Single());
        }

        Assert.Equal(servers, seen.Count);
    }

    [PeerFact("apache2", "haproxy")]
    public async Task Resumed_handshakes_show_in_the_balancers_log()
    {
        // A name that no other test uses: the cache of sessions is one for the process, by name.
        const string Name = "resumed.contoso.com";
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = farm.Servers, Certificate = CertificateAuthority.Trusted.Issue(Name) });
        for (int i = 0; i < 2; i++)
        {
            using HttpClient client = BenchClient.Create(balancer.EndPoint);
            client.DefaultRequestHeaders.ConnectionClose = true;
            using HttpResponseMessage response = await client.GetAsync($"https://{Name}/EWS/mrsproxy.svc");
        }

        // The line is written when the answer has gone, which the client may see first.
        await Eventually.IsTrueAsync(() => balancer.Log.Split("resumed=").Length == 3, () => balancer.Log);
        Assert.Contains("CAS1 401 -- resumed=0", balancer.Log);
        Assert.Contains("CAS2 401 -- resumed=1", balancer.Log);
    }

    [PeerTheory("apache2", "haproxy")]
    [InlineData("NTLM")]
    [InlineData("Negotiate")]
    public async Task A_logon_passes_a_bridge_that_shows_another_certificate(string scheme)
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = CertificateAuthority.SelfSigned("cas1.contoso.com"), AfterLogon = AfterLogon.ServicePage });
        using HaProxyInFront bridge = new(new HaProxyOptions { Servers = [server.AsServer], Certificate = CertificateAuthority.Trusted.Issue("mail.contoso.com") });
        using HttpClient client = BenchClient.Create(bridge.EndPoint, scheme, server.Credential);
        using HttpResponseMessage response = await client.GetAsync("https://mail.contoso.com/EWS/mrsproxy.svc");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        // Apache's log doubles the backslash.
        await Eventually.IsTrueAsync(() => server.Log.Contains(@" 200 CONTOSO\\migration", StringComparison.Ordinal), () => server.Log);
    }

    [PeerFact("apache2", "nginx")]
    public async Task Nginx_asks_the_next_server_for_each_request_of_one_connection()
    {
        using NginxInFront proxy = new(new NginxOptions { Servers = farm.Servers });
        using HttpClient client = BenchClient.Create(proxy.EndPoint);
        List<string> seen = [];
        for (int i = 0; i < 4; i++) seen.Add(await client.AskComputerNameAsync());
        Assert.Equal(4, seen.Distinct().Count());
    }

    [PeerFact("apache2", "nginx")]
    public async Task Ip_hash_looks_at_the_first_three_octets()
    {
        using NginxInFront proxy = new(new NginxOptions { Servers = farm.Servers, Upstream = ["ip_hash;"] });
        string[] near = [.. await AskAsync(proxy.EndPoint, 2, IPAddress.Parse("127.0.9.1")), .. await AskAsync(proxy.EndPoint, 2, IPAddress.Parse("127.0.9.200"))];
        Assert.Single(near.Distinct());
        HashSet<string> far = [];
        foreach (IPAddress source in Sources) far.UnionWith(await AskAsync(proxy.EndPoint, 1, source));
        Assert.True(far.Count > 1, "All networks went to " + string.Join(' ', far));
    }

    [PeerFact("apache2", "nginx")]
    public async Task Shared_server_connections_lose_the_challenge()
    {
        using NginxInFront proxy = new(new NginxOptions { Servers = [farm.Servers[0]], KeepAlive = 4 });
        Assert.Equal(["CAS1"], await AskAsync(proxy.EndPoint, 1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(proxy.EndPoint, 1));
    }

    private static async Task<string[]> AskAsync(IPEndPoint balancer, int count, IPAddress? source = null, string? cookie = null)
    {
        List<string> names = [];
        for (int i = 0; i < count; i++)
        {
            using HttpClient client = BenchClient.Create(balancer, source: source);
            if (cookie is not null) client.DefaultRequestHeaders.Add("Cookie", cookie);
            names.Add(await client.AskComputerNameAsync());
        }

        return [.. names];
    }
}
