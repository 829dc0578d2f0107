using System.Collections;
using System.Collections.Generic;

namespace MrsDiag.Sources;

/// <summary>A list, queue, stack (top first) or other sequence of a CLIXML file.</summary>
public sealed class ClixmlList : IReadOnlyList<object?>
{
    private object?[] _items = [];

    internal ClixmlList()
    {
    }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <summary>Whether the file broke off, or was damaged, inside this list; the elements before that place are here.</summary>
    public bool IsPartial { get; private set; }

    /// <summary>Properties that the sequence had besides its elements; <see langword="null"/> where it had none.</summary>
    public IObjectView? Properties { get; private set; }

    /// <summary>Estimated size with everything below it, bytes.</summary>
    internal long Weight { get; private set; }

    /// <inheritdoc/>
    public object? this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => ((IEnumerable<object?>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    internal void Complete(object?[] items, bool isPartial)
    {
        _items = items;
        IsPartial = isPartial;
    }

    internal void Finish(IObjectView? properties, long weight, bool isPartial)
    {
        Properties = properties;
        Weight = weight;
        IsPartial |= isPartial;
    }
}
