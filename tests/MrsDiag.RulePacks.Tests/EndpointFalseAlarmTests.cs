using System;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using MrsDiag.Tests.Shared;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.RulePacks.Tests;

/// <summary>Ordinary situations that look like faults, and faults that look like ordinary answers.</summary>
public class EndpointFalseAlarmTests
{
    private static readonly EndpointAnalyzer Analyzer = new(new RuleEngine(ShippedPacks.Load.Packs, FactCatalogs.Default));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_certificate_of_the_server_itself_behind_a_device_is_no_fault(bool selfSigned)
    {
        EndpointObservation o = Behind(Healthy2019());
        o.Tls.IsTrusted = false;
        o.Tls.NameMatches = false;
        o.Tls.ChainErrors = ["UntrustedRoot"];
        o.Tls.Certificates = [new() { Subject = "CN=EX01", Issuer = selfSigned ? "CN=EX01" : "CN=Own CA", Names = ["EX01"], IsSelfSigned = selfSigned, NotBefore = Start.AddDays(-1), NotAfter = Start.AddDays(900), Sha256 = "EE" }];
        EndpointResult result = Analyzer.Judge(o);
        Assert.All(result.Findings, f => Assert.Equal(Severity.Information, f.Severity));
        Assert.Equal(CheckOutcome.Passed, result.Outcome);
        Assert.Contains("MRS1017", result.Findings.Select(f => f.RuleId));
    }

    [Fact]
    public void An_expired_certificate_behind_a_device_is_a_warning_and_at_the_name_an_error()
    {
        Assert.Equal([("MRS1012", Severity.Warning)], Bad(Behind(Expired())));
        Assert.Equal([("MRS1012", Severity.Error)], Bad(Expired()));

        static EndpointObservation Expired()
        {
            EndpointObservation o = Healthy2019();
            o.Tls.IsTrusted = false;
            o.Tls.ChainErrors = ["NotTimeValid"];
            o.Tls.Certificates[0].NotAfter = Start.AddDays(-3);
            return o;
        }
    }

    [Fact]
    public void J14_a_400_of_IIS_to_the_empty_envelope_after_the_logon_refuses_no_Expect()
    {
        EndpointObservation o = WithPost(Healthy2019().WithLogon(200), 400);
        Assert.Empty(Bad(o));
        Assert.Equal(CheckOutcome.Passed, Analyzer.Judge(o).Checks.Single(c => c.Stage == EndpointStage.Expect).Outcome);
        // What takes the body for a request of its own says 400 as well.
        o.Logons[1].Headers = [];
        Assert.Empty(Bad(o));
        Assert.Equal(CheckOutcome.NotTested, Analyzer.Judge(o).Checks.Single(c => c.Stage == EndpointStage.Expect).Outcome);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public void J14_an_error_of_the_WS_Security_address_refuses_no_Expect(int status)
    {
        EndpointObservation o = Healthy2019();
        HttpExchange call = new() { Purpose = ExchangePurpose.ExpectWsSecurity, Method = "POST", End = CallEnd.Succeeded, Status = status, SentExpect = true };
        o.Exchanges = [.. o.Exchanges, call];
        Assert.Empty(Bad(o));
        call.Status = 501;
        Assert.Equal([("MRS7008", Severity.Error)], Bad(o));
    }

    [Theory]
    [InlineData(403, "MRS7003")]
    [InlineData(408, "MRS7036")]
    [InlineData(503, "MRS7010")]
    public void Any_error_that_comes_only_with_Expect_is_told(int status, string rule)
    {
        EndpointObservation o = Healthy2019();
        Exchange(o, ExchangePurpose.ExpectBodyHeldBack).Status = status;
        EndpointResult result = Analyzer.Judge(o);
        Assert.Equal([(rule, Severity.Error)], Bad(o));
        Assert.Equal($"POST with Expect, body held back was answered {status}, without Expect 401", result.Checks.Single(c => c.Outcome == CheckOutcome.Failed).Detail);
        // Not so where the same call without Expect ends alike.
        Exchange(o, ExchangePurpose.BodyHeldBack).Status = status;
        Assert.Empty(Bad(o));
    }

    [Fact]
    public void A_GET_with_credentials_that_is_refused_by_its_method_leaves_the_word_to_POST()
    {
        EndpointObservation o = WithPost(Healthy2010().WithLogon(405, "Microsoft-IIS/7.5"), 400);
        Assert.Empty(Bad(o));
        o.Logons[1].Status = 405;
        Assert.Equal([("MRS7005", Severity.Error)], Bad(o));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(302)]
    public void A_logon_works_is_not_said_beside_an_error_of_the_same_call(int status) =>
        Assert.DoesNotContain("MRS1061", Analyzer.Judge(Healthy2019().WithLogon(status)).Findings.Select(f => f.RuleId));

    [Fact]
    public void Without_a_sign_of_2013_an_unhealthy_healthcheck_says_nothing()
    {
        EndpointObservation o = Healthy2010();
        Exchange(o, ExchangePurpose.HealthCheck).Status = 503;
        Assert.Empty(Bad(o));
    }

    [Fact]
    public void Plain_http_that_leads_to_https_is_one_finding()
    {
        EndpointObservation o = Healthy2019().Answering(302, "Microsoft-IIS/10.0", ("Location", "https://mail.contoso.com/EWS/mrsproxy.svc"));
        o.Uri = "http://mail.contoso.com/EWS/mrsproxy.svc";
        o.Tls = new();
        Assert.Equal([("MRS1021", Severity.Error)], Bad(o));
    }

    [Fact]
    public void J3_a_split_DNS_is_told_once()
    {
        EndpointObservation o = Healthy2019();
        (o.Address, o.Dns.Addresses, o.Vantage) = ("10.1.1.1", ["10.1.1.1"], EndpointVantage.Internal);
        string[] ids = [.. Analyzer.Judge(o).Findings.Select(f => f.RuleId)];
        Assert.Contains("MRS1003", ids);
        Assert.DoesNotContain("MRS1002", ids);
    }

    [Fact]
    public void J16_setting_certificate_and_logon_must_be_those_of_one_server()
    {
        EndpointObservation o = Healthy2019().WithLogon(401);
        SiblingObservation same = new() { Route = EndpointRoute.Direct, Address = "192.168.4.11", CertificateSha256 = "AA11", LogonStatus = 200, GetStatus = 401, ExtendedProtection = "None" };
        SiblingObservation other = new() { Route = EndpointRoute.Direct, Address = "192.168.4.12", CertificateSha256 = "DD44", LogonStatus = 401, GetStatus = 401, ExtendedProtection = "Allow" };
        o.Siblings = [same, other];
        Assert.Equal([("MRS1031", Severity.Error)], Bad(o));
        other.LogonStatus = 200;
        Assert.Equal([("MRS1030", Severity.Error)], Bad(o));
    }

    [Fact]
    public void What_could_not_be_tested_is_not_called_free_of_action()
    {
        Finding line = Analyzer.Judge(Healthy2019().Unconnected(CallEnd.TimedOut, "hairpin")).Findings.Single(f => f.RuleId == BuiltInFindings.NothingNeedsActionId);
        Assert.Equal("Nothing wrong was seen, but the endpoint could not be tested", line.Title);
    }

    [Fact]
    public void A_server_that_is_silent_after_the_handshake_stops_the_way_at_HTTP_whatever_its_certificate()
    {
        EndpointObservation o = Healthy2019();
        (o.Tls.IsTrusted, o.Tls.ChainErrors, o.Challenges) = (false, ["UntrustedRoot"], []);
        foreach (HttpExchange exchange in o.Exchanges)
            (exchange.End, exchange.Status, exchange.AuthenticationSchemes) = (CallEnd.TimedOut, null, []);
        Assert.Equal(EndpointStage.Http, Analyzer.Judge(o).StoppedAt);
    }

    private static EndpointObservation Behind(EndpointObservation o)
    {
        (o.Route, o.Address, o.Vantage) = (EndpointRoute.Direct, "192.168.4.11", EndpointVantage.Internal);
        return o;
    }

    private static EndpointObservation WithPost(EndpointObservation o, int status)
    {
        o.WithLogon(status, o.Logons[0].Headers[0].Value);
        LogonObservation post = o.Logons[1];
        (post.Kind, post.SentBody, post.BodyHeldBack) = ("expectPost", true, TimeSpan.FromSeconds(5));
        return o;
    }

    private static (string, Severity)[] Bad(EndpointObservation o) =>
        [.. Analyzer.Judge(o).Findings.Where(f => f.Severity > Severity.Information).Select(f => (f.RuleId, f.Severity))];
}
