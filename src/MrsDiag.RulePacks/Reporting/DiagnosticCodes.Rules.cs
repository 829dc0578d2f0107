using MrsDiag.Diagnostics;

namespace MrsDiag.RulePacks.Reporting;

/// <content>Codes of the rule as a whole, its settings and its message.</content>
internal static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode MeasureCount = new("RP0301", "not exactly one measure",
        "A group measures one thing: count, distinct, sum, avg, max, percentile, ratio, gap or sequence.",
        "Keep one measure; write a second rule for a second one, or test it in a case.");

    public static readonly DiagnosticCode ThresholdCount = new("RP0302", "not exactly one threshold",
        "A group has one threshold: gt, gte, lt or lte. Only 'sequence' needs none.",
        "Keep one threshold; an upper and a lower one are two rules, or a case.");

    public static readonly DiagnosticCode NotTimed = new("RP0303", "items without a time",
        "'within', 'maxGap' and 'gap' need items with a time; the items of this collection carry none.",
        "Select a collection whose items carry a time, or leave the key out.");

    public static readonly DiagnosticCode MeasureDoesNotFit = new("RP0304", "measure does not fit the field",
        "sum, avg, max and percentile need a number or a duration.",
        "Measure another field, or use 'distinct' or 'count'.");

    public static readonly DiagnosticCode GroupedOnly = new("RP0305", "only for grouped rules",
        "'within' and 'maxGap' of a case narrow the window of a group; this rule has none.",
        "Add 'group' to the rule, or use 'where' in the case.");

    public static readonly DiagnosticCode NoRemediation = new("RP0306", "no remediation",
        "A warning or error says what to do: each outcome of such a rule needs remediation, in the rule or in the case.",
        "Add 'remediation' with at least one step.");

    public static readonly DiagnosticCode UnknownRule = new("RP0307", "unknown rule id",
        "No loaded pack has a rule of this id.",
        "Correct the id, or load the pack that has it.");

    public static readonly DiagnosticCode Cycle = new("RP0308", "rules that wait for each other",
        "Rules name each other with 'rule' or 'sequence' in a circle, so that none can be judged first.",
        "Break the circle: state the condition itself in one of them.");

    public static readonly DiagnosticCode ReplacedBy = new("RP0309", "replacedBy without status deprecated",
        "'replacedBy' names the successor of a rule that no longer runs.",
        "Set 'status: deprecated' or remove 'replacedBy'.");

    public static readonly DiagnosticCode Deprecated = new("RP0310", "rule is deprecated",
        "The rule is kept for its id and does not run.",
        "Nothing, or remove it from a pack of your own.", DiagnosticLevel.Warning);

    public static readonly DiagnosticCode CaseNeverReached = new("RP0311", "case is never reached",
        "The first case that matches speaks, and a case without condition always matches: what stands behind it never speaks.",
        "Move the case without condition to the end.", DiagnosticLevel.Warning);

    public static readonly DiagnosticCode UnknownSetting = new("RP0401", "unknown setting",
        "The rule has no setting of this name.",
        "Add it under 'settings', or correct the name.");

    public static readonly DiagnosticCode UnusedSetting = new("RP0402", "setting is not used",
        "Changing it would change nothing: no condition, group or case reads it. A message alone does not count.",
        "Use it as ${name}, or remove it.");

    public static readonly DiagnosticCode SettingRange = new("RP0403", "setting's values do not agree",
        "The default lies outside min and max, min lies above max, or they are not of one type.",
        "Make min, default and max agree: numbers with numbers, durations with durations; lists have neither min nor max.");

    public static readonly DiagnosticCode SettingType = new("RP0404", "setting of the wrong type",
        "The setting's type is not the one needed where it is used.",
        "Give the setting a default of the type that the message names.");

    public static readonly DiagnosticCode NoMessage = new("RP0501", "no message",
        "Each outcome of a rule needs a message, in the rule or in the case.",
        "Add 'message' to the rule.");

    public static readonly DiagnosticCode Template = new("RP0502", "braces in a message do not match",
        "In a message { begins a placeholder and } ends it.",
        "Close the placeholder; write {{ and }} for braces that are meant as themselves.");

    public static readonly DiagnosticCode Placeholder = new("RP0503", "unknown placeholder",
        "The placeholder is no field, no group value and no setting of the rule.",
        "Use one of the placeholders listed under MESSAGES.");
}
