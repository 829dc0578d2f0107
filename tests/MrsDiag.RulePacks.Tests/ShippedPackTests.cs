using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

/// <summary>The packs that ship: their own tests, each as a case, and what a reviewer would insist on.</summary>
public sealed class ShippedPackTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, RuleTestResult>> Results = new(() =>
        RuleSelfTest.Run(ShippedPacks.Load.Packs, FactCatalogs.Default).ToDictionary(r => $"{r.RuleId}: {r.TestName}"));

    public static TheoryData<string> EmbeddedTests => Data(ShippedPacks.Rules.SelectMany(r => r.Tests.Select(t => $"{r.Id}: {t.Name}")));

    public static TheoryData<string> RuleIds => Data(ShippedPacks.Rules.Select(r => r.Id));

    public static TheoryData<string> Settings => Data(ShippedPacks.Rules.SelectMany(r => r.Settings.Keys.Select(s => $"{r.Id}.{s}")));

    public static TheoryData<string> HealthyReports => Data(ShippedPacks.Fixtures("healthy").Select(f => Path.GetFileName(f)!));

    [Fact]
    public void The_packs_load_without_any_diagnostic()
    {
        Assert.True(ShippedPacks.Load.Diagnostics.Count == 0, ShippedPacks.Problems);
        Assert.Equal(["mrs-affinity", "mrs-call", "mrs-configuration", "mrs-endpoint", "mrs-move-report"], ShippedPacks.Load.Packs.Select(p => p.Name));
    }

    [Theory]
    [MemberData(nameof(EmbeddedTests))]
    public void Embedded(string name)
    {
        RuleTestResult result = Results.Value[name];
        Assert.True(result.Passed, result.Reason);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_is_documented_and_a_warning_or_error_says_what_to_do(string id)
    {
        Rule rule = Rule(id);
        Assert.NotEmpty(rule.References);
        Assert.All(rule.References, r => Assert.StartsWith("https://", r.Url, StringComparison.Ordinal));
        Assert.NotEqual("", rule.Description);
        bool needsSteps = rule.Severity != Severity.Information || rule.Cases.Any(c => c.Severity > Severity.Information);
        Assert.False(needsSteps && rule.Remediation.Count == 0, "no remediation");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_has_a_hit_with_its_whole_message_and_a_near_miss(string id)
    {
        Rule rule = Rule(id);
        Assert.Contains(rule.Tests, t => t.Findings.Any(f => !string.IsNullOrEmpty(f.Message)));
        Assert.Contains(rule.Tests, t => t.Expectation != Expectation.Findings);
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void J2_a_step_with_a_command_names_its_shell_and_runs_where_the_command_exists(string id)
    {
        Rule rule = Rule(id);
        foreach (Remedy step in rule.Remediation.Concat(rule.Cases.SelectMany(c => c.Remediation ?? [])))
            Assert.True(RemedyShell.Problem(step) is not { } problem, RemedyShell.Problem(step) + ": " + step.Text);
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_moves_some_test_of_its_rule(string setting)
    {
        Rule rule = Rule(setting.Split('.')[0]);
        RuleSetting known = rule.Settings[setting.Split('.')[1]];
        bool moved = SettingVariants.Of(known).Any(value => RunInstead(WithSetting(rule, setting, value)).Any(r => !r.Passed));
        Assert.True(moved, "no test changes with this setting");
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_case_that_is_left_out_breaks_a_test_of_its_rule(string id)
    {
        Rule rule = Rule(id);
        for (int i = 0; i < rule.Cases.Count; i++)
        {
            Rule without = rule with { Cases = rule.Cases.Where((_, k) => k != i).ToArray() };
            Assert.True(RunInstead(without).Any(r => !r.Passed), $"case {i} is not held by a test");
        }
    }

    [Theory]
    [InlineData("J1")]
    [InlineData("J4")]
    [InlineData("J5")]
    [InlineData("J6")]
    [InlineData("J7")]
    [InlineData("J8")]
    [InlineData("J9")]
    [InlineData("J10")]
    [InlineData("J11")]
    [InlineData("J13")]
    [InlineData("J14")]
    [InlineData("J15")]
    [InlineData("J16")]
    [InlineData("J17")]
    [InlineData("J18")]
    [InlineData("J19")]
    [InlineData("J20")]
    [InlineData("J21")]
    [InlineData("J22")]
    [InlineData("J23")]
    [InlineData("J30")]
    public void A_judgement_that_concerns_the_packs_has_a_named_test(string judgement) =>
        Assert.Contains(ShippedPacks.Rules.SelectMany(r => r.Tests), t =>
            t.Name.Split(' ', ':', ',').Contains(judgement, StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(HealthyReports))]
    public void J3_healthy_input_yields_nothing_above_information(string file)
    {
        string text = File.ReadAllText(ShippedPacks.Fixtures("healthy").Single(f => Path.GetFileName(f) == file));
        FactSet facts = MoveReportFacts.FromText(text);
        Assert.NotEmpty(facts.Items("entries"));

        IReadOnlyList<Finding> findings = new RuleEngine(ShippedPacks.Load.Packs, FactCatalogs.Default).Evaluate(facts);

        Assert.All(findings, f => Assert.True(f.Severity == Severity.Information, f.ToString()));
    }

    private static Rule WithSetting(Rule rule, string setting, string value) => rule with
    {
        Tests = rule.Tests.Select(t => t.Settings.ContainsKey(setting)
            ? t
            : t with { Settings = t.Settings.Concat([new KeyValuePair<string, string>(setting, value)]).ToDictionary(s => s.Key, s => s.Value) }).ToArray(),
    };

    // The tests of one changed rule among all others as they ship.
    private static IEnumerable<RuleTestResult> RunInstead(Rule changed)
    {
        RulePack[] packs = ShippedPacks.Load.Packs
            .Select(p => p with { Rules = p.Rules.Select(r => r.Id == changed.Id ? changed : r).ToArray() }).ToArray();
        return RuleSelfTest.Run(packs, FactCatalogs.Default, changed.Id);
    }

    private static Rule Rule(string id) => ShippedPacks.Rules.Single(r => r.Id == id);

    private static TheoryData<string> Data(IEnumerable<string> values)
    {
        TheoryData<string> data = [];
        foreach (string value in values)
            data.Add(value);
        return data;
    }
}
