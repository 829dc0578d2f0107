using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules;

/// <summary>One row of <see cref="OperatorTable"/>.</summary>
/// <param name="Operator">The operator.</param>
/// <param name="Name">Its key in packs.</param>
/// <param name="Types">Field types it fits.</param>
/// <param name="TakesList">Whether the operand may be a list.</param>
/// <param name="Description">What makes it true.</param>
public sealed record OperatorRow(Operator Operator, string Name, IReadOnlyList<FactType> Types, bool TakesList, string Description)
{
    /// <summary>Whether the operator fits a field of this type.</summary>
    /// <param name="type">The field's type.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool Fits(FactType type) => Types.Contains(type);
}
