using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A leaf on a field of the item or the parent: reads the value, leaves the comparison to its kind.</summary>
internal abstract class CompiledLeaf(FieldScope fieldScope, FactField field, bool isNeeded) : CompiledCondition
{
    /// <summary>The field.</summary>
    public FactField Field { get; } = field;

    /// <summary>Where it belongs.</summary>
    public FieldScope FieldScope { get; } = fieldScope;

    /// <summary>Whether a missing value makes the answer unknown.</summary>
    public bool IsNeeded { get; } = isNeeded;

    public override bool DependsOnItem => FieldScope == FieldScope.Item;

    public override Truth Evaluate(EvaluationScope scope, FactItem? item)
    {
        Truth best = Truth.False;
        foreach (FactItem target in scope.Targets(FieldScope, item))
        {
            object? value = target[Field.Ordinal];
            Truth one = value is null ? OnMissing(scope) : Test(scope, value);
            if (one == Truth.True)
                return one;
            if (one > best)
                best = one;
        }
        return best;
    }

    /// <summary>Compares a value that is there.</summary>
    protected abstract Truth Test(EvaluationScope scope, object value);

    /// <summary>The answer for a missing value.</summary>
    protected virtual Truth OnMissing(EvaluationScope scope) => IsNeeded ? scope.Missing(Field.Name) : Truth.False;

    /// <summary>One text, or each of a list.</summary>
    protected static IEnumerable<string> Texts(object value) => value is string one ? [one] : (IEnumerable<string>)value;
}

/// <summary>The field has a value, or has none.</summary>
internal sealed class ExistsLeaf(FieldScope scope, FactField field, bool expected) : CompiledLeaf(scope, field, isNeeded: false)
{
    public override int Cost => 0;

    protected override Truth Test(EvaluationScope scope, object value) => expected ? Truth.True : Truth.False;

    protected override Truth OnMissing(EvaluationScope scope) => expected ? Truth.False : Truth.True;
}

/// <summary>How a text leaf looks at a pattern.</summary>
internal enum TextTest
{
    Contains,
    Equals,
    StartsWith,
    EndsWith,
}

/// <summary>Literal patterns, answered from the shared scan.</summary>
internal sealed class PatternLeaf(FieldScope scope, FactField field, bool isNeeded, TextTest test, IReadOnlyList<int> patterns, PatternIndex index)
    : CompiledLeaf(scope, field, isNeeded)
{
    /// <summary>The patterns, one of which must hold.</summary>
    public IReadOnlyList<int> Patterns { get; } = patterns;

    public override int Cost => 2;

    protected override Truth Test(EvaluationScope scope, object value)
    {
        foreach (string text in Texts(value))
        {
            ScannedText scanned = scope.Scan(text);
            foreach (int id in Patterns)
                if (scanned.Holds(id) && Fits(scanned.Normalized, index.Pattern(id)))
                    return Truth.True;
        }
        return Truth.False;
    }

    private bool Fits(string text, string pattern) => test switch
    {
        TextTest.Contains => true,
        TextTest.Equals => text.Length == pattern.Length,
        TextTest.StartsWith => text.StartsWith(pattern, StringComparison.Ordinal),
        _ => text.EndsWith(pattern, StringComparison.Ordinal),
    };
}

/// <summary>Text compared with regard to case, and so not normalised.</summary>
internal sealed class ExactTextLeaf(FieldScope scope, FactField field, bool isNeeded, TextTest test, IReadOnlyList<string> operands)
    : CompiledLeaf(scope, field, isNeeded)
{
    protected override Truth Test(EvaluationScope scope, object value) =>
        Texts(value).Any(text => operands.Any(operand => Fits(text, operand))) ? Truth.True : Truth.False;

    private bool Fits(string text, string operand) => test switch
    {
        TextTest.Contains => text.IndexOf(operand, StringComparison.Ordinal) >= 0,
        TextTest.Equals => string.Equals(text, operand, StringComparison.Ordinal),
        TextTest.StartsWith => text.StartsWith(operand, StringComparison.Ordinal),
        _ => text.EndsWith(operand, StringComparison.Ordinal),
    };
}

/// <summary>A regular expression or wildcard pattern.</summary>
internal sealed class RegexLeaf(FieldScope scope, FactField field, bool isNeeded, Regex regex, bool normalized)
    : CompiledLeaf(scope, field, isNeeded)
{
    public override int Cost => 20;

    protected override Truth Test(EvaluationScope scope, object value)
    {
        Truth best = Truth.False;
        foreach (string text in Texts(value))
        {
            Truth one = scope.Match(text, regex, normalized);
            if (one > best)
                best = one;
        }
        return best;
    }
}

/// <summary>Numbers, durations, times, versions and booleans.</summary>
internal sealed class OrderLeaf(FieldScope scope, FactField field, bool isNeeded, Operator comparison, IReadOnlyList<IComparable> operands)
    : CompiledLeaf(scope, field, isNeeded)
{
    protected override Truth Test(EvaluationScope scope, object value) =>
        operands.Any(operand => Comparison.Holds((IComparable)value, comparison, operand)) ? Truth.True : Truth.False;
}

/// <summary>A value of the group, in a case of a grouped rule.</summary>
internal sealed class GroupLeaf(string name, Operator comparison, IReadOnlyList<IComparable> operands) : CompiledCondition
{
    public override bool DependsOnItem => false;

    public override Truth Evaluate(EvaluationScope scope, FactItem? item)
    {
        object? value = scope.Group?.Value(name);
        if (comparison == Operator.Exists)
            return (value is not null).Equals(operands[0]) ? Truth.True : Truth.False;
        return value is IComparable known && operands.Any(o => Comparison.Holds(known, comparison, o)) ? Truth.True : Truth.False;
    }
}
