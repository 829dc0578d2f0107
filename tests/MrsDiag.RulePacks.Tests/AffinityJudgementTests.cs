using System;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.RulePacks.Tests;

/// <summary>Whole affinity tests against the shipped packs: what comes out, and nothing else.</summary>
public class AffinityJudgementTests
{
    private static readonly AffinityAnalyzer Analyzer = new(new RuleEngine(ShippedPacks.Load.Packs, FactCatalogs.Default));

    public static TheoryData<string> Healthy => new("2010", "2010 source", "2013", "2019 without affinity", "2019 round robin", "agent", "times");

    private static AffinityObservation Sample(string name)
    {
        AffinityObservation o = OneServer();
        switch (name)
        {
            case "2010":
                return o.Given("14.3.224.1", "CAS1", "CAS2");
            case "2010 source":
                return o.With(AffinityVariant.SecondSource, Times("CAS2", 6)).Given("Version 14.3 (Build 123.4)");
            case "2013":
                return OneServer("EX01").Modern("15.0.1497.2");
            case "2019 without affinity":
                return Of(InTurn(12, "EX01", "EX02")).With(AffinityVariant.HeldOpen, InTurn(8, "EX01", "EX02")).OnOneConnection("EX01", "", "EX01").Modern("15.2.1544.4");
            case "2019 round robin":
                return Of(Times("EX01", 12)).With(AffinityVariant.EachAddress, "203.0.113.8", Times("EX02", 3)).Modern("15.2.1544.4");
            case "agent":
                o = Empty();
                o.Host = "0b1f2a3c-1111-4222-8333-444455556666.resource.mailboxmigration.his.msappproxy.net";
                o.IsHybridAgent = true;
                return o;
            default:
                o.Given("15.1");
                o.DeviceIdleTimeout = TimeSpan.FromMinutes(40);
                o.FirewallIdleTimeout = TimeSpan.FromHours(1);
                o.KeepAlive = [new KeepAliveSetting { Server = "CAS1", KeepAliveTime = TimeSpan.FromMinutes(20) }];
                o.Idle = [new IdleObservation { Wait = TimeSpan.FromSeconds(110), End = CallEnd.Succeeded, Status = 401, ServerBefore = "CAS1" }];
                return o;
        }
    }

    [Theory]
    [MemberData(nameof(Healthy))]
    public void J3_a_healthy_balancer_gives_nothing_above_information_and_says_so(string sample)
    {
        AffinityResult result = Analyzer.Judge(Sample(sample));
        Assert.All(result.Findings, f => Assert.True(f.Severity == Severity.Information, f.ToString()));
        Finding line = Assert.Single(result.Findings, f => f.RuleId == BuiltInFindings.NothingNeedsActionId);
        Assert.Equal(result.HostName, line.Subject);
        Assert.DoesNotContain(result.Findings, f => f.RuleId == BuiltInFindings.RulesNotEvaluatedId);
        Assert.Equal(sample == "agent" ? CheckOutcome.NotTested : CheckOutcome.Passed, result.Outcome);
    }

    [Fact]
    public void The_story_of_the_load_balancer_is_one_error_with_both_servers()
    {
        AffinityResult result = Analyzer.Judge(Of(InTurn(12, "CAS1", "CAS2")).Given("14.3"));
        Assert.Equal((CheckOutcome.Failed, AffinityVerdict.NoAffinity), (result.Outcome, result.Verdict));
        Finding finding = Assert.Single(result.Findings);
        Assert.Equal(("MRS2004", Severity.Error, FindingOwner.Network), (finding.RuleId, finding.Severity, finding.Owner));
        Assert.Equal(["CAS1", "CAS2"], finding.Servers);
        Assert.Equal(["CAS1", "CAS2"], finding.Evidence.Select(e => e.Server).Distinct());
        Assert.Equal(
            "12 new connections in 6 s from 198.51.100.4 reached 2 servers: CAS1 (6), CAS2 (6). No affinity. Exchange 2010 fails with that. "
            + "What lies beyond 6 s, up to the 45 minutes that Exchange 2010 needs, was not tested.",
            result.Message);
    }

    [Fact]
    public void The_table_of_servers_tells_hits_times_signs_and_variants()
    {
        AffinityResult result = Analyzer.Judge(Of("EX01", "EX02", "EX01", "EX01").With(AffinityVariant.HeldOpen, "EX02", "EX01").Modern());
        Assert.Equal([("EX01", 4), ("EX02", 2)], result.Servers.Select(s => (s.Server, s.Hits)));
        ServerHits second = result.Servers[1];
        Assert.Equal((Start.AddMilliseconds(200), Start.AddMilliseconds(800)), (second.First, second.Last));
        Assert.Equal(["NTLM", "X-FEServer"], second.Signs);
        Assert.Equal([AffinityVariant.NewConnection, AffinityVariant.HeldOpen], second.Variants);
        Assert.Equal([Address], second.Addresses);
    }

    public static TheoryData<AffinityVerdict, string, Severity, CheckOutcome> BySeverity => new()
    {
        { AffinityVerdict.NoAffinity, "14.3", Severity.Error, CheckOutcome.Failed },
        { AffinityVerdict.NoAffinity, "", Severity.Warning, CheckOutcome.Warning },
        { AffinityVerdict.NoAffinity, "15.1", Severity.Information, CheckOutcome.Passed },
        { AffinityVerdict.CookieOnly, "14.3", Severity.Error, CheckOutcome.Failed },
        { AffinityVerdict.CookieOnly, "", Severity.Warning, CheckOutcome.Warning },
        { AffinityVerdict.CookieOnly, "15.1", Severity.Information, CheckOutcome.Passed },
        { AffinityVerdict.DnsRoundRobin, "14.3", Severity.Error, CheckOutcome.Failed },
        { AffinityVerdict.DnsRoundRobin, "", Severity.Warning, CheckOutcome.Warning },
        { AffinityVerdict.DnsRoundRobin, "15.1", Severity.Information, CheckOutcome.Passed },
        { AffinityVerdict.ConnectionMultiplexed, "14.3", Severity.Error, CheckOutcome.Failed },
        { AffinityVerdict.ConnectionMultiplexed, "", Severity.Error, CheckOutcome.Failed },
        { AffinityVerdict.ConnectionMultiplexed, "15.1", Severity.Error, CheckOutcome.Failed },
        { AffinityVerdict.OneServerSeen, "14.3", Severity.Information, CheckOutcome.Passed },
        { AffinityVerdict.SourceAffinity, "14.3", Severity.Information, CheckOutcome.Passed },
        { AffinityVerdict.Inconclusive, "14.3", Severity.Information, CheckOutcome.NotTested },
    };

    [Theory]
    [MemberData(nameof(BySeverity))]
    public void J21_severity_follows_the_oldest_version(AffinityVerdict verdict, string version, Severity severity, CheckOutcome outcome)
    {
        AffinityResult result = Analyzer.Judge(Showing(verdict).Given(version));
        Assert.Equal((verdict, outcome), (result.Verdict, result.Outcome));
        Finding finding = Assert.Single(result.Findings, f => f.RuleId == RuleOf(verdict));
        Assert.Equal(severity, finding.Severity);
        Assert.True(severity == Severity.Information || finding.Remediation.Length > 0);
    }

    [Theory]
    [InlineData(AffinityVerdict.OneServerSeen)]
    [InlineData(AffinityVerdict.SourceAffinity)]
    [InlineData(AffinityVerdict.CookieOnly)]
    [InlineData(AffinityVerdict.NoAffinity)]
    [InlineData(AffinityVerdict.ConnectionMultiplexed)]
    [InlineData(AffinityVerdict.DnsRoundRobin)]
    [InlineData(AffinityVerdict.Inconclusive)]
    public void J19_every_verdict_says_how_long_and_from_where_and_what_it_does_not_prove(AffinityVerdict verdict)
    {
        foreach (string version in new[] { "14.3", "", "15.1" })
        {
            AffinityResult result = Analyzer.Judge(Showing(verdict).Given(version));
            string rule = result.Findings.Single(f => f.RuleId == RuleOf(verdict)).Message;
            Assert.Contains("6 s", rule, StringComparison.Ordinal);
            Assert.Contains("198.51.100.4", rule, StringComparison.Ordinal);
            Assert.Contains("45 minutes", rule, StringComparison.Ordinal);
            Assert.Contains("What lies beyond 6 s, up to the 45 minutes that Exchange 2010 needs, was not tested.", result.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("unknown", rule, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void J5_an_agents_name_is_explained_and_never_failed()
    {
        AffinityResult result = Analyzer.Judge(Sample("agent"));
        Assert.Equal(["MRS2050", "MRS0002"], result.Findings.Select(f => f.RuleId));
        Assert.Equal("Not tested: the name belongs to the Hybrid Agent, which answers Exchange Online only; affinity plays no part there.", result.Message);
    }

    [Fact]
    public void An_error_says_more_than_a_missing_verdict()
    {
        AffinityObservation o = Of(Times("", 12)).OnOneConnection("CAS1").Change(t => t.ConnectionClosed = true, t => t.Variant == AffinityVariant.OneConnection);
        AffinityResult result = Analyzer.Judge(o);
        Assert.Equal((AffinityVerdict.Inconclusive, CheckOutcome.Failed), (result.Verdict, result.Outcome));
        Assert.Contains(result.Findings, f => f.RuleId == "MRS2008");
    }

    [Fact]
    public void A_drain_warns_for_Exchange_2010_alone()
    {
        AffinityObservation o = OneServer().With(AffinityVariant.Watch, [.. Times("CAS1", 10), .. Times("CAS2", 10)]);
        AffinityResult result = Analyzer.Judge(o.Given("14.3"));
        Assert.Equal((AffinityVerdict.Inconclusive, CheckOutcome.Warning), (result.Verdict, result.Outcome));
        Assert.Contains(result.Findings, f => f is { RuleId: "MRS2010", Severity: Severity.Warning });
        Assert.StartsWith("No verdict: the server changed once, from CAS1 (37 connections) to CAS2 (10) at ", result.Message, StringComparison.Ordinal);
        Assert.Equal(CheckOutcome.NotTested, Analyzer.Judge(o.Given("15.2")).Outcome);
    }

    [Fact]
    public void A_storm_that_ended_the_test_is_said()
    {
        AffinityObservation o = Of("EX01", "EX01", "EX01", "", "", "").Modern().Change(t => t.Status = 503, t => t.NtlmComputer.Length == 0);
        o.StoppedEarly = "3 answers 503 in a row.";
        AffinityResult result = Analyzer.Judge(o);
        Assert.Equal((AffinityVerdict.OneServerSeen, CheckOutcome.Warning), (result.Verdict, result.Outcome));
        Assert.Contains(result.Findings, f => f.RuleId == "MRS2018" && f.Count == 3);
        Assert.EndsWith("The test ended early: 3 answers 503 in a row.", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_an_observation_that_is_empty_makes_it_fail()
    {
        AffinityResult result = Analyzer.Judge(new AffinityObservation());
        Assert.Equal((AffinityVerdict.Inconclusive, CheckOutcome.NotTested), (result.Verdict, result.Outcome));
        Assert.Contains(result.Findings, f => f.RuleId == "MRS2007");
        Assert.StartsWith("No verdict: nothing was asked. Test-MrsProxyEndpoint tells", result.Message, StringComparison.Ordinal);
    }

    private static string RuleOf(AffinityVerdict verdict) => verdict switch
    {
        AffinityVerdict.OneServerSeen => "MRS2001",
        AffinityVerdict.SourceAffinity => "MRS2002",
        AffinityVerdict.CookieOnly => "MRS2003",
        AffinityVerdict.NoAffinity => "MRS2004",
        AffinityVerdict.ConnectionMultiplexed => "MRS2005",
        AffinityVerdict.DnsRoundRobin => "MRS2006",
        _ => "MRS2007",
    };

    private static AffinityObservation Showing(AffinityVerdict verdict) => verdict switch
    {
        AffinityVerdict.OneServerSeen => OneServer(),
        AffinityVerdict.SourceAffinity => OneServer().With(AffinityVariant.SecondSource, Times("CAS2", 6)),
        AffinityVerdict.CookieOnly => Of(InTurn(12, "CAS1", "CAS2")).WithCookies("SERVERID", Times("CAS1", 6)),
        AffinityVerdict.NoAffinity => Of(InTurn(12, "CAS1", "CAS2")),
        AffinityVerdict.ConnectionMultiplexed => Of(InTurn(12, "CAS1", "CAS2")).OnOneConnection("CAS1", "CAS2"),
        AffinityVerdict.DnsRoundRobin => Of(Times("CAS1", 12)).With(AffinityVariant.EachAddress, "203.0.113.8", Times("CAS2", 3)),
        _ => Of(Times("", 12)),
    };
}
