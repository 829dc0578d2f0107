using System;
using System.Collections.Generic;

namespace MrsDiag.Facts;

/// <summary>One observation: the values of one item of a collection.</summary>
public sealed class FactItem
{
    private readonly object?[] _values;

    /// <summary>Makes an item without values.</summary>
    /// <param name="collection">The collection that describes its fields.</param>
    public FactItem(FactCollection collection)
    {
        Collection = collection;
        _values = new object?[collection.Fields.Count];
    }

    /// <summary>The collection that describes its fields.</summary>
    public FactCollection Collection { get; }

    /// <summary>When it happened, UTC; <see langword="null"/> where not known. The time that windows and causes use.</summary>
    public DateTime? At { get; set; }

    /// <summary>Input order within the subject; ties in time keep it.</summary>
    public int Order { get; set; }

    /// <summary>
    /// Names the observation across collections: a failure and the call outcome drawn from it share one key,
    /// so that a rule that explains one explains the other. Negative: stands alone.
    /// </summary>
    public int EvidenceKey { get; set; } = -1;

    /// <summary>The server to show as evidence.</summary>
    public string? Server { get; set; }

    /// <summary>The text to show as evidence, unshortened.</summary>
    public string Text { get; set; } = "";

    /// <summary>Where in the input it stands.</summary>
    public string Origin { get; set; } = "";

    /// <summary>The value of a field; <see langword="null"/> means missing.</summary>
    /// <param name="ordinal">The field's ordinal.</param>
    public object? this[int ordinal]
    {
        get => _values[ordinal];
        set => _values[ordinal] = value;
    }

    /// <summary>The value of a field by name.</summary>
    /// <param name="field">Exact name.</param>
    /// <exception cref="KeyNotFoundException">The collection has no such field.</exception>
    public object? this[string field]
    {
        get => _values[Ordinal(field)];
        set => _values[Ordinal(field)] = value;
    }

    private int Ordinal(string field) =>
        (Collection.Find(field) ?? throw new KeyNotFoundException($"{Collection.Name} has no field '{field}'.")).Ordinal;
}
