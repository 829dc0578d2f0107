using System.Collections.Generic;

namespace MrsDiag.Facts;

/// <summary>One field that rules may use.</summary>
/// <param name="Name">Name in rules, camel case.</param>
/// <param name="Type">Type of the value.</param>
/// <param name="Description">What it holds, with unit and where it comes from; shown in help and editor hovers.</param>
/// <param name="Values">The closed set of values, where there is one; otherwise empty.</param>
public sealed record FactField(string Name, FactType Type, string Description, IReadOnlyList<string>? Values = null)
{
    /// <summary>Position of the value in a <see cref="FactItem"/>.</summary>
    public int Ordinal { get; internal set; } = -1;
}
