using System;
using System.Collections.Generic;

namespace MrsDiag.Facts;

/// <summary>A named kind of item with its fields, for example <c>failures</c>.</summary>
public sealed class FactCollection
{
    private readonly Dictionary<string, FactField> _byName = new(StringComparer.Ordinal);

    /// <summary>Makes a collection; field ordinals follow the order given.</summary>
    /// <param name="name">Name in rules (<c>select: failures</c>).</param>
    /// <param name="description">What one item is.</param>
    /// <param name="isTimed">Whether items carry a time, so that groups may use <c>within</c>.</param>
    /// <param name="fields">The fields.</param>
    public FactCollection(string name, string description, bool isTimed, params FactField[] fields)
    {
        Name = name;
        Description = description;
        IsTimed = isTimed;
        Fields = fields;
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i].Ordinal = i;
            _byName.Add(fields[i].Name, fields[i]);
        }
    }

    /// <summary>Name in rules.</summary>
    public string Name { get; }

    /// <summary>What one item is.</summary>
    public string Description { get; }

    /// <summary>Whether items carry a time.</summary>
    public bool IsTimed { get; }

    /// <summary>The fields in order of their ordinals.</summary>
    public IReadOnlyList<FactField> Fields { get; }

    /// <summary>Looks a field up by its exact name.</summary>
    /// <param name="name">Name as rules write it.</param>
    /// <returns>The field, or <see langword="null"/>.</returns>
    public FactField? Find(string name) => _byName.TryGetValue(name, out FactField? field) ? field : null;
}
