using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.Core.Tests.Endpoints;

public class EndpointChecksTests
{
    public static TheoryData<string> Samples => new(All.Keys);

    private static IReadOnlyDictionary<string, Func<EndpointObservation>> All { get; } = new Dictionary<string, Func<EndpointObservation>>
    {
        ["2019"] = Healthy2019,
        ["2013"] = Healthy2013,
        ["2010"] = Healthy2010,
        ["agent"] = HybridAgent,
        ["refused"] = () => Healthy2019().Unconnected(CallEnd.Refused),
        ["empty"] = () => new EndpointObservation { Host = "mail.contoso.com", Uri = "https://mail.contoso.com/EWS/mrsproxy.svc" },
        ["logon"] = () => Healthy2019().WithLogon(200),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_stage_has_a_check_in_order_and_every_check_says_something(string sample)
    {
        EndpointCheck[] checks = EndpointChecks.Of(All[sample]());
        Assert.Equal(Enumerable.Range(0, 10).Select(i => (EndpointStage)i), checks.Select(c => c.Stage).Distinct());
        Assert.All(checks, c => Assert.False(string.IsNullOrWhiteSpace(c.Detail) || string.IsNullOrWhiteSpace(c.Name) || c.Detail.IndexOf('\n') >= 0, c.ToString()));
    }

    [Theory]
    [InlineData("2019")]
    [InlineData("2013")]
    [InlineData("2010")]
    [InlineData("agent")]
    [InlineData("logon")]
    [InlineData("empty")]
    public void A_healthy_or_unknown_endpoint_has_no_check_that_is_not_in_order(string sample) =>
        Assert.DoesNotContain(EndpointChecks.Of(All[sample]()), c => c.Outcome > CheckOutcome.NotTested);

    [Fact]
    public void The_lines_name_the_numbers()
    {
        EndpointObservation o = Healthy2019();
        o.Dns.Addresses = ["203.0.113.7", "203.0.113.8", "203.0.113.9"];
        o.Dns.QueryAddresses = o.Dns.Addresses;
        string[] details = [.. EndpointChecks.Of(o).Select(c => c.Detail)];
        Assert.Contains("3 addresses: 203.0.113.7, 203.0.113.8, 203.0.113.9; TTL 300 s", details);
        Assert.Contains("192.0.2.53:53 says the same", details);
        Assert.Contains("connected to port 443 in 12 ms", details);
        Assert.Contains("TLS 1.3, TLS_AES_256_GCM_SHA384 in 25 ms", details);
        Assert.Contains("TLS 1.0 refused, TLS 1.1 refused, TLS 1.2 accepted, TLS 1.3 accepted", details);
        Assert.Contains("CN=mail.contoso.com, valid until 2024-11-17 (200 days); names mail.contoso.com, autodiscover.contoso.com; covers mail.contoso.com", details);
        Assert.Contains("2 certificates sent, trusted here; issued by CN=Public CA 1", details);
        Assert.Contains("401 in 34 ms, offers Negotiate, NTLM; Microsoft-IIS/10.0", details);
        Assert.Contains("EX01 of domain CONTOSO, Windows 10.0.17763, clock in step, by NTLM", details);
        Assert.Contains("healthy, EX01.contoso.com in 20 ms", details);
        Assert.Contains("no credentials were given", details);
    }

    [Fact]
    public void A_logon_names_scheme_account_form_and_meaning()
    {
        EndpointCheck Logon(int status) => EndpointChecks.Of(Healthy2019().WithLogon(status)).Single(c => c.Stage == EndpointStage.Logon);
        Assert.Equal((CheckOutcome.Passed, @"NTLM, account as DOMAIN\user: 200 in 90 ms, the logon was accepted and the service answers"), (Logon(200).Outcome, Logon(200).Detail));
        Assert.Equal((CheckOutcome.Failed, @"NTLM, account as DOMAIN\user: 401 in 90 ms, the logon was refused"), (Logon(401).Outcome, Logon(401).Detail));
        Assert.Equal((CheckOutcome.Failed, @"NTLM, account as DOMAIN\user: 403 in 90 ms, the logon was accepted and the call then forbidden"), (Logon(403).Outcome, Logon(403).Detail));
    }

    [Fact]
    public void A_logon_that_nobody_asked_for_decides_nothing()
    {
        EndpointObservation o = Healthy2019().WithLogon(200);
        o.Logons[0].WasAsked = false;
        Assert.Equal(CheckOutcome.NotTested, EndpointChecks.Of(o).Single(c => c.Stage == EndpointStage.Logon).Outcome);
    }

    [Fact]
    public void Certificates_that_are_wrong_fail_their_check()
    {
        EndpointCheck Certificate(Action<EndpointObservation> change, string name)
        {
            EndpointObservation o = Healthy2019();
            change(o);
            return EndpointChecks.Of(o).Single(c => c.Name == name);
        }
        Assert.Equal("CN=mail.contoso.com, expired 2024-04-30; names mail.contoso.com, autodiscover.contoso.com; covers mail.contoso.com",
            Certificate(o => o.Tls.Certificates[0].NotAfter = Start.AddDays(-1), "Certificate").Detail);
        Assert.Equal(CheckOutcome.Failed, Certificate(o => o.Tls.Certificates[0].NotAfter = Start.AddDays(-1), "Certificate").Outcome);
        Assert.Equal(CheckOutcome.Failed, Certificate(o => o.Tls.Certificates[0].NotBefore = Start.AddDays(1), "Certificate").Outcome);
        Assert.Equal(CheckOutcome.Failed, Certificate(o => o.Tls.NameMatches = false, "Certificate").Outcome);
        Assert.Equal(CheckOutcome.Warning, Certificate(o => o.Tls.IntermediateMissing = true, "Chain").Outcome);
        Assert.Equal(CheckOutcome.Failed, Certificate(o => (o.Tls.IsTrusted, o.Tls.ChainErrors) = (false, ["UntrustedRoot"]), "Chain").Outcome);
        Assert.Equal("another one on 203.0.113.8; that matters with Extended Protection",
            Certificate(o => o.Siblings = [new SiblingObservation { Address = "203.0.113.8", CertificateSha256 = "DD44" }], "Same certificate").Detail);
    }

    [Fact]
    public void Autodiscover_is_reported_step_by_step_and_fails_only_when_no_step_leads_anywhere()
    {
        EndpointObservation o = Healthy2019();
        o.Autodiscover =
        [
            new AutodiscoverStep { Kind = "domain", Target = "https://contoso.com/autodiscover/autodiscover.xml", End = CallEnd.TimedOut },
            new AutodiscoverStep { Kind = "autodiscover", Target = "https://autodiscover.contoso.com/autodiscover/autodiscover.xml", End = CallEnd.Succeeded, Status = 401, LeadsTo = "autodiscover.contoso.com" },
        ];
        EndpointCheck[] steps = [.. EndpointChecks.Of(o).Where(c => c.Stage == EndpointStage.Autodiscover)];
        Assert.Equal([(CheckOutcome.NotTested, "got no answer in time"), (CheckOutcome.Passed, "leads to autodiscover.contoso.com; answered 401")], steps.Select(s => (s.Outcome, s.Detail)));
        o.Autodiscover[1].LeadsTo = "";
        Assert.All(EndpointChecks.Of(o).Where(c => c.Stage == EndpointStage.Autodiscover), c => Assert.Equal(CheckOutcome.Failed, c.Outcome));
    }

    [Fact]
    public void The_virtual_directory_is_told_beside_the_wire()
    {
        EndpointObservation o = Healthy2019();
        o.Configuration = new VirtualDirectory { Server = "EX01", MrsProxyEnabled = true, WindowsAuthentication = true, BasicAuthentication = false, ExtendedProtection = "Allow" };
        EndpointCheck Check() => EndpointChecks.Of(o).Single(c => c.Stage == EndpointStage.Configuration);
        Assert.Equal((CheckOutcome.Passed, "MRSProxyEnabled on, Windows authentication on, Basic off, Extended Protection Allow"), (Check().Outcome, Check().Detail));
        o.Configuration.MrsProxyEnabled = false;
        Assert.Equal(CheckOutcome.Warning, Check().Outcome);
        o.Configuration = new VirtualDirectory { Server = "EX01", MrsProxyEnabled = true, WindowsAuthentication = false, AdPropertiesOnly = true };
        Assert.Equal((CheckOutcome.Passed, "MRSProxyEnabled on, authentication not known, since it was read with -ADPropertiesOnly"), (Check().Outcome, Check().Detail));
    }
}
