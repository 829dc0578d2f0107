using System;
using System.Collections.Generic;
using MrsDiag.Sources.Clixml;

namespace MrsDiag.Sources;

/// <summary>
/// One object of a CLIXML file. A dictionary is a node whose properties are its entries; an enum is a node whose
/// <see cref="Text"/> is the name and whose property <c>value</c> is the number.
/// </summary>
public sealed class ClixmlNode : IObjectView
{
    // Two arrays in step instead of a dictionary: objects of one type share the array of names, and few properties are asked for.
    private string[] _names = [];
    private object?[] _values = [];

    internal ClixmlNode(TypeNameList types) => Types = types;

    /// <inheritdoc/>
    public IReadOnlyList<string> TypeNames => Types.Names;

    /// <inheritdoc/>
    public string? Text { get; internal set; }

    /// <inheritdoc/>
    public IEnumerable<string> PropertyNames => _names;

    /// <summary>Whether the file broke off, or was damaged, inside this object; what stood before that place is here.</summary>
    public bool IsPartial { get; private set; }

    internal TypeNameList Types { get; }

    /// <summary>Estimated size with everything below it, bytes.</summary>
    internal long Weight { get; private set; }

    /// <inheritdoc/>
    public bool TryGet(string name, out object? value)
    {
        // From the end: a note property (written last) hides the object's own of the same name, as in PowerShell.
        for (int i = _names.Length - 1; i >= 0; i--)
        {
            string candidate = _names[i];
            if (candidate.Length != name.Length || !string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
                continue;
            value = _values[i];
            return true;
        }
        value = null;
        return false;
    }

    /// <summary>The text, for people and debuggers.</summary>
    /// <returns><see cref="Text"/>, or the type's name where there is none.</returns>
    public override string ToString() => Text ?? (TypeNames.Count > 0 ? TypeNames[0] : "");

    internal void Complete(string[] names, object?[] values, long weight, bool isPartial)
    {
        IsPartial = isPartial;
        _names = names;
        _values = values;
        Weight = weight;
    }
}
