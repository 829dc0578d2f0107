namespace MrsDiag.RulePacks.Reporting;

/// <content>Codes of sources, collections, fields and conditions.</content>
internal static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode UnknownSource = new("RP0201", "unknown fact source",
        "The program has no fact source of this name.",
        "Use one of the sources listed under FACT SOURCES.");

    public static readonly DiagnosticCode UnknownCollection = new("RP0202", "unknown collection",
        "The source has no collection of this name.",
        "Use one of the source's collections, or 'self' for the parent item.");

    public static readonly DiagnosticCode UnknownField = new("RP0203", "unknown field",
        "The selected collection has no field of this name. Fields of the parent item are written with its name in front: report.status.",
        "Use one of the fields listed under FACT SOURCES.");

    public static readonly DiagnosticCode OperatorDoesNotFit = new("RP0204", "operator does not fit the field",
        "Each operator fits certain field types: a text cannot be greater, a number holds no text.",
        "Use an operator that fits; OPERATORS lists them with their types.");

    public static readonly DiagnosticCode OperatorCount = new("RP0205", "not exactly one operator",
        "A condition on a field has exactly one operator.",
        "Write two conditions under 'all', or add the operator that is missing.");

    public static readonly DiagnosticCode NotAValue = new("RP0206", "value that the field never has",
        "The field has a closed list of values, and this is none of them, so the condition would never hold.",
        "Use one of the values in the hint, spelled as there.");

    public static readonly DiagnosticCode Regex = new("RP0207", "regular expression does not compile",
        "The operand of 'match' is not a valid .NET regular expression.",
        "Correct it at the place marked; put a backslash in front of a character that is meant as itself, and the whole in single quotes.");

    public static readonly DiagnosticCode NotInEverySource = new("RP0208", "not the same in every source of the rule",
        "A rule with several sources is judged on each of them, so its collection and all its fields must be in each, with one type.",
        "Use fields that all sources have, or write one rule for each source.");

    public static readonly DiagnosticCode NoGroup = new("RP0209", "group value where there is no group",
        "group.count and the others exist only in the cases and messages of a rule with 'group'.",
        "Add 'group' to the rule, or use a field of the item.");
}
