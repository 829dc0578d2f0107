using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Sources;

namespace MrsDiag.Binding;

/// <summary>A hashtable or other dictionary read as an object: its keys are the properties.</summary>
internal sealed class DictionaryView : IObjectView
{
    private readonly IDictionary _dictionary;

    internal DictionaryView(IDictionary dictionary) => _dictionary = dictionary;

    /// <inheritdoc/>
    public IReadOnlyList<string> TypeNames => [_dictionary.GetType().FullName!];

    /// <inheritdoc/>
    public string? Text => null;

    /// <inheritdoc/>
    public IEnumerable<string> PropertyNames => _dictionary.Keys.OfType<string>();

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        // Not the dictionary's own look-up: a typed or case-sensitive dictionary would miss or throw.
        foreach (DictionaryEntry entry in _dictionary)
        {
            if (entry.Key is string key && string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                value = PSValue.From(entry.Value);
                return true;
            }
        }
        value = null;
        return false;
    }
}
