using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Facts;

/// <summary>The table of one fact source: the parent item and its collections. The single description that all readers share.</summary>
public sealed class FactSource
{
    /// <summary>Makes a source.</summary>
    /// <param name="name">Name in packs (<c>sources: [move-report]</c>).</param>
    /// <param name="description">What it describes.</param>
    /// <param name="parent">The one item that stands for the subject; rules reach it as <c>parentName.field</c>.</param>
    /// <param name="collections">Its collections.</param>
    public FactSource(string name, string description, FactCollection parent, params FactCollection[] collections)
    {
        Name = name;
        Description = description;
        Parent = parent;
        Collections = collections;
    }

    /// <summary>Name in packs.</summary>
    public string Name { get; }

    /// <summary>What it describes.</summary>
    public string Description { get; }

    /// <summary>The parent item's fields; <c>select: self</c> selects it.</summary>
    public FactCollection Parent { get; }

    /// <summary>The collections.</summary>
    public IReadOnlyList<FactCollection> Collections { get; }

    /// <summary>Turns a text into facts, where the source can be read from text; rule tests use it for <c>given: text</c>.</summary>
    public Func<string, FactSet>? FromText { get; init; }

    /// <summary>Completes a fact set that a rule test wrote field by field, so that derived fields need not be written out.</summary>
    public Action<FactSet>? Complete { get; init; }

    /// <summary>Finds what <c>select</c> names.</summary>
    /// <param name="name">A collection's name, or <c>self</c>.</param>
    /// <returns>The collection, or <see langword="null"/>.</returns>
    public FactCollection? FindCollection(string name) =>
        name == "self" ? Parent : Collections.FirstOrDefault(c => c.Name == name);
}
