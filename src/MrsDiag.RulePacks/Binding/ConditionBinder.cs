using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds condition trees. What is wrong with their shape was reported; such parts are left out here without a word.</summary>
/// <param name="scope">The rule.</param>
/// <param name="allowsGroup">Whether values of the group may be named: in cases.</param>
internal sealed class ConditionBinder(RuleScope scope, bool allowsGroup)
{
    /// <summary>Binds a tree.</summary>
    /// <param name="node">Its root; <see langword="null"/> for no condition.</param>
    /// <returns>The condition; <see langword="null"/> where there is none or it has an error.</returns>
    public Condition? Bind(YamlNode? node)
    {
        if (node is not YamlMapping mapping)
            return null;
        if (mapping.Find("field") is not null)
            return BindLeaf(mapping);
        if (mapping.Scalar("rule") is { } rule)
            return scope.Rules.Knows(scope.File, rule, DiagnosticCodes.UnknownRule) ? new RuleFiredCondition(rule.Value) : null;
        if (mapping.Find("not") is { } not)
            return Bind(not.Value) is { } part ? new NotCondition(part) : null;
        IReadOnlyList<Condition>? all = BindParts(mapping, "all");
        IReadOnlyList<Condition>? any = BindParts(mapping, "any");
        return all is not null ? new AllCondition(all) : any is not null ? new AnyCondition(any) : null;
    }

    private Condition[]? BindParts(YamlMapping mapping, string key)
    {
        IReadOnlyList<YamlNode> items = mapping.Items(key);
        Condition[] parts = items.Select(Bind).OfType<Condition>().ToArray();
        return parts.Length > 0 && parts.Length == items.Count ? parts : null;
    }

    private LeafCondition? BindLeaf(YamlMapping mapping)
    {
        if (mapping.Scalar("field") is not { } place || FieldFinder.Find(scope, place, allowsGroup) is not { } field)
            return null;
        YamlEntry[] operators = mapping.Entries.Where(e => OperatorTable.Find(e.Key.Value) is not null).ToArray();
        if (operators.Length != 1)
            return null;
        OperatorRow row = OperatorTable.Find(operators[0].Key.Value)!;
        if (!row.Fits(field.Type))
        {
            ReportOperator(operators[0].Key, field, row.Name);
            return null;
        }
        bool isCaseSensitive = mapping.Scalar("caseSensitive") is { Kind: ScalarKind.Boolean } flag && ScalarCheck.IsTrue(flag);
        if (isCaseSensitive && field.Type is not (FactType.Text or FactType.TextList))
            ReportOperator(mapping.Find("caseSensitive")!.Key, field, "caseSensitive");
        return new OperandReader(scope, field, row, isCaseSensitive).Read(operators[0].Value) is { } operand
            ? new LeafCondition(field.Reference, row.Operator, operand, isCaseSensitive)
            : null;
    }

    private void ReportOperator(YamlScalar key, ResolvedField field, string name) => scope.File.Report(DiagnosticCodes.OperatorDoesNotFit, key,
        $"'{name}' does not fit '{field.Reference.Name}', which is {Schema.FactTypes.OneOf(field.Type)}.",
        "operators that fit: " + Suggestion.List(OperatorTable.Rows.Where(r => r.Fits(field.Type)).Select(r => r.Name)));
}
