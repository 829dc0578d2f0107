using System.Collections.Generic;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The keys of a rule and of its smaller parts.</summary>
internal static class RuleKeys
{
    private static readonly TextShape Title = new("title") { MaxLength = 90 };

    private static readonly TextShape Name = new("kebab-case name")
    {
        Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$",
        FormWords = "lower case words and digits joined by hyphens: affinity-lost",
        Examples = ["affinity-lost"],
    };

    private static readonly TextShape Https = new("https address")
    {
        Pattern = @"^https://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?$",
        FormWords = "references are https addresses",
        FormCode = DiagnosticCodes.NotHttps,
        MaxLength = 2000,
    };

    private static readonly TextShape Date = new("date")
    {
        Pattern = "^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$",
        FormWords = "a date is written 2024-05 or 2024-05-17",
        Examples = ["2024-05"],
    };

    private static readonly Shape RuleIds = new ListShape(CommonShapes.RuleId);
    private static readonly Shape Severity = WordLists.Shape("severity", WordLists.Severities);
    private static readonly Shape Confidence = WordLists.Shape("confidence", WordLists.Confidences);
    private static readonly Shape Owner = WordLists.Shape("owner", WordLists.Owners);

    /// <summary>The keys of a rule.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable Make(PackTables tables)
    {
        Shape condition = new TableShape(() => tables.Condition);
        return new("rule", "rule", "One cause, symptom or normal sign.",
        [
            new("id", CommonShapes.RuleId, true, "Unique over all packs loaded together, and never used again for something else."),
            new("name", Name, true, "Short name in kebab-case."),
            new("title", Title, true, "The conclusion as a statement, 90 characters at most."),
            new("status", WordLists.Shape("status", WordLists.Status), true, "How far the rule has come."),
            new("replacedBy", CommonShapes.RuleId, false, "The successor of a deprecated rule."),
            new("severity", Severity, true, "How much it matters now."),
            new("confidence", Confidence, true, "How sure the conclusion is, apart from how much it matters."),
            new("role", WordLists.Shape("role", WordLists.Roles), true, "What part the finding plays in the story of one subject."),
            new("owner", Owner, true, "Who has to act."),
            new("sources", PackKeys.Sources(tables), false, "Fact sources judged; without it, those of the pack. Select and all fields must be in each of them."),
            new("appliesTo", new TableShape(() => tables.AppliesTo), false, "Limits the rule to scenarios and transports of the parent item."),
            new("description", CommonShapes.Text, true, "What is seen and why it matters."),
            new("settings", new MapShape(CommonShapes.SettingName, new TableShape(() => tables.Setting)), false,
                "Thresholds that a user may change, by name; used as ${name}."),
            new("select", new WordShape("collection", tables.Names.Collections) { Code = DiagnosticCodes.UnknownCollection }, true,
                "The collection whose items are judged, or 'self' for the parent item."),
            new("needs", new ListShape(FieldName(tables)), false,
                "Fields without which the rule cannot tell: a condition on one that is missing is unknown, not false."),
            new("where", condition, false, "Which items; without it, all of them."),
            new("unclaimed", CommonShapes.Boolean, false, "true: only items that no other cause or symptom rule matched."),
            new("group", new TableShape(() => tables.Group), false,
                "What the items must amount to. Without it, all matching items of a subject make one finding."),
            new("cases", new ListShape(new TableShape(() => tables.Case)), false,
                "Outcomes in order; the first that matches speaks, under the same rule id. If none matches, the rule's own values apply."),
            new("message", CommonShapes.Text, false, "The finding's text with placeholders. Needed unless every outcome has one of its own."),
            new("uncaused", CommonShapes.Text, false, "What a symptom's message says further, from warning upwards, where its cause is not in the input: candidates, in plain words. Where the cause is there, the finding names it by itself."),
            new("evidence", new NumberShape(1, 100, IsWhole: true), false, "How many observations a finding shows; 5 unless given."),
            new("explains", RuleIds, false, "Symptom rules that this cause explains; breaks ties between causes."),
            new("remediation", new ListShape(new TableShape(() => tables.Remedy)), false, "Steps in order. Needed for every outcome that is a warning or an error."),
            new("references", new ListShape(new ChoiceShape(Https, new TableShape(() => tables.Reference))), true, "Public documents that the rule rests on."),
            new("falsepositives", CommonShapes.TextList, false, "When the rule speaks and is wrong."),
            new("tags", CommonShapes.TextList, false, "Free words."),
            new("related", RuleIds, false, "Related rules."),
            new("tests", new ListShape(new TableShape(() => tables.Test)), false, "The rule's proof: status test and stable need a hit and a near miss."),
        ]);
    }

    /// <summary>The keys of <c>appliesTo</c>.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable MakeAppliesTo(PackTables tables) => new("appliesTo", "appliesTo", "Compared with the fields scenario and transport of the parent item.",
    [
        new("scenarios", new ListShape(Values("scenario", tables.Names.Scenarios)), false, "Scenarios; list 'unknown' for the rule to apply where it is not known."),
        new("transports", new ListShape(Values("transport", tables.Names.Transports)), false, "Transports; list 'unknown' likewise."),
    ])
    {
        IsNamedByKey = true,
        NeedsAKey = true,
    };

    /// <summary>The keys of a setting.</summary>
    /// <returns>The table.</returns>
    public static KeyTable MakeSetting()
    {
        Shape bound = new ChoiceShape(new NumberShape(), CommonShapes.Duration);
        return new("setting", "setting", "A threshold that a user may change. The default's type is the setting's type.",
        [
            new("default", CommonShapes.SettingValue, true, "The value unless changed: a number, a duration or a list of text."),
            new("min", bound, false, "Lowest value allowed."),
            new("max", bound, false, "Highest value allowed."),
            new("unit", CommonShapes.Text, false, "Unit of a number, for help."),
            new("description", CommonShapes.Text, true, "What it means."),
        ]);
    }

    /// <summary>The keys of a case.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable MakeCase(PackTables tables) => new("case", "case", "One outcome of a rule. Without where, within and maxGap it always matches.",
    [
        new("where", new TableShape(() => tables.Condition), false, "When it applies; may name group.count and the other group values."),
        new("within", CommonShapes.DurationOrSetting, false, "Grouped rules: the threshold must also hold inside such a sliding window."),
        new("maxGap", CommonShapes.DurationOrSetting, false, "Grouped rules: neighbours inside that window lie at most this far apart."),
        new("severity", Severity, false, "Instead of the rule's."),
        new("confidence", Confidence, false, "Instead of the rule's."),
        new("owner", Owner, false, "Instead of the rule's."),
        new("title", Title, false, "Instead of the rule's."),
        new("message", CommonShapes.Text, false, "Instead of the rule's."),
        new("remediation", new ListShape(new TableShape(() => tables.Remedy)), false, "Instead of the rule's."),
    ])
    {
        Choices = [new(DiagnosticCodes.KeyChoice, ["maxGap"]) { With = "within", IsRequired = false }],
        NeedsAKey = true,
    };

    /// <summary>The keys of a remediation step.</summary>
    /// <returns>The table.</returns>
    public static KeyTable MakeRemedy() => new("remedy", "remediation step", "One step towards a cure.",
    [
        new("text", CommonShapes.Text, true, "The step, an imperative sentence."),
        new("runIn", WordLists.Shape("place", WordLists.Places), true, "Where it is carried out."),
        new("owner", Owner, false, "Who carries it out; the rule's owner unless given."),
    ]);

    /// <summary>The keys of a reference.</summary>
    /// <returns>The table.</returns>
    public static KeyTable MakeReference() => new("reference", "reference", "A public document. The address alone, as text, is enough.",
    [
        new("url", Https, true, "The address."),
        new("title", CommonShapes.Text, false, "What it is."),
        new("date", Date, false, "Its date, or the date it was read."),
    ]);

    /// <summary>The shape of a field name.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The shape.</returns>
    public static Shape FieldName(PackTables tables) => new TextShape("field") { Examples = tables.Names.Fields };

    private static Shape Values(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return CommonShapes.Text;
        return WordShape.Of(name, values, DiagnosticCodes.NotAValue);
    }
}
