using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.Probing;

/// <summary>J15 against a real NTLM server: Apache with gss-ntlmssp.</summary>
public sealed class LogonTests
{
    [PeerTheory("apache2")]
    [InlineData("NTLM")]
    [InlineData("Negotiate")]
    [InlineData("Basic")]
    public async Task The_right_password_is_taken_by_each_scheme(string scheme)
    {
        using ApacheFrontEnd server = Start(new FrontEndOptions { Offers = OfferedSchemes.Negotiate | OfferedSchemes.Ntlm | OfferedSchemes.Basic, AfterLogon = AfterLogon.ServicePage });
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, With(server.Credential) with { Authentication = scheme });
        Assert.Equal(["get", "expectPost"], observation.Logons.Select(logon => logon.Kind));
        Assert.All(observation.Logons, logon => Assert.Equal((CallEnd.Succeeded, "", 200, scheme, true), (logon.End, logon.Error, logon.Status, logon.Scheme, logon.WasAsked)));
        Assert.All(observation.Logons, logon => Assert.Contains("MRSProxy Service", logon.Body));
        Assert.DoesNotContain(observation.NotTested, note => note.Stage == EndpointStage.Logon);
        Assert.Contains("migration", server.Log);
    }

    [PeerFact("apache2")]
    public async Task The_way_to_an_enabled_service_is_seen_whole()
    {
        using ApacheFrontEnd server = Start(new FrontEndOptions { AfterLogon = AfterLogon.ServicePage });
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, With(new NetworkCredential(@"CONTOSO\migration", "Pa55word!")));
        LogonObservation get = observation.Logons[0];
        Assert.Equal((200, "domainUser", "NTLM"), (get.Status, get.AccountForm, get.Scheme));
        Assert.Contains("MRSProxy Service", get.Body);
        Assert.Contains(get.Headers, header => header.Name == "X-FEServer" && header.Value == "CAS1");
        Assert.Equal(["NTLM", "Negotiate"], observation.Challenges.Select(challenge => challenge.Scheme));
        Assert.All(observation.Challenges, challenge => Assert.Equal(("CAS1", "CONTOSO", "CAS1"), (challenge.NetBiosComputerName, challenge.NetBiosDomainName, challenge.FrontEndServer)));
        Assert.Equal(["negotiate", "ntlm"], RealProbe.Exchange(observation, ExchangePurpose.Get).AuthenticationSchemes);
        Assert.Contains("CAS1.contoso.com", RealProbe.Exchange(observation, ExchangePurpose.HealthCheck).Body);
        // Where the body counts, a 100 comes, and the body is held back until long after it.
        LogonObservation post = observation.Logons[1];
        Assert.Equal((200, true), (post.Status, post.SentBody));
        // Timers may run a little early.
        Assert.True(post.BodyHeldBack > 0.9 * RealProbe.Options.BodyDelay, $"{post.BodyHeldBack}");
        // One logon serves both calls.
        Assert.Equal(1, server.Log.Split('\n').Count(line => line.Contains("\"GET /EWS/mrsproxy.svc HTTP/1.1\" 200", StringComparison.Ordinal)));
    }

    [PeerFact("apache2")]
    public async Task A_server_that_ends_the_connection_with_its_401_is_no_refusal()
    {
        // Apache closes behind a 400, and behind a 401 that comes before the body.
        using ApacheFrontEnd server = Start(new FrontEndOptions { AfterLogon = AfterLogon.Alive });
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, With(server.Credential));
        Assert.Equal((CallEnd.Succeeded, 400), (observation.Logons[0].End, observation.Logons[0].Status));
        Assert.Equal((CallEnd.NotTried, (int?)null), (observation.Logons[1].End, observation.Logons[1].Status));
        Assert.StartsWith("The server ended the connection with its 401", observation.Logons[1].Error);
    }

    [PeerFact("apache2")]
    public async Task A_wrong_password_goes_to_one_server_only()
    {
        using ApacheFrontEnd first = Start(new FrontEndOptions()), second = Start(new FrontEndOptions { ComputerName = "CAS2" });
        NetworkCredential wrong = new("migration", "wrong", "CONTOSO");
        IReadOnlyList<EndpointObservation> all = await RealProbe.AllAsync(With(wrong), RealProbe.Target(first.EndPoint), RealProbe.Target(second.EndPoint));
        EndpointObservation asked = Assert.Single(all, observation => observation.Logons.Length > 0);
        LogonObservation logon = Assert.Single(asked.Logons);
        Assert.Equal(("get", CallEnd.Succeeded, 401), (logon.Kind, logon.End, logon.Status));
        EndpointObservation spared = Assert.Single(all, observation => observation.Logons.Length == 0);
        Assert.Equal("credentialRefusedBefore", RealProbe.Reason(spared, EndpointStage.Logon));
        // Challenges come from both: they need no credential.
        Assert.Equal(["CAS1", "CAS2"], all.Select(observation => observation.Challenges[0].NetBiosComputerName).Order());
    }

    [PeerFact("apache2")]
    public async Task Who_insists_asks_all()
    {
        using ApacheFrontEnd first = Start(new FrontEndOptions()), second = Start(new FrontEndOptions { ComputerName = "CAS2" });
        EndpointProbeOptions options = With(new NetworkCredential("migration", "wrong", "CONTOSO")) with { Force = true };
        IReadOnlyList<EndpointObservation> all = await RealProbe.AllAsync(options, RealProbe.Target(first.EndPoint), RealProbe.Target(second.EndPoint));
        Assert.All(all, observation => Assert.Equal(401, Assert.Single(observation.Logons).Status));
    }

    [PeerFact("apache2")]
    public async Task No_credential_goes_to_a_certificate_that_is_not_trusted_or_not_for_the_name()
    {
        using ApacheFrontEnd stranger = Start(new FrontEndOptions { Certificate = new CertificateAuthority("Stranger").Issue(RealProbe.Host) });
        using ApacheFrontEnd other = Start(new FrontEndOptions { Certificate = CertificateAuthority.Trusted.Issue("www.contoso.com") });
        IReadOnlyList<EndpointObservation> all = await RealProbe.AllAsync(
            With(stranger.Credential), RealProbe.Target(stranger.EndPoint), RealProbe.Target(other.EndPoint));
        Assert.All(all, observation => Assert.Empty(observation.Logons));
        Assert.All(all, observation => Assert.Equal("tlsNotTrusted", RealProbe.Reason(observation, EndpointStage.Logon)));
        // Anonymous exchanges go on all the same.
        Assert.All(all, observation => Assert.Equal(401, RealProbe.Exchange(observation, ExchangePurpose.Get).Status));
        Assert.DoesNotContain("migration", stranger.Log + other.Log);
    }

    [PeerFact("apache2")]
    public async Task A_scheme_that_is_not_offered_is_not_tried()
    {
        using ApacheFrontEnd server = Start(new FrontEndOptions { Offers = OfferedSchemes.Negotiate });
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, With(server.Credential));
        Assert.Empty(observation.Logons);
        Assert.Equal("notOffered", RealProbe.Reason(observation, EndpointStage.Logon));
    }

    [PeerFact("apache2")]
    public async Task No_credential_goes_over_http()
    {
        using ApacheFrontEnd server = new();
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, With(server.Credential), "http");
        Assert.Empty(observation.Logons);
        Assert.Equal("notHttps", RealProbe.Reason(observation, EndpointStage.Logon));
        Assert.Equal("CAS1", observation.Challenges[0].NetBiosComputerName);
    }

    [PeerFact("apache2")]
    public async Task A_disabled_proxy_answers_403_after_the_logon()
    {
        using ApacheFrontEnd server = Start(new FrontEndOptions { AfterLogon = AfterLogon.Disabled });
        EndpointObservation observation = await RealProbe.OneAsync(server.EndPoint, With(server.Credential));
        Assert.Equal(403, observation.Logons[0].Status);
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_balancer_that_refuses_Expect_shows_in_the_logon_too()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { AfterLogon = AfterLogon.ServicePage });
        using HaProxyInFront device = new(new HaProxyOptions
        {
            Servers = [server.AsServer],
            Certificate = CertificateAuthority.Trusted.Issue(RealProbe.Host),
            Frontend = [HaProxyRules.NotImplementedOnExpect],
        });
        EndpointObservation observation = await RealProbe.OneAsync(device.EndPoint, With(server.Credential));
        Assert.Equal([200, 501], observation.Logons.Select(logon => logon.Status ?? 0));
        Assert.False(observation.Logons[1].SentBody);
    }

    private static ApacheFrontEnd Start(FrontEndOptions options) =>
        new(options with { Certificate = options.Certificate ?? CertificateAuthority.Trusted.Issue(RealProbe.Host) });

    private static EndpointProbeOptions With(NetworkCredential credential) => RealProbe.Options with { Credential = credential };
}
