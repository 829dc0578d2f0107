using System.Collections.Generic;

namespace MrsDiag.Fixtures.Clixml;

/// <summary>A sequence to be written.</summary>
public sealed class FixtureList(string typeName, IEnumerable<object?> items)
{
    /// <summary>Its type.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Its elements.</summary>
    public IEnumerable<object?> Items { get; } = items;
}
