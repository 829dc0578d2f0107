using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;
using Xunit;
using static MrsDiag.Core.Tests.Rules.EngineBench;

namespace MrsDiag.Core.Tests.Rules;

public class ConditionTests
{
    private static bool Fires(Condition where, FactSet facts) => Engine(Rule("MRS9001", where)).Evaluate(facts).Any(f => f.RuleId == "MRS9001");

    private static FactSet One(Action<FactItem> fill)
    {
        FactSet facts = new(Source, "s");
        FactItem item = facts.Add("events");
        item["message"] = "The job isn\u2019t \u200edone: access  denied";
        fill(item);
        return facts;
    }

    [Theory]
    [InlineData(Operator.Contains, "is not done", true)]
    [InlineData(Operator.Contains, "ISN'T DONE", true)]
    [InlineData(Operator.Contains, "access denied", true)]
    [InlineData(Operator.Contains, "access  granted", false)]
    [InlineData(Operator.Equals, "the job isn't done: access denied", true)]
    [InlineData(Operator.Equals, "the job isn't done", false)]
    [InlineData(Operator.StartsWith, "the JOB", true)]
    [InlineData(Operator.StartsWith, "job", false)]
    [InlineData(Operator.EndsWith, "Denied", true)]
    [InlineData(Operator.EndsWith, "access", false)]
    [InlineData(Operator.Like, "the job*denied", true)]
    [InlineData(Operator.Like, "job*", false)]
    [InlineData(Operator.Match, @"done: \w+ denied$", true)]
    [InlineData(Operator.Match, @"\d", false)]
    public void Text_is_compared_in_its_normal_form(Operator op, string operand, bool expected) =>
        Assert.Equal(expected, Fires(Leaf("message", op, operand), One(_ => { })));

    [Fact]
    public void A_list_of_texts_holds_when_one_does()
    {
        FactSet facts = One(i => i["names"] = new[] { "Negotiate", "NTLM" });
        Assert.True(Fires(Leaf("names", Operator.Equals, "ntlm"), facts));
        Assert.True(Fires(Leaf("names", Operator.In, new List<object> { "basic", "negotiate" }), facts));
        Assert.False(Fires(Leaf("names", Operator.Equals, "basic"), facts));
        Assert.True(Fires(Leaf("message", Operator.Contains, new List<object> { "nothing", "denied" }), facts));
    }

    [Theory]
    [InlineData(Operator.Gt, 400d, true)]
    [InlineData(Operator.Gt, 401d, false)]
    [InlineData(Operator.Gte, 401d, true)]
    [InlineData(Operator.Lt, 402d, true)]
    [InlineData(Operator.Lte, 400d, false)]
    [InlineData(Operator.Equals, 401d, true)]
    public void Numbers_are_ordered(Operator op, double operand, bool expected) =>
        Assert.Equal(expected, Fires(Leaf("status", op, operand), One(i => i["status"] = 401d)));

    [Fact]
    public void Durations_versions_and_flags_are_compared_by_value()
    {
        FactSet facts = One(i =>
        {
            i["took"] = TimeSpan.FromSeconds(5);
            i["build"] = new Version(14, 3, 224, 1);
            i["ok"] = false;
        });
        Assert.True(Fires(Leaf("took", Operator.Lt, TimeSpan.FromMinutes(1)), facts));
        Assert.True(Fires(Leaf("build", Operator.Lt, new Version(15, 0)), facts));
        Assert.True(Fires(Leaf("ok", Operator.Equals, false), facts));
        Assert.False(Fires(Leaf("ok", Operator.Equals, true), facts));
    }

    [Fact]
    public void A_missing_field_is_false_unless_the_rule_needs_it()
    {
        FactSet facts = One(_ => { });
        Assert.False(Fires(Leaf("status", Operator.Equals, 401d), facts));
        Assert.True(Fires(new NotCondition(Leaf("status", Operator.Equals, 401d)), facts));
        Assert.True(Fires(Leaf("status", Operator.Exists, false), facts));

        Rule needs = Rule("MRS9001", All(Has("denied"), Leaf("status", Operator.Equals, 401d))) with { Needs = [Field("status")] };
        Finding told = Assert.Single(Engine(needs).Evaluate(facts));
        Assert.Equal(BuiltInFindings.RulesNotEvaluatedId, told.RuleId);
        Assert.Contains("MRS9001 rule-MRS9001 (not in the input: status)", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_needed_field_does_not_matter_where_the_rest_already_says_no()
    {
        Rule needs = Rule("MRS9001", All(Has("another text"), Leaf("status", Operator.Equals, 401d))) with { Needs = [Field("status")] };
        Assert.Empty(Engine(needs).Evaluate(One(_ => { })));
    }

    [Fact]
    public void Unknown_or_true_is_true()
    {
        Rule needs = Rule("MRS9001", Any(Leaf("status", Operator.Equals, 401d), Has("denied"))) with { Needs = [Field("status")] };
        Assert.Equal(["MRS9001"], Engine(needs).Evaluate(One(_ => { })).Ids());
    }

    [Fact]
    public void Case_is_regarded_on_request_only()
    {
        LeafCondition exact = new(Field("message"), Operator.Contains, "Access", CaseSensitive: true);
        Assert.False(Fires(exact, One(_ => { })));
        Assert.True(Fires(exact with { Operand = "access  denied" }, One(_ => { })));
    }

    [Fact]
    public void A_regex_that_takes_too_long_is_told_and_stops_nothing()
    {
        FactSet facts = Given((null, new string('a', 5000) + "!", null), (null, "denied", null));
        Rule slow = Rule("MRS9001", Leaf("message", Operator.Match, "^(a+)+$"));
        Rule other = Rule("MRS9002", Has("denied"));
        IReadOnlyList<Finding> findings = Engine(new RuleEngineOptions { RegexTimeout = TimeSpan.FromMilliseconds(20) }, slow, other).Evaluate(facts);
        Assert.Contains("MRS9002", findings.Ids());
        Finding told = Assert.Single(findings, f => f.RuleId == BuiltInFindings.RulesNotEvaluatedId);
        Assert.Contains("took longer than its time limit", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_rule_is_judged_first_whatever_the_order()
    {
        Rule first = Rule("MRS9001", All(new RuleFiredCondition("MRS9002"), Has("denied")));
        Rule second = Rule("MRS9002", Has("job"));
        Assert.Equal(["MRS9001", "MRS9002"], Engine(first, second).Evaluate(One(_ => { })).Ids().OrderBy(i => i, StringComparer.Ordinal));
        Assert.Empty(Engine(first, second with { Where = Has("nothing like it") }).Evaluate(One(_ => { })));
    }

    [Theory]
    [InlineData("onboarding", true)]
    [InlineData("local", false)]
    [InlineData(null, true)]
    public void A_rule_speaks_only_in_its_scenarios_and_an_unknown_one_must_be_listed(string? scenario, bool expected)
    {
        Rule rule = Rule("MRS9001", Has("denied")) with { Scenarios = ["onboarding", "unknown"] };
        FactSet facts = One(_ => { });
        facts.Parent["scenario"] = scenario;
        Assert.Equal(expected, Engine(rule).Evaluate(facts).Count == 1);
        if (scenario is null)
            Assert.Empty(Engine(rule with { Scenarios = ["onboarding"] }).Evaluate(facts));
    }
}
