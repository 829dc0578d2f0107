using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>A field that a rule names, found in every source of the rule.</summary>
/// <param name="Reference">How the engine finds it.</param>
/// <param name="Fields">The field in each source, in order; one type.</param>
internal sealed record ResolvedField(FieldReference Reference, IReadOnlyList<FactField> Fields)
{
    /// <summary>Its type.</summary>
    public FactType Type => Fields[0].Type;

    /// <summary>The closed list of values, where each source has one.</summary>
    public IReadOnlyList<string>? Values =>
        Fields.All(f => f.Values is { Count: > 0 }) ? Fields.SelectMany(f => f.Values!).Distinct(StringComparer.Ordinal).ToArray() : null;
}
