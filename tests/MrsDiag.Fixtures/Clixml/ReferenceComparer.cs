using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace MrsDiag.Fixtures.Clixml;

// The serializer knows an object by identity, whatever its Equals says.
internal sealed class ReferenceComparer : IEqualityComparer<object>
{
    public static ReferenceComparer Instance { get; } = new();

    public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

    public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
}
