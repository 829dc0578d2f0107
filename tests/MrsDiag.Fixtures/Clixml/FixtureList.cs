using System.Collections.Generic;

namespace MrsDiag.Fixtures.Clixml;

/// <summary>A sequence to be written.</summary>
public sealed class FixtureList(string typeName, IReadOnlyCollection<object?> items)
{
    /// <summary>Its type.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Its elements.</summary>
    public IReadOnlyCollection<object?> Items { get; } = items;
}
