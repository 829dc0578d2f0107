using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;
using Xunit;
using static MrsDiag.Core.Tests.Rules.EngineBench;

namespace MrsDiag.Core.Tests.Rules;

public class EngineTests
{
    private static readonly Rule Reset = Rule("MRS9001", Has("reset"));
    private static readonly Rule Timeout = Rule("MRS9002", Has("timeout"));
    private static readonly Rule Locked = Rule("MRS9003", Has("locked")) with { Role = FindingRole.Symptom };

    private static string CauseOf(RuleEngine engine, params (string?, string, string?)[] events) =>
        engine.Evaluate(Given(events)).Single(f => f.RuleId == "MRS9003").CausedBy;

    [Fact]
    public void One_cause_is_one_finding_however_often_it_was_seen()
    {
        Finding finding = Assert.Single(Engine(Reset).Evaluate(Given(("10:00:00", "reset", null), ("10:01:00", "reset", null), (null, "reset", null))));
        Assert.Equal((3, "3 x reset"), (finding.Count, finding.Message));
    }

    [Fact]
    public void The_cause_of_a_symptom_is_the_last_cause_before_it_began()
    {
        RuleEngine engine = Engine(Reset, Timeout, Locked);
        Assert.Equal("MRS9002", CauseOf(engine, ("10:00:00", "reset", null), ("10:30:00", "timeout", null), ("11:00:00", "locked", null), ("11:30:00", "reset", null)));
        Assert.Equal("", CauseOf(engine, ("11:00:00", "locked", null), ("11:00:01", "reset", null)));
    }

    [Fact]
    public void A_symptom_names_its_cause_in_words_or_says_that_there_is_none()
    {
        Rule symptom = Locked with { Message = "locked", Uncaused = "Cause unknown." };
        RuleEngine engine = Engine(Reset, symptom);
        string Told(params (string?, string, string?)[] events) => engine.Evaluate(Given(events)).Single(f => f.RuleId == "MRS9003").Message;
        Assert.Equal("locked Its cause: MRS9001, Title of MRS9001.", Told(("10:00:00", "reset", null), ("10:01:00", "locked", null)));
        Assert.Equal("locked Cause unknown.", Told(("10:01:00", "locked", null)));
        engine = Engine(Reset, symptom with { Severity = Severity.Information });
        Assert.Equal("locked", Told(("10:01:00", "locked", null)));
    }

    [Fact]
    public void A_cause_further_back_than_the_window_is_not_named()
    {
        Assert.Equal("MRS9001", CauseOf(Engine(Reset, Locked), ("10:00:00", "reset", null), ("12:00:00", "locked", null)));
        Assert.Equal("", CauseOf(Engine(Reset, Locked), ("10:00:00", "reset", null), ("12:00:01", "locked", null)));
        RuleEngine wider = Engine(new RuleEngineOptions { CauseWindow = TimeSpan.FromHours(3) }, Reset, Locked);
        Assert.Equal("MRS9001", CauseOf(wider, ("10:00:00", "reset", null), ("12:00:01", "locked", null)));
    }

    [Fact]
    public void Explains_breaks_a_tie_and_nothing_else()
    {
        Rule explains = Reset with { Explains = ["MRS9003"] };
        Assert.Equal("MRS9001", CauseOf(Engine(Timeout, explains, Locked), ("10:00:00", "timeout", null), ("10:00:00", "reset", null), ("10:05:00", "locked", null)));
        Assert.Equal("MRS9002", CauseOf(Engine(Timeout, explains, Locked), ("10:00:00", "reset", null), ("10:01:00", "timeout", null), ("10:05:00", "locked", null)));
    }

    [Fact]
    public void The_same_observation_is_never_its_own_cause() =>
        Assert.Equal("", CauseOf(Engine(Rule("MRS9001", Has("reset")), Locked), ("10:00:00", "locked by a reset", null)));

    [Fact]
    public void What_no_rule_explains_is_a_finding_and_counts_as_a_cause()
    {
        Rule rest = Rule("MRS9099") with { Unclaimed = true, Group = new Grouping { By = [Field("message")] }, Message = "unexplained: {message}" };
        IReadOnlyList<Finding> findings = Engine(rest, Reset, Locked).Evaluate(
            Given(("10:00:00", "reset", null), ("10:01:00", "strange", null), ("10:02:00", "locked", null)));
        Assert.Equal("unexplained: strange", Assert.Single(findings, f => f.RuleId == "MRS9099").Message);
        Assert.Equal("MRS9099", findings.Single(f => f.RuleId == "MRS9003").CausedBy);
    }

    [Fact]
    public void Causes_come_before_symptoms_and_errors_before_warnings()
    {
        Rule error = Rule("MRS9010", Has("timeout")) with { Severity = Severity.Error };
        Rule normal = Rule("MRS9011", Has("reset")) with { Role = FindingRole.Normal, Severity = Severity.Information };
        string[] ids = Engine(Locked, normal, Reset, error).Evaluate(
            Given(("10:00:00", "reset", null), ("10:01:00", "timeout", null), ("09:00:00", "locked", null))).Ids();
        Assert.Equal(["MRS9010", "MRS9001", "MRS9003", "MRS9011"], ids);
    }

    [Fact]
    public void Cases_split_the_items_of_one_subject()
    {
        Rule rule = Rule("MRS9001") with
        {
            Cases =
            [
                new RuleCase { Where = Has("basic"), Confidence = Confidence.High, Message = "basic {count}" },
                new RuleCase { Where = Has("ntlm"), Confidence = Confidence.Low, Message = "ntlm {count}" },
            ],
        };
        IReadOnlyList<Finding> findings = Engine(rule).Evaluate(Given(("10:00:00", "ntlm", null), ("10:01:00", "basic, ntlm", null), ("10:02:00", "neither", null)));
        Assert.Equal(["ntlm 1", "basic 1", "1 x neither"], findings.Select(f => f.Message));
    }

    [Fact]
    public void Overlays_disable_reweigh_and_set()
    {
        Rule counted = Rule("MRS9001", Has("reset")) with
        {
            Settings = new Dictionary<string, RuleSetting> { ["times"] = new("times", FactType.Number, 2d, 1d, 100d, "times", "How often.") },
            Group = new Grouping { Threshold = new SettingReference("times") },
            Message = "{count} of {setting.times}",
        };
        FactSet facts = Given(("10:00:00", "reset", null), ("10:01:00", "timeout", null));
        RuleOverlay overlay = new()
        {
            Disable = ["MRS9002"],
            Severity = new Dictionary<string, Severity> { ["MRS9001"] = Severity.Information },
            Settings = new Dictionary<string, string> { ["MRS9001.times"] = "1" },
        };
        Assert.Equal(["MRS9002"], Engine(counted, Timeout).Evaluate(facts).Ids());
        Finding finding = Assert.Single(Engine(new RuleEngineOptions { Overlays = [overlay] }, counted, Timeout).Evaluate(facts));
        Assert.Equal((Severity.Information, "1 of 1"), (finding.Severity, finding.Message));
    }

    [Theory]
    [InlineData("MRS9001.tims", "2", "That rule has MRS9001.times.")]
    [InlineData("MRS9009.times", "2", "Names look like MRS3001.window")]
    [InlineData("MRS9001.times", "two", "a number of times is expected")]
    [InlineData("MRS9001.times", "0", "allowed are 1 to 100")]
    public void A_wrong_setting_is_told_with_what_would_be_right(string name, string value, string expected)
    {
        Rule counted = Rule("MRS9001") with
        {
            Settings = new Dictionary<string, RuleSetting> { ["times"] = new("times", FactType.Number, 2d, 1d, 100d, "times", "How often.") },
        };
        RuleEngineOptions options = new() { Settings = new Dictionary<string, string> { [name] = value } };
        Assert.Contains(expected, Assert.Throws<RuleSettingException>(() => Engine(options, counted)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_shows_each_server_before_it_repeats_one()
    {
        (string?, string, string?)[] events = Enumerable.Range(0, 50)
            .Select(i => ((string?)$"10:{i:00}:00", "reset", (string?)(i == 30 ? "EX02" : "EX01"))).ToArray();
        Finding finding = Assert.Single(Engine(new RuleEngineOptions { EvidenceCount = 3 }, Reset).Evaluate(Given(events)));
        Assert.Equal(3, finding.Evidence.Length);
        Assert.Contains(finding.Evidence, e => e.Server == "EX02" && e.Time == At("10:30:00"));
        Assert.Equal(finding.Evidence.OrderBy(e => e.Time), finding.Evidence);
    }

    [Fact]
    public void A_stopped_caller_is_obeyed()
    {
        using System.Threading.CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Engine(Reset).Evaluate(Given(("10:00:00", "reset", null)), source.Token));
    }

    [Fact]
    public void Deprecated_rules_do_not_run() =>
        Assert.Empty(Engine(Reset with { Status = RuleStatus.Deprecated }).Evaluate(Given(("10:00:00", "reset", null))));
}
