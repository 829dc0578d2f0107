using System;
using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.RulePacks.Tests;

/// <summary>Whole observations against the shipped packs: what comes out, and nothing else.</summary>
public class EndpointJudgementTests
{
    private static readonly EndpointAnalyzer Analyzer = new(new RuleEngine(ShippedPacks.Load.Packs, FactCatalogs.Default));

    public static TheoryData<string> Healthy => new("2010", "2013", "2019", "agent", "logon");

    [Theory]
    [MemberData(nameof(Healthy))]
    public void J3_a_healthy_endpoint_gives_nothing_above_information_and_says_so(string sample)
    {
        EndpointResult result = Analyzer.Judge(Sample(sample));
        Assert.All(result.Findings, f => Assert.True(f.Severity == Severity.Information, f.ToString()));
        Finding line = Assert.Single(result.Findings, f => f.RuleId == BuiltInFindings.NothingNeedsActionId);
        Assert.Equal(result.Address.Length > 0 ? $"{result.HostName} [{result.Address}]" : result.HostName, line.Subject);
        Assert.DoesNotContain(result.Findings, f => f.RuleId == BuiltInFindings.RulesNotEvaluatedId);
        Assert.Equal(sample == "agent" ? CheckOutcome.NotTested : CheckOutcome.Passed, result.Outcome);
        Assert.Null(sample == "agent" ? null : result.StoppedAt);
    }

    [Fact]
    public void J3_the_line_says_what_was_seen_and_that_a_logon_decides_the_rest()
    {
        EndpointResult result = Analyzer.Judge(Healthy2019());
        Assert.Equal("401 from EX01 in 34 ms, offers Negotiate, NTLM. Whether MRS Proxy is enabled cannot be seen without a logon.", result.Message);
        Assert.Equal("EX01", result.Server);
        Assert.EndsWith("nothing that needs action. " + result.Message, result.Findings.Single(f => f.RuleId == "MRS0002").Message, StringComparison.Ordinal);
        Assert.Contains("The logon was accepted", Analyzer.Judge(Healthy2019().WithLogon(200)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void J5_an_agents_name_is_explained_and_never_failed()
    {
        EndpointResult result = Analyzer.Judge(HybridAgent());
        Assert.Equal(["MRS1080", "MRS0002"], result.Findings.Select(f => f.RuleId));
        Assert.Equal(CheckOutcome.NotTested, result.Outcome);
        Assert.Null(result.StoppedAt);
        Assert.StartsWith("The name belongs to the Hybrid Agent", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, "Apache", "MRS7004")]
    [InlineData(403, "nginx", "MRS7003")]
    [InlineData(405, "nginx", "MRS7005")]
    [InlineData(413, "nginx", "MRS7006")]
    [InlineData(500, "Microsoft-IIS/10.0", "MRS7007")]
    [InlineData(501, "", "MRS7008")]
    [InlineData(502, "nginx", "MRS7009")]
    [InlineData(503, "Microsoft-HTTPAPI/2.0", "MRS7010")]
    [InlineData(503, "", "MRS7010")]
    [InlineData(504, "nginx", "MRS7011")]
    [InlineData(400, "Microsoft-HTTPAPI/2.0", "MRS7012")]
    [InlineData(302, "nginx", "MRS7013")]
    [InlineData(440, "Microsoft-IIS/10.0", "MRS7013")]
    [InlineData(200, "nginx", "MRS7034")]
    [InlineData(429, "cloudflare", "MRS7036")]
    public void J4_an_answer_without_a_logon_is_one_error_of_the_rule_that_also_judges_reports(int status, string server, string rule)
    {
        EndpointObservation o = Healthy2019().Answering(status, server);
        EndpointResult result = Analyzer.Judge(o);
        Finding finding = Assert.Single(result.Findings, f => f.Severity > Severity.Information);
        Assert.Equal((rule, Severity.Error, FindingRole.Cause), (finding.RuleId, finding.Severity, finding.Role));
        Assert.Equal((CheckOutcome.Failed, EndpointStage.Http), (result.Outcome, result.StoppedAt));
        Assert.Equal($"{finding.Title} ({rule}).", result.Message);
        Assert.DoesNotContain("{", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("this text", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CallEnd.TimedOut, "MRS7015")]
    [InlineData(CallEnd.Unreachable, "MRS7015")]
    [InlineData(CallEnd.Refused, "MRS7016")]
    [InlineData(CallEnd.Reset, "MRS7018")]
    [InlineData(CallEnd.Failed, "MRS7036")]
    public void J4_a_connection_that_fails_is_one_error(CallEnd end, string rule)
    {
        EndpointResult result = Analyzer.Judge(Healthy2019().Unconnected(end));
        Assert.Equal(rule, Assert.Single(result.Findings, f => f.Severity > Severity.Information).RuleId);
        Assert.Equal((CheckOutcome.Failed, EndpointStage.Tcp), (result.Outcome, result.StoppedAt));
    }

    [Theory]
    [InlineData("hairpin")]
    [InlineData("noRoute")]
    public void J13_what_cannot_be_tried_from_here_is_not_tested(string reason)
    {
        EndpointResult result = Analyzer.Judge(Healthy2019().Unconnected(CallEnd.TimedOut, reason));
        Assert.DoesNotContain(result.Findings, f => f.Severity > Severity.Information);
        Assert.Equal((CheckOutcome.NotTested, EndpointStage.Tcp, "Not tested: it cannot be tried from here."), (result.Outcome, result.StoppedAt, result.Message));
    }

    [Fact]
    public void J13_from_inside_the_same_silence_is_less_sure_and_the_test_from_outside_is_printed()
    {
        EndpointObservation o = Healthy2019().Unconnected(CallEnd.TimedOut);
        o.Vantage = EndpointVantage.Internal;
        Assert.Equal(Confidence.Low, Analyzer.Judge(o).Findings.Single(f => f.RuleId == "MRS7015").Confidence);
        EndpointObservation healthy = Healthy2019();
        healthy.Vantage = EndpointVantage.Internal;
        Assert.Contains("Test-MigrationServerAvailability -ExchangeRemoteMove -RemoteServer mail.contoso.com", Analyzer.Judge(healthy).Findings.Single(f => f.RuleId == "MRS1081").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void J10_403_after_a_logon_at_IIS_of_2013_or_later_is_sure_and_the_way_ended_there()
    {
        EndpointResult result = Analyzer.Judge(Healthy2019().WithLogon(403));
        Finding finding = Assert.Single(result.Findings, f => f.Severity > Severity.Information);
        Assert.Equal(("MRS7003", Confidence.High, EndpointStage.Logon), (finding.RuleId, finding.Confidence, result.StoppedAt));
        Assert.Equal(Confidence.Low, Analyzer.Judge(Healthy2010().WithLogon(403, "Microsoft-IIS/7.5")).Findings.Single(f => f.RuleId == "MRS7003").Confidence);
    }

    [Fact]
    public void J14_501_only_with_Expect_is_proof()
    {
        EndpointObservation o = Healthy2019();
        Exchange(o, ExchangePurpose.ExpectBodyHeldBack).Status = 501;
        Finding finding = Assert.Single(Analyzer.Judge(o).Findings, f => f.Severity > Severity.Information);
        Assert.Equal(("MRS7008", Confidence.High), (finding.RuleId, finding.Confidence));
    }

    [Fact]
    public void J16_needs_all_of_its_signs_and_is_then_one_finding()
    {
        EndpointObservation o = Healthy2019().WithLogon(401);
        o.Route = EndpointRoute.Via;
        o.Siblings =
        [
            new SiblingObservation
            {
                Route = EndpointRoute.Direct, Address = "192.168.4.11", CertificateSha256 = "DD44", LogonStatus = 200, GetStatus = 401, AuthenticationSchemes = ["ntlm"],
                ExtendedProtection = "allow",
            },
        ];
        Assert.Equal([("MRS1030", Confidence.High)], Bad());
        o.Siblings[0].ExtendedProtection = "";
        Assert.Equal([("MRS1031", Confidence.Medium)], Bad());
        o.Siblings[0].ExtendedProtection = "Allow";
        o.Siblings[0].CertificateSha256 = "AA11";
        Assert.Equal([("MRS1031", Confidence.Medium)], Bad());
        o.Siblings[0].LogonStatus = 401;
        Assert.Equal([("MRS7001", Confidence.Medium)], Bad());

        (string, Confidence)[] Bad() => [.. Analyzer.Judge(o).Findings.Where(f => f.Severity > Severity.Information).Select(f => (f.RuleId, f.Confidence))];
    }

    [Fact]
    public void The_directory_is_judged_with_its_server_as_the_subject()
    {
        EndpointObservation o = Healthy2019();
        o.Configuration = new VirtualDirectory { Server = "EX01", MrsProxyEnabled = false, WindowsAuthentication = true, BasicAuthentication = true, ExternalUrl = "https://mail.contoso.com/EWS/Exchange.asmx" };
        EndpointResult result = Analyzer.Judge(o);
        Finding finding = Assert.Single(result.Findings, f => f.Severity > Severity.Information);
        Assert.Equal(("MRS6004", "EX01", CheckOutcome.Warning), (finding.RuleId, finding.Subject, result.Outcome));
        o.IsFirst = false;
        Assert.DoesNotContain(Analyzer.Judge(o).Findings, f => f.RuleId == "MRS6004");
    }

    [Fact]
    public void A_certificate_that_is_wrong_is_one_finding_and_does_not_hide_what_lies_behind_it()
    {
        EndpointObservation o = Healthy2019();
        (o.Tls.IsTrusted, o.Tls.ChainErrors, o.Tls.Certificates[0].NotAfter) = (false, ["NotTimeValid"], Start.AddDays(-3));
        EndpointResult result = Analyzer.Judge(o);
        Assert.Equal("MRS1012", Assert.Single(result.Findings, f => f.Severity > Severity.Information).RuleId);
        Assert.Equal((CheckOutcome.Failed, null), (result.Outcome, result.StoppedAt));
    }

    [Fact]
    public void Without_rules_a_check_that_failed_still_needs_action()
    {
        EndpointResult result = new EndpointAnalyzer(new RuleEngine([], FactCatalogs.Default)).Judge(Healthy2019().Unconnected(CallEnd.Refused));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal(("MRS0005", Severity.Error), (finding.RuleId, finding.Severity));
        Assert.Equal(CheckOutcome.Failed, result.Outcome);
    }

    [Fact]
    public void An_empty_observation_is_answered()
    {
        EndpointResult result = Analyzer.Judge(new EndpointObservation { Host = "mail.contoso.com", Uri = "https://mail.contoso.com/EWS/mrsproxy.svc" });
        Assert.Equal(CheckOutcome.NotTested, result.Outcome);
        Assert.NotEmpty(result.Findings);
        Assert.NotEqual("", result.Message);
    }

    private static EndpointObservation Sample(string name) => name switch
    {
        "2010" => Healthy2010(),
        "2013" => Healthy2013(),
        "agent" => HybridAgent(),
        "logon" => Healthy2019().WithLogon(200),
        _ => Healthy2019(),
    };
}
