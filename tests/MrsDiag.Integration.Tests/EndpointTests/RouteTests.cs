using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Integration.Tests.EndpointTests.Support;
using Xunit;

namespace MrsDiag.Integration.Tests.EndpointTests;

/// <summary>The same server through a device in front and directly, compared in one run.</summary>
public sealed class RouteTests
{
    private static readonly IPAddress Server = IPAddress.Parse("127.0.0.1"), Device = IPAddress.Parse("127.0.0.2");

    [PeerTheory("apache2", "haproxy")]
    [InlineData(HaProxyRules.NotImplementedOnExpect)]
    [InlineData(HaProxyRules.ExpectationFailed)]
    public async Task Expect_refused_through_the_balancer_and_not_directly_names_the_place(string rule)
    {
        using Pair pair = new(rule: rule);
        (EndpointResult direct, EndpointResult via) = await pair.JudgeAsync(Probe.Options);
        Probe.AssertHealthy(direct);
        Assert.Equal(Confidence.High, via.Finding("MRS7008").Confidence);
        Assert.Contains("127.0.0.1", via.Finding("MRS1033").Message, StringComparison.Ordinal);
        Assert.Equal(EndpointRoute.Via, via.Route);
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_form_in_front_of_a_healthy_server_lies_between_them()
    {
        using Pair pair = new(rule: HaProxyRules.RedirectToAdfs);
        (EndpointResult direct, EndpointResult via) = await pair.JudgeAsync(Probe.Options);
        Probe.AssertHealthy(direct);
        Assert.True(via.Has("MRS1032") && via.Has("MRS7013"), via.Tell());
    }

    [PeerFact("apache2", "haproxy")]
    public async Task A_bridging_device_with_another_certificate_is_told_and_no_fault_while_the_logon_works()
    {
        using Pair pair = new(CertificateAuthority.Trusted.Issue(Probe.Host));
        (EndpointResult direct, EndpointResult via) = await pair.JudgeAsync(Probe.Hasty with { Credential = pair.Credential });
        Assert.NotEqual(direct.Observation.Tls.Certificates[0].Sha256, via.Observation.Tls.Certificates[0].Sha256);
        Assert.Equal(via.Observation.Tls.Certificates[0].Sha256, Assert.Single(direct.Observation.Siblings).CertificateSha256);
        Probe.AssertHealthy(via);
        Assert.True(via.Has("MRS1020") && via.Has("MRS1061") && !via.Has("MRS1030"), via.Tell());
    }

    [PeerFact("apache2", "haproxy")]
    public async Task The_same_certificate_on_both_is_no_finding()
    {
        using Pair pair = new();
        (_, EndpointResult via) = await pair.JudgeAsync(Probe.Options);
        Assert.False(via.Has("MRS1020"), via.Tell());
        Assert.Equal(CheckOutcome.Passed, via.Check("Same certificate").Outcome);
    }

    [PeerTheory("apache2", "haproxy")]
    [InlineData("Require", true, true)]
    [InlineData("Allow", true, true)]
    [InlineData("None", true, false)]
    [InlineData("Require", false, false)]
    public async Task Extended_Protection_is_certain_only_where_setting_certificate_and_logons_say_so(string setting, bool otherCertificate, bool isCertain)
    {
        // The logon goes to another server with another password through the device: the same symptom as a channel binding that does not fit.
        using Pair pair = new(otherCertificate ? CertificateAuthority.Trusted.Issue(Probe.Host) : null, passwordBehindDevice: "Another1!");
        VirtualDirectory directory = new() { Identity = @"CAS1\EWS (Default Web Site)", Server = "CAS1", MrsProxyEnabled = true, ExtendedProtection = setting };
        EndpointTarget target = pair.Target with { Via = [new PinnedServer(Device.ToString(), directory)] };
        EndpointResult[] results = await Probe.JudgeAsync(Probe.Hasty with { Credential = pair.Credential, Force = true }, target);
        EndpointResult via = results.Single(r => r.Route == EndpointRoute.Via), direct = results.Single(r => r.Route == EndpointRoute.Direct);
        Assert.Equal(200, direct.Observation.Logons[0].Status);
        Assert.Equal(401, Assert.Single(via.Observation.Logons).Status);
        Assert.Equal(isCertain, via.Has("MRS1030"));
        Assert.Equal(!isCertain, via.Has("MRS1031"));
        Assert.All(via.Findings.Where(f => f.RuleId is "MRS1030"), f => Assert.Equal(Confidence.High, f.Confidence));
        Assert.All(via.Findings.Where(f => f.RuleId is "MRS1031"), f => Assert.True(f.Confidence < Confidence.High));
    }

    /// <summary>A front end on 127.0.0.1 and a balancer before it on 127.0.0.2, on one port.</summary>
    private sealed class Pair : IDisposable
    {
        private readonly ApacheFrontEnd _server;
        private readonly ApacheFrontEnd? _behind;
        private readonly HaProxyInFront _device;

        public Pair(ServerCertificate? certificateOfDevice = null, string? rule = null, string? passwordBehindDevice = null)
        {
            int port = FreePort.Next();
            _server = new ApacheFrontEnd(new FrontEndOptions { Certificate = Probe.Good, AfterLogon = AfterLogon.ServicePage, ListenOn = new IPEndPoint(Server, port) });
            _behind = passwordBehindDevice is null ? null : new ApacheFrontEnd(new FrontEndOptions { Password = passwordBehindDevice });
            _device = new HaProxyInFront(new HaProxyOptions
            {
                Servers = [(_behind ?? _server).AsServer],
                Certificate = certificateOfDevice ?? Probe.Good,
                Frontend = rule is null ? [] : [rule],
                ListenOn = new IPEndPoint(Device, port),
            });
            Target = Probe.Target(port, [Server], [Device]);
        }

        public EndpointTarget Target { get; }

        public NetworkCredential Credential => _server.Credential;

        public async Task<(EndpointResult Direct, EndpointResult Via)> JudgeAsync(EndpointProbeOptions options)
        {
            EndpointResult[] results = await Probe.JudgeAsync(options, Target);
            return (results.Single(r => r.Route == EndpointRoute.Direct), results.Single(r => r.Route == EndpointRoute.Via));
        }

        public void Dispose()
        {
            _device.Dispose();
            _behind?.Dispose();
            _server.Dispose();
        }
    }
}
