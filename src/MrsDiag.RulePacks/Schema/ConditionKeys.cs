using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The keys of a condition; its operators are those of <see cref="OperatorTable"/>.</summary>
internal static class ConditionKeys
{
    /// <summary>What a condition can be.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["all", "any", "not", "rule", "field"];

    /// <summary>The keys of a condition.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable Make(PackTables tables)
    {
        Shape condition = new TableShape(() => tables.Condition);
        List<KeyRow> rows =
        [
            new("all", new ListShape(condition), false, "Holds when every one of these conditions does."),
            new("any", new ListShape(condition), false, "Holds when one of these conditions does."),
            new("not", condition, false, "Holds when this condition does not."),
            new("rule", CommonShapes.RuleId, false, "Holds when that rule gave a finding on the same subject."),
            new("field", RuleKeys.FieldName(tables), false, "The field to compare; with exactly one operator beside it."),
        ];
        rows.AddRange(OperatorTable.Rows.Select(r => new KeyRow(r.Name, Operand(r), false, "Operator: " + r.Description + ".")));
        rows.Add(new("caseSensitive", CommonShapes.Boolean, false, "Compares text with regard to case, and as it stands; false unless given."));
        return new("condition", "condition", "A tree of all, any and not over comparisons of fields.", rows)
        {
            Choices =
            [
                new(DiagnosticCodes.KeyChoice, Kinds),
                new(DiagnosticCodes.OperatorCount, OperatorTable.Rows.Select(r => r.Name).ToArray()) { With = "field" },
                new(DiagnosticCodes.KeyChoice, ["caseSensitive"]) { With = "field", IsRequired = false },
            ],
        };
    }

    // The field decides the type in the end; what no field of the operator's types could take is refused by shape already.
    private static Shape Operand(OperatorRow row)
    {
        if (row.Operator == Operator.Exists)
            return CommonShapes.Boolean;
        ScalarShape scalar = new(
            TakesText: true,
            TakesNumber: row.Fits(FactType.Number) || row.Fits(FactType.Version),
            TakesBoolean: row.Fits(FactType.Boolean));
        if (!row.TakesList)
            return scalar;
        ListShape list = new(scalar);
        // "in" one value would be "equals"; a setting that holds a list stands alone.
        return row.Operator == Operator.In ? new ChoiceShape(CommonShapes.SettingReference, list) : new ChoiceShape(scalar, list);
    }
}
