using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A literal that an item must hold for a rule to be worth judging on it.</summary>
/// <param name="Ordinal">The item field.</param>
/// <param name="Pattern">The pattern's id.</param>
internal readonly record struct Trigger(int Ordinal, int Pattern);

/// <summary>
/// Finds, for a condition, literals of which at least one must be in the item before the condition can hold. With them a rule is
/// looked up from the text instead of every rule being tried on every text, so that many rules cost little more than few.
/// </summary>
internal static class RequiredPatterns
{
    /// <summary>The triggers of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <returns>The triggers, or <see langword="null"/> where the condition can hold without any.</returns>
    public static IReadOnlyList<Trigger>? Of(CompiledCondition? condition) => condition switch
    {
        CompiledAll all => Fewest(all.Parts.Select(Of)),
        CompiledAny any => Union(any.Parts.Select(Of)),
        // A needed field that is missing answers "unknown", which a look-up from the text would hide.
        PatternLeaf { FieldScope: FieldScope.Item, IsNeeded: false } leaf => leaf.Patterns.Select(p => new Trigger(leaf.Field.Ordinal, p)).ToArray(),
        _ => null,
    };

    private static IReadOnlyList<Trigger>? Fewest(IEnumerable<IReadOnlyList<Trigger>?> parts) =>
        parts.Where(p => p is not null).OrderBy(p => p!.Count).FirstOrDefault();

    private static List<Trigger>? Union(IEnumerable<IReadOnlyList<Trigger>?> parts)
    {
        List<Trigger> union = [];
        foreach (IReadOnlyList<Trigger>? part in parts)
        {
            if (part is null)
                return null;
            union.AddRange(part);
        }
        return union;
    }
}
