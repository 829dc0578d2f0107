using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Binding;

/// <summary>A collection whose items are converted when they are read, so that a list that holds itself does no harm.</summary>
internal sealed class ListView : IReadOnlyList<object?>
{
    private readonly object?[] _items;

    internal ListView(IEnumerable items) => _items = items.Cast<object?>().ToArray();

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public object? this[int index] => PSValue.From(_items[index]);

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => _items.Select(PSValue.From).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
