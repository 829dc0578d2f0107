using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>Where a credential goes and where it does not (J15), by what reached the server.</summary>
public sealed class CredentialCareTests
{
    private static readonly NetworkCredential Wrong = new("migration", "wrong", "CONTOSO"), Right = new("migration", "Pa55word!", "CONTOSO");
    private static readonly IPAddress[] Three = [IPAddress.Parse("127.0.0.1"), IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3")];

    [PeerTheory("apache2", "haproxy")]
    [InlineData(false, 1)]
    [InlineData(true, 3)]
    public async Task A_wrong_password_reaches_one_of_three_endpoints_unless_forced(bool force, int logons)
    {
        using ApacheFrontEnd server = new();
        using HaProxyInFront witness = Witness(server);
        EndpointProbeOptions options = Probe.Hasty with { Credential = Wrong, Force = force };
        EndpointResult[] results = await Probe.JudgeAsync(options, [.. Three.Select(a => Probe.Target(witness.EndPoint.Port, [a]))]);
        Assert.Equal(logons, results.Sum(r => r.Observation.Logons.Length));
        Assert.All(results.SelectMany(r => r.Observation.Logons), l => Assert.Equal(401, l.Status));
        await AssertCredentialsAsync(witness, logons, results);
        Assert.Equal(3 - logons, results.Count(r => r.Observation.Reason(EndpointStage.Logon) == "credentialRefusedBefore"));
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_right_password_goes_to_all_of_them()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { AfterLogon = AfterLogon.ServicePage });
        using HaProxyInFront witness = Witness(server);
        EndpointResult[] results = await Probe.JudgeAsync(Probe.Hasty with { Credential = Right }, Probe.Target(witness.EndPoint.Port, Three));
        Assert.All(results, r => Assert.Equal([200, 200], r.Observation.Logons.Select(l => l.Status)));
        // One logon for each: the call with Expect goes over the connection that the plain one has logged on.
        await AssertCredentialsAsync(witness, 3, results);
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_wrong_Basic_password_reaches_one_endpoint()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Offers = OfferedSchemes.Basic | OfferedSchemes.Ntlm });
        using HaProxyInFront witness = Witness(server);
        EndpointResult[] results = await Probe.JudgeAsync(Probe.Hasty with { Credential = Wrong, Authentication = "Basic" }, Probe.Target(witness.EndPoint.Port, Three));
        await AssertCredentialsAsync(witness, 1, results);
        Assert.Equal(1, results.Count(r => r.Observation.Logons.Length == 1));
    }

    [Theory]
    [InlineData("untrusted", "NTLM")]
    [InlineData("wrong name", "NTLM")]
    [InlineData("expired", "NTLM")]
    [InlineData("untrusted", "Basic")]
    [InlineData("http", "NTLM")]
    [InlineData("http", "Basic")]
    public async Task No_credential_goes_where_the_certificate_does_not_vouch_for_the_name(string fault, string scheme)
    {
        AuthorizationLog log = new();
        string offers = RawScripts.Unauthorized.Replace("WWW-Authenticate: NTLM", "WWW-Authenticate: NTLM\r\nWWW-Authenticate: Basic realm=\"x\"", StringComparison.Ordinal);
        using RawServer server = new(log.Script(offers), Certificate(fault));
        EndpointProbeOptions options = Probe.Hasty with { Credential = Right, Authentication = scheme, Force = true };
        EndpointResult result = await Probe.OneAsync(options, Probe.Direct(server.EndPoint, fault == "http" ? "http" : "https"));
        Assert.Empty(result.Observation.Logons);
        Assert.Equal(fault == "http" ? "notHttps" : "tlsNotTrusted", result.Observation.Reason(EndpointStage.Logon));
        Assert.True(log.Requests > 0);
        Assert.Equal(0, AuthorizationLog.Credentials(log.Values));
        // The first NTLM message was sent, so the witness does see Authorization headers.
        Assert.NotEmpty(log.Values);
        // A server behind a device may well have a certificate of its own; that no logon was tried is told.
        Assert.Contains(result.Checks, c => c is { Stage: EndpointStage.Logon, Outcome: CheckOutcome.NotTested });
    }

    [Fact]
    public async Task The_witness_sees_a_credential_that_is_sent()
    {
        AuthorizationLog log = new();
        using RawServer server = new(log.Script(RawScripts.Unauthorized.Replace("NTLM", "Basic realm=\"x\"", StringComparison.Ordinal)), Probe.Good);
        EndpointResult result = await Probe.OneAsync(Probe.Hasty with { Credential = Right, Authentication = "Basic" }, Probe.Direct(server.EndPoint));
        Assert.Equal(1, AuthorizationLog.Credentials(log.Values));
        Assert.Equal(401, Assert.Single(result.Observation.Logons).Status);
    }

    [PeerFact("haproxy")]
    public async Task An_anonymous_403_gives_candidates_and_gets_no_credential()
    {
        using HaProxyInFront device = new(new HaProxyOptions { Certificate = Probe.Good, Frontend = [.. AuthorizationLog.HaProxyLines, "http-request return status 403"] });
        EndpointResult result = await Probe.OneAsync(Probe.Hasty with { Credential = Right }, Probe.Via(device.EndPoint));
        Assert.Equal("notAsked", result.Observation.Reason(EndpointStage.Logon));
        Assert.Empty(AuthorizationLog.OfHaProxy(device.Log));
        Finding finding = result.Finding("MRS7003");
        Assert.True(finding.Confidence == Confidence.Low, result.Tell());
        Assert.DoesNotContain("disabled", finding.Title, StringComparison.OrdinalIgnoreCase);
    }

    private static ServerCertificate? Certificate(string fault) => fault switch
    {
        "untrusted" => new CertificateAuthority("Fabrikam Test").Issue(Probe.Host),
        "wrong name" => CertificateAuthority.Trusted.Issue("www.fabrikam.com"),
        "expired" => CertificateAuthority.Trusted.Expired(Probe.Host),
        _ => null,
    };

    private static HaProxyInFront Witness(ApacheFrontEnd server) => new(new HaProxyOptions
    {
        Servers = [server.AsServer],
        Certificate = Probe.Good,
        Frontend = AuthorizationLog.HaProxyLines,
        ListenOn = new IPEndPoint(IPAddress.Any, FreePort.Next()),
    });

    // A request's line comes when it is over, so a moment after the client saw the answer: the last are awaited, then none may follow.
    private static async Task AssertCredentialsAsync(HaProxyInFront witness, int expected, EndpointResult[] results)
    {
        await Eventually.IsTrueAsync(() => Count() >= expected, () => string.Join("\n\n", results.Select(r => r.Tell())) + witness.Log);
        await Task.Delay(200);
        Assert.True(Count() == expected, witness.Log);

        int Count() => AuthorizationLog.Credentials(AuthorizationLog.OfHaProxy(witness.Log));
    }
}
