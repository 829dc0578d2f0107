namespace MrsDiag.RulePacks.Reporting;

/// <content>Codes of keys and values: what the JSON schema refuses as well.</content>
internal static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode Format = new("RP0101", "unknown format",
        "The key 'format' says how to read the file.",
        "Write 'format: mrsdiag/v1' for a pack, 'format: mrsdiag-overrides/v1' for an overlay.");

    public static readonly DiagnosticCode UnknownKey = new("RP0102", "unknown key",
        "The key is not in the table of its mapping. An ignored key would be a rule that does not do what it says.",
        "Correct the spelling, or remove the key; the hint lists what is allowed.");

    public static readonly DiagnosticCode DuplicateKey = new("RP0103", "key used twice",
        "A mapping has each key once; the second would hide the first or be hidden by it.",
        "Remove one of the two, or join their values in a list.");

    public static readonly DiagnosticCode MissingKey = new("RP0104", "key is missing",
        "The mapping needs the key.",
        "Add it; the tables above say what it holds.");

    public static readonly DiagnosticCode WrongType = new("RP0105", "wrong type of value",
        "The value is not of the type that the key or field holds: text, number, true or false, duration, time, version, list, mapping. "
        + "Unquoted 15, 1.5, true and null are not text.",
        "Write the value as the hint says; put a text that looks like a number in quotes.");

    public static readonly DiagnosticCode UnknownWord = new("RP0106", "value is not one of the allowed words",
        "The key takes one of a fixed list of words.",
        "Use one of the words in the hint.");

    public static readonly DiagnosticCode Pattern = new("RP0107", "text has the wrong form",
        "The text does not have the form that the key asks for: an id such as MRS3001, a name in kebab-case, a version such as 1.0.0, a date such as 2024-05.",
        "Write it in the form that the hint gives.");

    public static readonly DiagnosticCode Length = new("RP0108", "text too long or empty",
        "The text is empty, or longer than the key allows; a title has 90 characters at most.",
        "Shorten it, and put the rest into 'description'.");

    public static readonly DiagnosticCode EmptyList = new("RP0109", "empty list",
        "A list or mapping without entries says nothing.",
        "Add an entry or remove the key.");

    public static readonly DiagnosticCode DuplicateId = new("RP0110", "rule id used twice",
        "A rule id is unique over all packs loaded together.",
        "Give the new rule an id that was never used.");

    public static readonly DiagnosticCode NotHttps = new("RP0111", "reference is not an https address",
        "References are public documents; they are given by an https address.",
        "Write the whole address: https://learn.microsoft.com/...");

    public static readonly DiagnosticCode KeyChoice = new("RP0112", "keys that exclude or need each other",
        "A mapping holds keys of which exactly one may stand there, or one that only makes sense with another: a condition is one of all, any, not, rule, field.",
        "Keep one of them, or put each into a mapping of its own under 'all'.");

    public static readonly DiagnosticCode OutOfRange = new("RP0113", "number out of range",
        "The number or duration lies outside the range of its key.",
        "Use a value in the range that the message gives.");
}
