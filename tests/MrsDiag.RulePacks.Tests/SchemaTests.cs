using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Help;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Tests.Json;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class SchemaTests
{
    private static readonly SchemaValidator Validator = new((Dictionary<string, object?>)JsonReader.Read(RulePackSchema.ToJson(TestCatalog.Create()))!);

    public static IEnumerable<object[]> ShapeFaults => FaultSamples.All.Where(s => s.IsShape).Select(s => new object[] { s.ToString() });

    public static IEnumerable<object[]> OtherFaults =>
        FaultSamples.All.Where(s => !s.IsShape && string.CompareOrdinal(s.Code, "RP0104") >= 0).Select(s => new object[] { s.ToString() });

    [Theory]
    [MemberData(nameof(ShapeFaults))]
    public void A_fault_of_shape_is_refused_by_the_schema_as_well(string name) =>
        Assert.NotNull(Validator.Problem(YamlToJson.Convert(FaultSamples.Get(name).Text)));

    [Theory]
    [MemberData(nameof(OtherFaults))]
    public void A_fault_that_only_the_binder_can_see_passes_the_schema(string name) =>
        Assert.Null(Validator.Problem(YamlToJson.Convert(FaultSamples.Get(name).Text)));

    [Fact]
    public void Packs_without_fault_pass_the_schema()
    {
        Assert.Null(Validator.Problem(YamlToJson.Convert(GoodPacks.Full)));
        Assert.Null(Validator.Problem(YamlToJson.Convert(GoodPacks.AllMeasures)));
        Assert.Null(Validator.Problem(YamlToJson.Convert(GoodPacks.Overlay)));
    }

    [Fact]
    public void The_good_pack_uses_every_key_of_the_format()
    {
        PackTables tables = new(TestCatalog.Create());
        string all = GoodPacks.Full + GoodPacks.AllMeasures + GoodPacks.Overlay;

        // replacedBy belongs to deprecated rules, which are a sample of their own.
        Assert.DoesNotContain(tables.InReadingOrder.SelectMany(t => t.Keys).Distinct(), k => k != "replacedBy" && !all.Contains(k + ":"));
    }

    [Fact]
    public void Every_operator_is_a_key_of_conditions_and_named_in_the_schema()
    {
        string json = RulePackSchema.ToJson(TestCatalog.Create());
        PackTables tables = new(TestCatalog.Create());

        Assert.All(OperatorTable.Rows, row =>
        {
            Assert.NotNull(tables.Condition.Find(row.Name));
            Assert.Contains($"\"{row.Name}\": {{", json);
            Assert.Contains(row.Description, json);
        });
    }

    [Fact]
    public void Every_measure_is_a_key_of_groups_in_the_order_of_the_enumeration() =>
        Assert.Equal(
            System.Enum.GetNames(typeof(Measure)).Select(n => n.ToLowerInvariant()),
            GroupKeys.Measures);

    // The engine's list is internal to Core; the two must not drift apart.
    [Fact]
    public void The_group_values_are_those_that_the_engine_gives() =>
        Assert.Equal(
            (IEnumerable<string>)typeof(Rule).Assembly.GetType("MrsDiag.Rules.Evaluation.GroupMatch", throwOnError: true)!.GetProperty("ValueNames")!.GetValue(null)!,
            GroupValues.Make(Facts.FactType.Number).Fields.Select(f => f.Name));

    [Fact]
    public void Every_value_of_an_enumeration_has_a_word()
    {
        Assert.Equal(Values<RuleStatus>(), WordLists.Status.Select(w => w.Value).OrderBy(v => v));
        Assert.Equal(Values<Severity>(), WordLists.Severities.Select(w => w.Value).OrderBy(v => v));
        Assert.Equal(Values<Confidence>(), WordLists.Confidences.Select(w => w.Value).OrderBy(v => v));
        Assert.Equal(Values<FindingRole>(), WordLists.Roles.Select(w => w.Value).OrderBy(v => v));
        Assert.Equal(Values<FindingOwner>(), WordLists.Owners.Select(w => w.Value).OrderBy(v => v));
        Assert.Equal(Values<RunIn>(), WordLists.Places.Select(w => w.Value).OrderBy(v => v));
    }

    [Fact]
    public void Every_key_is_described_in_a_sentence() =>
        Assert.All(new PackTables(TestCatalog.Create()).InReadingOrder.SelectMany(t => t.Rows), row =>
        {
            Assert.EndsWith(".", row.Description);
            Assert.DoesNotContain("..", row.Description);
        });

    [Fact]
    public void The_schema_closes_every_mapping()
    {
        Dictionary<string, object?> schema = (Dictionary<string, object?>)JsonReader.Read(RulePackSchema.ToJson(TestCatalog.Create()))!;

        Assert.All(((Dictionary<string, object?>)schema["definitions"]!).Values, d => Assert.Equal(false, ((Dictionary<string, object?>)d!)["additionalProperties"]));
    }

    [Fact]
    public void The_examples_of_the_help_are_packs_without_fault()
    {
        SchemaValidator real = new((Dictionary<string, object?>)JsonReader.Read(RulePackSchema.ToJson(Facts.FactCatalogs.Default))!);

        Assert.Null(real.Problem(YamlToJson.Convert(HelpExamples.Pack)));
        Assert.Null(real.Problem(YamlToJson.Convert(HelpExamples.Overlay)));
    }

    private static IEnumerable<T> Values<T>()
        where T : struct => System.Enum.GetValues(typeof(T)).Cast<T>().OrderBy(v => v);
}
