using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Core.Tests.Endpoints.Probing.Support;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Discovery;

/// <summary>Autodiscover as part of a probe: real sockets, a DNS server and a TLS server of the test.</summary>
public class AutodiscoverProbeTests
{
    [SkippableFact]
    public async Task A_probe_by_e_mail_address_asks_DNS_and_the_host_that_it_names()
    {
        TestCertificates.SkipWithoutThem();
        using X509Certificate2 certificate = TestCertificates.Server("cas.contoso.com");
        using RawServer server = RawServer.StartTls(certificate, connection => RawServer.AnswerAsync(connection, Answers.Unauthorized));
        using FakeDnsServer dns = new("_autodiscover._tcp.contoso.com", "cas.contoso.com", server.Port);
        EndpointProbe probe = new(ProbeBench.Quick with { DnsServers = [dns.EndPoint] }) { Seams = new EndpointSeams { Resolve = Resolve } };

        EndpointObservation observation = (await ProbeBench.AllAsync(probe, Target()))[0];

        Assert.Equal("https://cas.contoso.com/EWS/mrsproxy.svc", observation.Uri);
        Assert.Equal((TargetOrigin.Autodiscover, "adele@contoso.com"), (observation.Origin, observation.OriginName));
        Assert.Equal(["domain", "autodiscover", "redirect", "srv", "srv"], observation.Autodiscover.Select(s => s.Kind));
        AutodiscoverStep last = observation.Autodiscover[4];
        Assert.Equal((CallEnd.Succeeded, 401, "cas.contoso.com"), (last.End, last.Status, last.LeadsTo));
        string head = Assert.Single(server.Heads);
        Assert.StartsWith("GET /autodiscover/autodiscover.xml HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("adele", head, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, server.WithAuthorization);
    }

    [Fact]
    public async Task Where_nothing_is_found_there_is_one_observation_that_carries_the_steps()
    {
        using FakeDnsServer dns = new("_autodiscover._tcp.fabrikam.com", "cas.fabrikam.com", 443);
        EndpointProbe probe = new(ProbeBench.Quick with { DnsServers = [dns.EndPoint] }) { Seams = new EndpointSeams { Resolve = Resolve } };

        EndpointObservation observation = Assert.Single(await ProbeBench.AllAsync(probe, Target()));

        Assert.Equal(("", "https://contoso.com/EWS/mrsproxy.svc"), (observation.Address, observation.Uri));
        Assert.Equal(["domain", "autodiscover", "redirect", "srv"], observation.Autodiscover.Select(s => s.Kind));
        Assert.Contains("NXDOMAIN", observation.Autodiscover[3].Detail, StringComparison.Ordinal);
        Assert.Contains(observation.NotTested, n => n.Stage == EndpointStage.Dns && n.Detail.Contains("-Uri", StringComparison.Ordinal));
        Assert.Equal(CallEnd.NotTried, observation.Tcp.End);
    }

    [Fact]
    public async Task When_the_time_is_over_the_steps_so_far_are_told()
    {
        EndpointProbeOptions options = ProbeBench.Quick with { Timeout = TimeSpan.FromSeconds(0.2), StageTimeout = TimeSpan.FromSeconds(30) };
        EndpointProbe probe = new(options) { Seams = new EndpointSeams { Resolve = _ => new TaskCompletionSource<IPAddress[]>().Task } };

        EndpointObservation observation = Assert.Single(await ProbeBench.AllAsync(probe, Target()));

        Assert.Equal("domain", Assert.Single(observation.Autodiscover).Kind);
        Assert.Contains(observation.NotTested, n => n.Detail.Contains("not at its end after 0.2 seconds", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Credentials_do_not_go_to_a_name_outside_the_domain_of_the_address()
    {
        using RawServer server = RawServer.Answering(Answers.Unauthorized);
        EndpointProbe probe = new(ProbeBench.Quick with { Credential = new NetworkCredential("mover", "secret", "CONTOSO") })
        {
            Seams = new EndpointSeams
            {
                Resolve = ProbeBench.Resolver(),
                Find = (_, _, _) => Task.FromResult(new FoundEndpoint(ProbeBench.Target(server.Port) with { MayLogOn = false }, [], "")),
            },
        };

        EndpointObservation observation = Assert.Single(await ProbeBench.AllAsync(probe, Target()));

        Assert.Equal("foreignName", ProbeBench.Reason(observation, EndpointStage.Logon));
        Assert.Empty(observation.Logons);
    }

    [Fact]
    public async Task Cancelling_the_probe_ends_Autodiscover_at_once()
    {
        EndpointProbe probe = new(ProbeBench.Quick) { Seams = new EndpointSeams { Resolve = _ => new TaskCompletionSource<IPAddress[]>().Task } };
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(0.2));
        Task run = probe.RunAsync([Target()], (_, _) => Assert.Fail("Nothing is given after the end."), stop.Token);
        Assert.Same(run, await Task.WhenAny(run, Task.Delay(ProbeBench.Patience)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }

    private static EndpointTarget Target()
    {
        EndpointInputs inputs = new();
        inputs.AddEmailAddress("adele@contoso.com");
        return inputs.Targets.Single();
    }

    private static Task<IPAddress[]> Resolve(string host) => host == "cas.contoso.com"
        ? Task.FromResult(new[] { IPAddress.Loopback })
        : Task.FromException<IPAddress[]>(new SocketException((int)SocketError.HostNotFound));
}
