using System.Collections.Generic;
using System.Linq;
using MrsDiag.Rules;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>The texts that conditions look for.</summary>
internal static class Patterns
{
    /// <summary>The texts of a condition on the selected item, those of negated parts left out.</summary>
    public static IEnumerable<string> Of(Condition? condition) => condition switch
    {
        AllCondition all => all.Parts.SelectMany(Of),
        AnyCondition any => any.Parts.SelectMany(Of),
        LeafCondition { Field.Scope: FieldScope.Item } leaf => Texts(leaf.Operand),
        _ => [],
    };

    /// <summary>The texts of one operand.</summary>
    public static IEnumerable<string> Texts(object operand) => operand switch
    {
        string text => [text],
        IEnumerable<object> list => list.OfType<string>(),
        _ => [],
    };
}
