using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>A healthy front end, seen by the probe: nothing is left out, nothing is held against it.</summary>
public sealed class HealthyTests
{
    [PeerFact("apache2")]
    public async Task A_healthy_server_of_2013_or_later_is_seen_whole_and_nothing_is_held_against_it()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = Probe.Good });
        EndpointResult result = await Probe.OneAsync(server.EndPoint);
        EndpointObservation seen = result.Observation;
        Probe.AssertHealthy(result);
        Assert.Equal("CAS1", result.Server);
        Assert.Equal(EndpointVantage.Internal, result.Vantage);
        Assert.Equal(Enum.GetValues<ExchangePurpose>(), seen.Exchanges.Select(e => e.Purpose).Order());
        Assert.All(seen.Exchanges, e => Assert.Equal(CallEnd.Succeeded, e.End));
        Assert.Equal(401, seen.Exchange(ExchangePurpose.Get).Status);
        Assert.Equal(["negotiate", "ntlm"], seen.Exchange(ExchangePurpose.Post).AuthenticationSchemes);
        Assert.Equal("CAS1", seen.Exchange(ExchangePurpose.Get).Header("X-FEServer"));
        Assert.Equal(200, seen.Exchange(ExchangePurpose.HealthCheck).Status);
        Assert.Contains("CAS1.contoso.com", seen.Exchange(ExchangePurpose.HealthCheck).Body, StringComparison.OrdinalIgnoreCase);
        Assert.True(seen.Tls is { End: CallEnd.Succeeded, IsTrusted: true, NameMatches: true, IntermediateMissing: false }, result.Tell());
        Assert.Equal("noCredential", seen.Reason(EndpointStage.Logon));
        Assert.Contains("CAS1", result.Finding("MRS0002").Message, StringComparison.Ordinal);
    }

    [PeerTheory("apache2")]
    [InlineData("NTLM")]
    [InlineData("Negotiate")]
    public async Task The_challenge_names_the_server_bare_and_inside_SPNEGO(string scheme)
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = Probe.Good, ComputerName = "EX07", DomainName = "FABRIKAM" });
        EndpointObservation seen = (await Probe.OneAsync(server.EndPoint)).Observation;
        ChallengeObservation challenge = seen.Challenges.Single(c => c.Scheme == scheme);
        Assert.True(challenge.HasChallenge, challenge.Error + string.Concat(challenge.Anomalies));
        Assert.Equal("EX07", challenge.NetBiosComputerName);
        Assert.Equal("FABRIKAM", challenge.NetBiosDomainName);
        Assert.Empty(challenge.Anomalies);
        if (challenge.ClockSkew is { } skew)
            Assert.InRange(skew, TimeSpan.FromSeconds(-30), TimeSpan.FromSeconds(30));
    }

    [PeerFact("apache2")]
    public async Task A_healthy_server_of_2010_is_known_by_its_challenge_alone()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = Probe.Good, ComputerName = "CAS2010", Personality = ExchangePersonality.Exchange2010 });
        EndpointResult result = await Probe.OneAsync(server.EndPoint);
        Probe.AssertHealthy(result);
        Assert.Equal("CAS2010", result.Server);
        Assert.Equal("", result.Exchange(ExchangePurpose.Get).Header("X-FEServer"));
        // No such page on 2010: that says nothing against it.
        Assert.Equal(CheckOutcome.NotTested, result.Check("healthcheck.htm").Outcome);
    }

    [PeerFact("apache2", "haproxy")]
    public async Task Two_servers_behind_a_rotating_balancer_are_both_seen()
    {
        using ApacheFrontEnd one = new(new FrontEndOptions { ComputerName = "CAS1" }), two = new(new FrontEndOptions { ComputerName = "CAS2" });
        using HaProxyInFront balancer = new(new HaProxyOptions { Servers = [one.AsServer, two.AsServer], Certificate = Probe.Good });
        EndpointResult result = await Probe.OneAsync(Probe.Options, Probe.Via(balancer.EndPoint));
        Probe.AssertHealthy(result);
        HashSet<string> names = [.. result.Observation.Exchanges.Select(e => e.Header("X-FEServer")), .. result.Observation.Challenges.Select(c => c.NetBiosComputerName)];
        Assert.Equal(["CAS1", "CAS2"], names.Where(n => n.Length > 0).Order(StringComparer.Ordinal));
        // What each challenge says is what its own answer's header says: both belong to one server.
        Assert.All(result.Observation.Challenges, c => Assert.Equal(c.FrontEndServer, c.NetBiosComputerName));
    }

    [PeerFact("apache2")]
    public async Task Two_servers_behind_one_name_are_compared()
    {
        int port = FreePort.Next();
        using ApacheFrontEnd one = new(new FrontEndOptions { ComputerName = "CAS1", Certificate = Probe.Good, ListenOn = new IPEndPoint(IPAddress.Parse("127.0.0.1"), port) });
        using ApacheFrontEnd two = new(new FrontEndOptions { ComputerName = "CAS2", Certificate = Probe.Good, ListenOn = new IPEndPoint(IPAddress.Parse("127.0.0.2"), port) });
        EndpointResult[] results = await Probe.JudgeAsync(Probe.Options, Probe.Target(port, [one.EndPoint.Address, two.EndPoint.Address]));
        Assert.Equal(["CAS1", "CAS2"], results.Select(r => r.Server));
        Assert.All(results, Probe.AssertHealthy);
        Assert.Equal("CAS2", Assert.Single(results[0].Observation.Siblings).Server);
        Assert.Equal(CheckOutcome.Passed, results[0].Check("Same certificate").Outcome);
        Assert.False(results[0].Has("MRS1020"));
    }

    [PeerFact("apache2")]
    public async Task The_session_probes_a_pasted_address_and_judges_what_it_saved_once_more()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = CertificateAuthority.Trusted.Issue("127.0.0.1") });
        EndpointInputs inputs = new();
        inputs.AddText(server.EndPoint.ToString(), [], []);
        List<EndpointResult> results = [];
        await new EndpointSession(new EndpointProbe(Probe.Options), ShippedRules.Patient).RunAsync(inputs, ordered: true, results.Add, default);
        EndpointResult result = Assert.Single(results);
        Probe.AssertHealthy(result);
        Assert.Equal(EndpointRoute.Name, result.Route);
        Assert.Equal("CAS1", result.Server);
        EndpointResult again = ShippedRules.Patient.Judge(result.Observation);
        Assert.Equal(result.Checks.Select(c => c.ToString()), again.Checks.Select(c => c.ToString()));
        Assert.Equal(result.Findings.Select(f => f.Message), again.Findings.Select(f => f.Message));
    }
}
