using System.Linq;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The keys of a test in a rule.</summary>
internal static class TestKeys
{
    /// <summary>The rule stays silent and could tell.</summary>
    public const string None = "none";

    /// <summary>The rule says that it cannot tell.</summary>
    public const string NotEvaluated = "not-evaluated";

    /// <summary>The keys of a test.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable Make(PackTables tables) => new("test", "test", "Facts and what the rule makes of them.",
    [
        new("name", CommonShapes.Text, true, "What the test shows; reads as a specification."),
        new("source", new TextShape("source") { Examples = [.. tables.Names.Sources.Select(s => s.Word)] }, false, "The fact source; the rule's first unless given."),
        new("settings", new MapShape(CommonShapes.SettingOfRule, CommonShapes.SettingValue), false, "Values of settings for this test."),
        new("given", new GivenShape(() => tables.Given), true, "The facts: either a text, or the parent item and collections of the source."),
        new("expect", new ChoiceShape(
            new WordShape("expectation",
            [
                (None, "The rule stays silent and could tell."),
                (NotEvaluated, "The rule says that it cannot tell."),
            ]),
            new ListShape(new TableShape(() => tables.Expected))), true,
            "none, not-evaluated, or the findings, neither more nor fewer, in order."),
    ]);

    /// <summary>The keys of an expected finding.</summary>
    /// <returns>The table.</returns>
    public static KeyTable MakeExpected() => new("expected", "expected finding", "What is given is compared, the rest is not.",
    [
        new("message", CommonShapes.Text, false, "The rendered text, whole."),
        new("title", CommonShapes.Text, false, "The title."),
        new("severity", WordLists.Shape("severity", WordLists.Severities), false, "The severity."),
        new("confidence", WordLists.Shape("confidence", WordLists.Confidences), false, "The confidence."),
        new("count", new NumberShape(0, 1_000_000, IsWhole: true), false, "The number of observations."),
        new("causedBy", CommonShapes.RuleIdOrEmpty, false, "Rule id of the cause; '' for none."),
    ]);
}
