using System.Text.RegularExpressions;

namespace MrsDiag.RulePacks.Yaml;

/// <summary>
/// What a plain scalar means in the core schema of YAML 1.2 (section 10.3.2). Editors check packs by the same reading, so that
/// what the schema accepts and what the binder accepts are one thing.
/// </summary>
internal static class CoreSchema
{
    private static readonly Regex Number = new(
        @"\A(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant);

    /// <summary>What a plain scalar is.</summary>
    /// <param name="value">Its text.</param>
    /// <returns>The kind.</returns>
    public static ScalarKind KindOf(string value) => value switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Empty,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ => Number.IsMatch(value) ? ScalarKind.Number : ScalarKind.Text,
    };
}
