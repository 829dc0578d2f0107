using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Turns nodes that passed their shape into values of fields.</summary>
internal static class FactValues
{
    /// <summary>Reads a value.</summary>
    /// <param name="node">The node.</param>
    /// <param name="type">The field's type.</param>
    /// <returns>The value as <see cref="FactType"/> says, a list of text as an array; <see langword="null"/> where it does not fit.</returns>
    public static object? Read(YamlNode node, FactType type)
    {
        // An array of strings serves both readers: it is a list of strings and, by covariance, a list of objects.
        if (node is YamlSequence list)
            return type == FactType.TextList ? list.Items.OfType<YamlScalar>().Select(s => s.Value).ToArray() : null;
        if (node is not YamlScalar { Kind: not ScalarKind.Empty } scalar)
            return null;
        return type switch
        {
            FactType.Number when scalar.Kind == ScalarKind.Number => ValueText.Number(scalar.Value),
            FactType.Duration => ValueText.Duration(scalar.Value),
            FactType.Time => ValueText.Time(scalar.Value),
            FactType.Boolean when scalar.Kind == ScalarKind.Boolean => ScalarCheck.IsTrue(scalar),
            FactType.Version => ValueText.Version(scalar.Value),
            FactType.Text => scalar.Value,
            _ => null,
        };
    }
}
