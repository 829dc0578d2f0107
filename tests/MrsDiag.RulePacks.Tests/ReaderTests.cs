using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class ReaderTests
{
    private static readonly Rule Affinity = Load.Rule(GoodPacks.Full, "MRS3001");
    private static readonly Rule Busy = Load.Rule(GoodPacks.Full, "MRS3002");

    [Fact]
    public void A_pack_without_fault_is_read_without_a_word()
    {
        RulePackLoad load = Load.Text(GoodPacks.Full, GoodPacks.AllMeasures, GoodPacks.Overlay);

        Assert.Equal("", Load.Render(load.Diagnostics));
        Assert.Equal(["test-pack", "measures"], load.Packs.Select(p => p.Name));
        Assert.Equal(["1.2.3", "1.0.0-beta.1"], load.Packs.Select(p => p.Version));
        Assert.Equal(["A pack for tests.", "Measures."], load.Packs.Select(p => p.Description));
        Assert.Equal(["a.yml", "b.yml"], load.Packs.Select(p => p.File));
        Assert.Single(load.Overlays);
    }

    [Fact]
    public void Metadata_is_bound()
    {
        Assert.Equal(("affinity-lost", "The balancer does not keep one session on one server"), (Affinity.Name, Affinity.Title));
        Assert.Equal(("test-pack", "1.2.3"), (Affinity.Pack, Affinity.PackVersion));
        Assert.Equal((RuleStatus.Stable, Severity.Error, Confidence.Low), (Affinity.Status, Affinity.Severity, Affinity.Confidence));
        Assert.Equal((FindingRole.Cause, FindingOwner.Network), (Affinity.Role, Affinity.Owner));
        Assert.Equal("Two servers report the same failure.", Affinity.Description);
        Assert.Equal(7, Affinity.EvidenceCount);
        Assert.Equal(["MRS3002"], Affinity.Explains);
        Assert.Equal(["MRS3002"], Affinity.Related);
        Assert.Equal(["affinity"], Affinity.Tags);
        Assert.Equal(["Somebody took a server out."], Affinity.FalsePositives);
        Assert.Equal("a.yml:8:9", Affinity.Location!.ToString());
        Assert.Null(Affinity.ReplacedBy);
        Assert.Equal((5, true), (Busy.EvidenceCount, Busy.Unclaimed));
        Assert.False(Affinity.Unclaimed);
    }

    [Fact]
    public void Sources_come_from_the_pack_or_the_rule()
    {
        Assert.Equal(["journey"], Affinity.Sources);
        Assert.Equal(["journey", "probe"], Busy.Sources);
        Assert.Equal(["onboarding", "unknown"], Affinity.Scenarios);
        Assert.Equal(["mrsproxy", "unknown"], Affinity.Transports);
        Assert.Empty(Busy.Transports);
        Assert.Equal("failures", Affinity.Select);
        Assert.Equal([new FieldReference(FieldScope.Item, "server"), new FieldReference(FieldScope.Parent, "status")], Affinity.Needs);
    }

    [Fact]
    public void Remedies_and_references_are_bound()
    {
        Remedy step = Assert.Single(Affinity.Remediation);
        Assert.Equal(("Do this.", RunIn.LoadBalancer, FindingOwner.OnPremises), (step.Text, step.RunIn, step.Owner));
        Remedy ofCase = Assert.Single(Affinity.Cases[0].Remediation!);
        Assert.Equal(FindingOwner.Directory, ofCase.Owner);
        Assert.Equal([new("https://learn.microsoft.com/exchange"), new("https://www.rfc-editor.org/rfc/rfc9110#section-15", "HTTP", "2022-06")], Affinity.References);
    }

    [Fact]
    public void Settings_carry_type_range_and_unit()
    {
        Assert.Equal(new RuleSetting("window", FactType.Duration, TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(1), TimeSpan.FromDays(1), "", "How close."), Affinity.Settings["window"]);
        Assert.Equal(new RuleSetting("minServers", FactType.Number, 2d, 2d, 9d, "servers", "How many."), Affinity.Settings["minServers"]);
        RuleSetting classes = Affinity.Settings["classes"];
        Assert.Equal((FactType.TextList, null, null), (classes.Type, classes.Min, classes.Max));
        Assert.Equal(["CommunicationError", "TimeoutError"], Assert.IsAssignableFrom<IReadOnlyList<object>>(classes.Default));
    }

    [Fact]
    public void Operands_have_the_type_of_their_field()
    {
        LeafCondition[] leaves = Leaves(Affinity.Where).ToArray();

        Assert.Equal("no longer recognizes", Of("message", Operator.Contains).Operand);
        LeafCondition two = leaves.Single(l => l.CaseSensitive);
        Assert.Equal(["sequence", "session"], Assert.IsAssignableFrom<IReadOnlyList<object>>(two.Operand));
        Assert.Equal(new SettingReference("classes"), Of("type", Operator.In).Operand);
        Assert.Equal([1d, -2d, 3.5d], Assert.IsAssignableFrom<IReadOnlyList<object>>(Of("code", Operator.In).Operand));
        Assert.Equal(5d, Of("code", Operator.Gt).Operand);
        Assert.Equal(TimeSpan.FromSeconds(90), Of("timeout", Operator.Gte).Operand);
        DateTime seen = Assert.IsType<DateTime>(Of("seen", Operator.Lt).Operand);
        Assert.Equal((new DateTime(2024, 5, 1), DateTimeKind.Utc), (seen, seen.Kind));
        Assert.Equal(new Version(15, 1), Of("build", Operator.Lte).Operand);
        Assert.Equal(new Version(15, 0, 847), leaves.Single(l => l.Field == new FieldReference(FieldScope.Parent, "version")).Operand);
        Assert.Equal(true, Of("isFatal", Operator.Equals).Operand);
        Assert.Equal(false, leaves.Single(l => l.Operator == Operator.Exists).Operand);
        Assert.Equal(@"^\s*(seq|ses)\b[^]]+\d{2,}?", Of("message", Operator.Match).Operand);

        LeafCondition Of(string field, Operator @operator) => leaves.First(l => l.Field == new FieldReference(FieldScope.Item, field) && l.Operator == @operator);
    }

    [Fact]
    public void Conditions_keep_their_tree()
    {
        AllCondition all = Assert.IsType<AllCondition>(Affinity.Where);
        Assert.Equal(6, all.Parts.Count);
        Assert.Equal(6, Assert.IsType<AnyCondition>(all.Parts[3]).Parts.Count);
        AnyCondition any = Assert.IsType<AnyCondition>(Assert.IsType<NotCondition>(all.Parts[5]).Part);
        Assert.Equal(new RuleFiredCondition("MRS3002"), any.Parts[any.Parts.Count - 1]);
        Assert.IsType<LeafCondition>(Busy.Where);
    }

    [Fact]
    public void Groups_and_cases_are_bound()
    {
        Grouping group = Affinity.Group!;
        Assert.Equal([new FieldReference(FieldScope.Item, "build"), new FieldReference(FieldScope.Parent, "status")], group.By);
        Assert.Equal((Measure.Distinct, new FieldReference(FieldScope.Item, "server")), (group.Measure, group.MeasuredField));
        Assert.Equal((Operator.Gte, new SettingReference("minServers"), new SettingReference("window")), (group.Comparison, group.Threshold, group.Within));
        RuleCase first = Affinity.Cases[0];
        Assert.Equal((TimeSpan.FromMinutes(10), new SettingReference("longGap")), (first.Within, first.MaxGap));
        Assert.Equal((Severity.Warning, Confidence.High, FindingOwner.Directory), (first.Severity, first.Confidence, first.Owner));
        Assert.Equal(("Another title", "{group.values} within {group.span}"), (first.Title, first.Message));
        Assert.Equal([FieldScope.Group, FieldScope.Group, FieldScope.Group, FieldScope.Item], Leaves(first.Where).Select(l => l.Field.Scope));
        Assert.Equal(TimeSpan.FromMinutes(5), Leaves(first.Where).ElementAt(1).Operand);
        RuleCase last = Affinity.Cases[1];
        Assert.Equal((Confidence.Medium, null, null), (last.Confidence, last.Where, last.Remediation));
    }

    [Fact]
    public void Every_measure_is_bound_with_a_threshold_of_its_type()
    {
        Dictionary<string, Grouping> groups = Load.Text(GoodPacks.AllMeasures).Packs[0].Rules.ToDictionary(r => r.Id, r => r.Group!);

        Assert.Equal((Measure.Count, Operator.Gt, 3d), Of("MRS4001"));
        Assert.Equal((Measure.Sum, Operator.Lte, 3.5d), Of("MRS4002"));
        Assert.Equal((Measure.Avg, Operator.Gt, TimeSpan.FromSeconds(90)), Of("MRS4003"));
        Assert.Equal((Measure.Max, Operator.Lt, TimeSpan.FromMilliseconds(250)), Of("MRS4004"));
        Assert.Equal((Measure.Percentile, Operator.Gte, 3d), Of("MRS4005"));
        Assert.Equal((Measure.Ratio, Operator.Gte, 0.5d), Of("MRS4006"));
        Assert.Equal((Measure.Gap, Operator.Gte, TimeSpan.FromHours(4)), Of("MRS4007"));
        Assert.Equal((Measure.Sequence, Operator.Gte, 1d), Of("MRS4008"));
        Assert.Equal(95d, groups["MRS4005"].Percentile);
        Assert.IsType<LeafCondition>(groups["MRS4006"].RatioOf);
        Assert.Equal(["MRS4001", "MRS4002"], groups["MRS4008"].Sequence);
        Assert.Equal(TimeSpan.FromHours(2), groups["MRS4004"].Within);

        (Measure, Operator, object) Of(string id) => (groups[id].Measure, groups[id].Comparison, groups[id].Threshold);
    }

    [Fact]
    public void Facts_of_tests_are_typed_and_completed()
    {
        RuleTest test = Affinity.Tests[0];
        FactSet facts = test.Given;

        Assert.Equal("journey", facts.Source.Name);
        Assert.Equal(("onboarding", 12d, new Version(15, 1)), (facts.Parent["scenario"], facts.Parent["weight"], facts.Parent["version"]));
        Assert.Equal(new DateTime(2024, 5, 1, 8, 0, 0, DateTimeKind.Utc), facts.Parent["started"]);
        FactItem first = facts.Items("failures")[0];
        Assert.Equal((new DateTime(2024, 5, 1, 10, 0, 0), DateTimeKind.Utc), (first.At, first.At!.Value.Kind));
        Assert.Equal((-5d, TimeSpan.FromSeconds(90), false), (first["code"], first["timeout"], first["isFatal"]));
        Assert.Equal(["a", "b"], Assert.IsType<string[]>(first["types"]));
        Assert.Equal("Derived", first["type"]);
        Assert.Equal(("failures[0]", "failures[1]"), (first.Origin, facts.Items("failures")[1].Origin));
        Assert.Null(facts.Items("failures")[1]["code"]);
        Assert.Empty(facts.Items("bags"));
    }

    [Fact]
    public void Expectations_of_tests_are_bound()
    {
        RuleTest test = Affinity.Tests[0];

        Assert.Equal("two servers", test.Name);
        Assert.Equal(new ExpectedFinding { Confidence = Confidence.Medium, Severity = Severity.Error, Message = "whole", Title = "t", Count = 2, CausedBy = "MRS3002" }, test.Findings[0]);
        Assert.Equal(new ExpectedFinding { CausedBy = "" }, test.Findings[1]);
        Assert.Equal([Expectation.Findings, Expectation.None, Expectation.NotEvaluated], Affinity.Tests.Select(t => t.Expectation));
        Assert.Equal(["30m", "3", "A,B"], test.Settings.OrderByDescending(s => s.Key).Select(s => s.Value));
        Assert.Equal("probe", Busy.Tests[0].Given.Source.Name);
        Assert.StartsWith("a.yml:", test.Location!.ToString());
    }

    [Fact]
    public void A_text_reaches_the_reader_of_the_source_as_written() =>
        Assert.Equal("One line.\n  Another: line.\n", Affinity.Tests[1].Given.Items("failures")[0]["message"]);

    [Fact]
    public void An_overlay_is_bound()
    {
        RuleOverlay overlay = Load.Text(GoodPacks.Full, GoodPacks.Overlay).Overlays[0];

        Assert.Equal("b.yml", overlay.File);
        Assert.Equal(["MRS3002"], overlay.Disable);
        Assert.Equal(Severity.Information, overlay.Severity["MRS3001"]);
        Assert.Equal(["A,B", "3", "1h30m"], overlay.Settings.OrderBy(s => s.Key).Select(s => s.Value));
    }

    [Fact]
    public void What_is_read_runs_in_the_engine()
    {
        RulePackLoad load = Load.Text(GoodPacks.Full, GoodPacks.AllMeasures, GoodPacks.Overlay);
        RuleEngine engine = new(load.Packs, TestCatalog.Create(), new RuleEngineOptions { Overlays = load.Overlays });

        Assert.Equal(9, engine.Rules.Count);
        RuleTestResult busy = RuleSelfTest.Run(load.Packs, TestCatalog.Create(), "MRS3002").Single();
        Assert.True(busy.Passed, busy.Reason);
    }

    private static IEnumerable<LeafCondition> Leaves(Condition? condition) => condition switch
    {
        LeafCondition leaf => [leaf],
        AllCondition all => all.Parts.SelectMany(Leaves),
        AnyCondition any => any.Parts.SelectMany(Leaves),
        NotCondition not => Leaves(not.Part),
        _ => [],
    };
}
