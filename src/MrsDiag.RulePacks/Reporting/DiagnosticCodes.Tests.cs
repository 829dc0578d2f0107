namespace MrsDiag.RulePacks.Reporting;

/// <content>Codes of the tests in rules, and of overlays.</content>
internal static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode TestsMissing = new("RP0601", "hit or near miss is missing",
        "A rule of status test or stable proves itself: one test at least that expects a finding, and one that expects none or not-evaluated.",
        "Add the test that is missing, or set 'status: experimental'.");

    public static readonly DiagnosticCode GivenChoice = new("RP0602", "text and facts in one test",
        "A test gives either a text or facts.",
        "Make two tests of it.");

    public static readonly DiagnosticCode NoTextReader = new("RP0603", "source cannot be read from text",
        "The source has no reader for pasted text.",
        "Give the facts under the names of the parent item and the collections.");

    public static readonly DiagnosticCode GivenRefused = new("RP0604", "source refuses the facts of a test",
        "The source's reader, or the step that completes written facts, failed on what the test gives.",
        "Read the reason in the message, and write the text as a real report prints it.");

    public static readonly DiagnosticCode NotTheRulesSource = new("RP0605", "test for a source that the rule does not judge",
        "'source' of a test is one of the rule's sources.",
        "Name one of them, or add the source to the rule.");

    public static readonly DiagnosticCode OverlayRule = new("RP0701", "overlay for an unknown rule",
        "The overlay changes a rule that no loaded pack has; a typing error here would leave a rule running that was meant to be quiet.",
        "Correct the id, or load the pack that has it.");

    public static readonly DiagnosticCode OverlaySetting = new("RP0702", "unknown setting of a rule",
        "The rule exists, the setting does not. Settings of rules are written MRS3001.window.",
        "Use one of the settings in the hint.");

    public static readonly DiagnosticCode SettingValue = new("RP0703", "value does not fit the setting",
        "The value is not of the setting's type, or lies outside its min and max.",
        "Write a value of the type and range that the message names.");
}
