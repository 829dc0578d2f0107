using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Holds a scalar against its shape.</summary>
internal static class ScalarCheck
{
    private static readonly ConcurrentDictionary<string, Regex> Expressions = new(StringComparer.Ordinal);

    /// <summary>Checks a scalar.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="shape">A shape of scalars; any other has no problem with none.</param>
    /// <param name="key">The key that it belongs to, for messages.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static ShapeProblem? Problem(YamlScalar scalar, Shape shape, string key) => shape switch
    {
        _ when scalar.Kind == ScalarKind.Empty => new(DiagnosticCodes.WrongType, $"'{key}' has no value.", $"'{key}' takes {shape.OneOf}."),
        WordShape words => Word(scalar, words),
        TextShape text => Text(scalar, text, key),
        NumberShape number => Number(scalar, number, key),
        BooleanShape boolean => scalar.Kind == ScalarKind.Boolean && (!boolean.OnlyTrue || IsTrue(scalar)) ? null : WrongType(scalar, shape, key),
        ScalarShape any => Any(scalar, any, key),
        _ => WrongType(scalar, shape, key),
    };

    /// <summary>Whether a scalar of kind boolean is true.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public static bool IsTrue(YamlScalar scalar) => scalar.Value[0] is 't' or 'T';

    /// <summary>A value in messages: on one line and not too long.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The value, shortened.</returns>
    public static string Show(string value)
    {
        const int Longest = 60;
        string line = value.Replace('\r', ' ').Replace('\n', ' ').Replace('\t', ' ');
        if (line.Length <= Longest)
            return line;
        int cut = char.IsHighSurrogate(line[Longest - 4]) ? Longest - 4 : Longest - 3;
        return line.Substring(0, cut) + "...";
    }

    private static ShapeProblem? Word(YamlScalar scalar, WordShape shape) => shape.Has(scalar.Value)
        ? null
        : new(shape.Code, $"'{Show(scalar.Value)}' is not a known {shape.Name}.{Suggestion.For(scalar.Value, shape.AllowedWords)}",
            "allowed: " + Suggestion.List(shape.AllowedWords));

    private static ShapeProblem? Text(YamlScalar scalar, TextShape shape, string key)
    {
        if (scalar.Kind != ScalarKind.Text && !(shape.TakesNumber && scalar.Kind == ScalarKind.Number))
            return WrongType(scalar, shape, key);
        if (scalar.Value.Length == 0 && !shape.MayBeEmpty)
            return new(DiagnosticCodes.Length, $"'{key}' is empty.", $"'{key}' takes {shape.OneOf}.");
        if (shape.MaxLength is { } longest && scalar.Value.Length > longest)
            return new(DiagnosticCodes.Length, FormattableString.Invariant($"'{key}' has {scalar.Value.Length} characters; {longest} is the limit."),
                DiagnosticCodes.Length.Fix);
        return FitsForm(scalar.Value, shape)
            ? null
            : new(shape.FormCode, $"'{Show(scalar.Value)}' is not a valid {shape.Words}.", shape.FormWords);
    }

    /// <summary>Whether a text has the form of a shape.</summary>
    /// <param name="value">The text.</param>
    /// <param name="shape">The shape.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public static bool FitsForm(string value, TextShape shape) =>
        // "$" alone would let a line break through.
        (shape.Pattern is null || (Expression(shape.Pattern).IsMatch(value) && !value.EndsWith("\n", StringComparison.Ordinal)))
        && (shape.Check is null || shape.Check(value));

    // The patterns are a few constants; the runtime's own cache holds fifteen, fewer than one rule needs.
    private static Regex Expression(string pattern) => Expressions.GetOrAdd(pattern, p => new Regex(p, RegexOptions.CultureInvariant));

    private static ShapeProblem? Number(YamlScalar scalar, NumberShape shape, string key)
    {
        if (scalar.Kind != ScalarKind.Number || ValueText.Number(scalar.Value) is not { } value || (shape.IsWhole && Math.Floor(value) != value))
            return WrongType(scalar, shape, key);
        return value < shape.Min || value > shape.Max
            ? new(DiagnosticCodes.OutOfRange, $"'{key}' takes {shape.OneOf}, not {value.ToString(CultureInfo.InvariantCulture)}.", "")
            : null;
    }

    private static ShapeProblem? Any(YamlScalar scalar, ScalarShape shape, string key)
    {
        bool fits = scalar.Kind switch
        {
            ScalarKind.Number => shape.TakesNumber,
            ScalarKind.Boolean => shape.TakesBoolean,
            _ => shape.TakesText,
        };
        if (!fits)
            return WrongType(scalar, shape, key);
        return scalar.Value.Length == 0 ? new(DiagnosticCodes.Length, $"'{key}' is empty.", $"'{key}' takes {shape.OneOf}.") : null;
    }

    private static ShapeProblem WrongType(YamlScalar scalar, Shape shape, string key)
    {
        if (shape is TextShape { Pattern: not null } form && !FitsForm(scalar.Value, form))
            return new(DiagnosticCodes.WrongType, $"'{key}' takes {shape.OneOf}, not {scalar.Words}.", form.FormWords);
        bool wantsText = shape is TextShape or WordShape or ScalarShape { TakesText: true };
        bool wantsOther = shape is NumberShape or BooleanShape;
        string hint = wantsText ? $"put it in quotes: '{Show(scalar.Value)}'"
            : wantsOther && scalar.Style is not ScalarStyle.Plain ? "remove the quotes"
            : shape is BooleanShape ? "write true or false"
            : shape is NumberShape ? "write a decimal number without unit, for example 3 or 0.5"
            : "";
        return new(DiagnosticCodes.WrongType, $"'{key}' takes {shape.OneOf}, not {scalar.Words}.", hint);
    }
}
