using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;
using Xunit;
using static MrsDiag.Core.Tests.Rules.EngineBench;

namespace MrsDiag.Core.Tests.Rules;

public class GroupTests
{
    private static readonly Rule TwoServers = Rule("MRS9001", Has("fault")) with
    {
        Group = new Grouping { Measure = Measure.Distinct, MeasuredField = Field("server"), Within = TimeSpan.FromMinutes(30), Threshold = 2d },
        Message = "{group.distinct} servers ({group.values}) within {span}, {count} faults",
    };

    private static Finding[] Judge(Rule rule, params (string?, string, string?)[] events) =>
        Engine(rule).Evaluate(Given(events)).Where(f => f.RuleId == rule.Id).ToArray();

    [Fact]
    public void Two_servers_inside_the_window_are_one_finding()
    {
        Finding finding = Assert.Single(Judge(TwoServers, ("10:00:00", "fault", "EX01"), ("10:12:00", "fault", "EX02"), ("10:13:00", "other", "EX03")));
        Assert.Equal("2 servers (EX01, EX02) within 12 min, 2 faults", finding.Message);
        Assert.Equal(At("10:00:00"), finding.FirstSeen);
        Assert.Equal(At("10:12:00"), finding.LastSeen);
        Assert.Equal(["EX01", "EX02"], finding.Servers);
    }

    [Fact]
    public void Both_ends_of_the_window_count_and_one_second_more_does_not()
    {
        Assert.Single(Judge(TwoServers, ("10:00:00", "fault", "EX01"), ("10:30:00", "fault", "EX02")));
        Assert.Empty(Judge(TwoServers, ("10:00:00", "fault", "EX01"), ("10:30:01", "fault", "EX02")));
    }

    [Fact]
    public void The_window_slides_over_what_buckets_would_cut() =>
        Assert.Single(Judge(TwoServers, ("09:00:00", "fault", "EX01"), ("09:45:00", "fault", "EX01"), ("10:10:00", "fault", "EX02")));

    [Fact]
    public void Another_spelling_is_the_same_server() =>
        Assert.Empty(Judge(TwoServers, ("10:00:00", "fault", "EX01"), ("10:01:00", "fault", " ex01 ")));

    [Fact]
    public void The_widest_window_is_told()
    {
        Finding finding = Assert.Single(Judge(TwoServers,
            ("08:00:00", "fault", "EX01"), ("08:01:00", "fault", "EX02"),
            ("10:00:00", "fault", "EX01"), ("10:05:00", "fault", "EX02"), ("10:06:00", "fault", "EX02")));
        Assert.Equal("2 servers (EX01, EX02) within 6 min, 3 faults", finding.Message);
    }

    [Fact]
    public void Items_without_a_time_stay_outside_windows() =>
        Assert.Empty(Judge(TwoServers, (null, "fault", "EX01"), ("10:01:00", "fault", "EX02")));

    [Fact]
    public void A_field_that_splits_keeps_groups_apart()
    {
        Rule rule = Rule("MRS9001", Has("fault")) with { Group = new Grouping { By = [Field("server")], Threshold = 2d }, Message = "{server}: {count}" };
        Finding[] findings = Judge(rule, ("10:00:00", "fault", "EX01"), ("10:01:00", "fault", "EX02"), ("10:02:00", "fault", "EX01"));
        Assert.Equal("EX01: 2", Assert.Single(findings).Message);
    }

    [Fact]
    public void A_case_may_ask_for_a_narrower_window_without_a_long_gap()
    {
        Rule rule = TwoServers with
        {
            Group = TwoServers.Group! with { Within = null },
            Cases =
            [
                new RuleCase { Within = TimeSpan.FromMinutes(45), MaxGap = TimeSpan.FromMinutes(20), Confidence = Confidence.High, Message = "near: {group.span} of {span}" },
                new RuleCase { Confidence = Confidence.Low, Message = "far: {group.span}" },
            ],
        };
        Finding near = Assert.Single(Judge(rule, ("08:00:00", "fault", "EX01"), ("12:00:00", "fault", "EX01"), ("12:10:00", "fault", "EX02")));
        Assert.Equal((Confidence.High, "near: 10 min of 4 h 10 min", 3), (near.Confidence, near.Message, near.Count));
        Finding gap = Assert.Single(Judge(rule, ("12:00:00", "fault", "EX01"), ("12:30:00", "fault", "EX02")));
        Assert.Equal((Confidence.Low, "far: 30 min"), (gap.Confidence, gap.Message));
    }

    [Fact]
    public void A_case_reads_the_group()
    {
        Rule rule = TwoServers with
        {
            Cases =
            [
                new RuleCase { Where = Leaf("group.distinct", Operator.Gte, 3d), Severity = Severity.Error },
                new RuleCase { Where = Leaf("server", Operator.Equals, "EX02"), Severity = Severity.Information },
            ],
        };
        Assert.Equal(Severity.Error, Assert.Single(Judge(rule, ("10:00:00", "fault", "A"), ("10:01:00", "fault", "B"), ("10:02:00", "fault", "C"))).Severity);
        Assert.Equal(Severity.Information, Assert.Single(Judge(rule, ("10:00:00", "fault", "A"), ("10:01:00", "fault", "EX02"))).Severity);
        Assert.Equal(Severity.Warning, Assert.Single(Judge(rule, ("10:00:00", "fault", "A"), ("10:01:00", "fault", "B"))).Severity);
    }

    [Fact]
    public void A_needed_field_that_no_fault_names_means_cannot_tell()
    {
        Rule rule = TwoServers with { Needs = [Field("server")] };
        IReadOnlyList<Finding> findings = Engine(rule).Evaluate(Given(("10:00:00", "fault", null), ("10:01:00", "fault", null)));
        Assert.Contains("MRS9001", Assert.Single(findings).Message, StringComparison.Ordinal);
        Assert.Empty(Engine(rule).Evaluate(Given(("10:00:00", "fault", "EX01"), ("10:01:00", "fault", "EX01"))));
    }

    [Theory]
    [InlineData(Measure.Sum, 6d)]
    [InlineData(Measure.Avg, 2d)]
    [InlineData(Measure.Max, 3d)]
    [InlineData(Measure.Percentile, 2d)]
    public void Numbers_are_measured(Measure measure, double expected)
    {
        Rule rule = Rule("MRS9001") with
        {
            Group = new Grouping { Measure = measure, MeasuredField = Field("status"), Percentile = 50, Threshold = expected, Comparison = Operator.Gte },
            Message = "{group.measured}",
        };
        FactSet facts = Given(("10:00:00", "a", null), ("10:01:00", "b", null), ("10:02:00", "c", null));
        for (int i = 0; i < 3; i++)
            facts.Items("events")[i]["status"] = i + 1d;
        Assert.Equal(expected.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Engine(rule).Evaluate(facts)).Message);
        Rule over = rule with { Group = rule.Group! with { Comparison = Operator.Gt } };
        Assert.Empty(Engine(over).Evaluate(facts));
    }

    [Fact]
    public void Ratio_and_gap_are_measured()
    {
        Rule ratio = Rule("MRS9001") with { Group = new Grouping { Measure = Measure.Ratio, RatioOf = Has("stalled"), Threshold = 0.5 }, Message = "{group.measured}" };
        Assert.Equal("0.67", Assert.Single(Judge(ratio, (null, "stalled", null), (null, "stalled", null), (null, "fine", null))).Message);
        Assert.Empty(Judge(ratio, (null, "stalled", null), (null, "fine", null), (null, "fine", null)));
        Rule gap = Rule("MRS9001") with { Group = new Grouping { Measure = Measure.Gap, Threshold = TimeSpan.FromHours(4) }, Message = "{group.maxGap}" };
        Assert.Equal("4 h 30 min", Assert.Single(Judge(gap, ("01:00:00", "a", null), ("05:30:00", "b", null), ("05:31:00", "c", null))).Message);
        Assert.Empty(Judge(gap, ("01:00:00", "a", null), ("04:30:00", "b", null)));
    }

    [Fact]
    public void A_sequence_asks_for_the_order()
    {
        Rule reset = Rule("MRS9001", Has("reset"));
        Rule locked = Rule("MRS9002", Has("locked"));
        Rule both = Rule("MRS9003") with { Group = new Grouping { Measure = Measure.Sequence, Sequence = ["MRS9001", "MRS9002"], Within = TimeSpan.FromHours(1) } };
        Assert.Contains("MRS9003", Engine(both, reset, locked).Evaluate(Given(("10:00:00", "reset", null), ("10:10:00", "locked", null))).Ids());
        Assert.DoesNotContain("MRS9003", Engine(both, reset, locked).Evaluate(Given(("10:00:00", "locked", null), ("10:10:00", "reset", null))).Ids());
        Assert.DoesNotContain("MRS9003", Engine(both, reset, locked).Evaluate(Given(("10:00:00", "reset", null), ("11:10:00", "locked", null))).Ids());
    }
}
