using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;
using MrsDiag.Text;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Reads the operand of one comparison by the type of its field.</summary>
internal sealed class OperandReader(RuleScope scope, ResolvedField field, OperatorRow row, bool isCaseSensitive)
{
    /// <summary>Reads an operand.</summary>
    /// <param name="node">Its node.</param>
    /// <returns>The value, a list of values, or a <see cref="SettingReference"/>; <see langword="null"/> with a report.</returns>
    public object? Read(YamlNode node)
    {
        if (node is YamlScalar scalar)
            return RuleScope.IsSetting(scalar) ? ReadSetting(scalar) : ReadOne(scalar);
        if (node is not YamlSequence { Items.Count: > 0 } list)
            return null;
        List<object> values = [];
        foreach (YamlScalar item in list.Items.OfType<YamlScalar>())
            if (ReadItem(item) is { } value)
                values.Add(value);
        return values.Count == list.Items.Count ? values.ToArray() : null;
    }

    private object? ReadItem(YamlScalar item)
    {
        if (!RuleScope.IsSetting(item))
            return ReadOne(item);
        scope.File.Report(DiagnosticCodes.SettingType, item, $"'{item.Value}' stands for a whole list and cannot be one of its items.",
            $"write '{row.Name}: {item.Value}', with a setting that is a list.");
        return null;
    }

    private SettingReference? ReadSetting(YamlScalar scalar)
    {
        if (scope.FindSetting(scalar) is not { } setting)
            return null;
        FactType? wanted = field.Type switch
        {
            FactType.Number or FactType.Duration => field.Type,
            FactType.Text or FactType.TextList when row.TakesList => FactType.TextList,
            _ => null,
        };
        if (setting.Type == wanted)
            return new SettingReference(setting.Name);
        scope.File.Report(DiagnosticCodes.SettingType, scalar, wanted is { } type
            ? $"setting '{setting.Name}' is {FactTypes.OneOf(setting.Type)}; '{row.Name}' on '{field.Reference.Name}' takes {FactTypes.OneOf(type)}."
            : $"'{row.Name}' on '{field.Reference.Name}' takes no setting.", DiagnosticCodes.SettingType.Fix);
        return null;
    }

    private object? ReadOne(YamlScalar scalar)
    {
        Shape shape = row.Operator == Operator.Exists ? CommonShapes.Boolean : ShapeOf(field.Type);
        if (ScalarCheck.Problem(scalar, shape, row.Name) is { } problem)
        {
            scope.File.Report(problem.Code, scalar, problem.Message, problem.Hint);
            return null;
        }
        if (shape is TextShape && field.Type is FactType.Text or FactType.TextList)
            return IsUsefulText(scalar) ? scalar.Value : null;
        return FactValues.Read(scalar, row.Operator == Operator.Exists ? FactType.Boolean : field.Type);
    }

    private static Shape ShapeOf(FactType type) => type switch
    {
        FactType.Number => new NumberShape(),
        FactType.Duration => CommonShapes.Duration,
        FactType.Time => CommonShapes.Time,
        FactType.Boolean => CommonShapes.Boolean,
        FactType.Version => CommonShapes.Version,
        _ => CommonShapes.Text,
    };

    private bool IsUsefulText(YamlScalar scalar)
    {
        if (row.Operator == Operator.Match)
            return IsRegex(scalar);
        if (!isCaseSensitive && TextNormalizer.Normalize(scalar.Value).Length == 0)
        {
            scope.File.Report(DiagnosticCodes.Length, scalar, $"the text of '{row.Name}' is blank, so that nothing could be compared.", "use 'exists' to ask for a value");
            return false;
        }
        if (row.Operator is not (Operator.Equals or Operator.In) || field.Values is not { } values || values.Contains(scalar.Value))
            return true;
        scope.File.Report(DiagnosticCodes.NotAValue, scalar,
            $"'{field.Reference.Name}' is never '{ScalarCheck.Show(scalar.Value)}'.{Suggestion.For(scalar.Value, values)}", "its values: " + Suggestion.List(values));
        return false;
    }

    private bool IsRegex(YamlScalar scalar)
    {
        if (RegexFault.Find(scalar.Value, isCaseSensitive) is not { } fault)
            return true;
        if (fault.Offset < 0)
        {
            scope.File.Report(DiagnosticCodes.Regex, scalar, $"the regular expression does not compile: {fault.Message}", DiagnosticCodes.Regex.Fix);
            return false;
        }
        int index = ScalarMap.IndexOf(scope.File.Source.Text, scalar, fault.Offset);
        scope.File.Report(DiagnosticCodes.Regex, index, index + 1, $"the regular expression does not compile: {fault.Message}.", DiagnosticCodes.Regex.Fix);
        return false;
    }
}
