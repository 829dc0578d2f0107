using System;
using System.Collections.Generic;

namespace MrsDiag.Facts;

/// <summary>All facts about one subject, ready to be judged. Pure data: it can be kept and judged again.</summary>
public sealed class FactSet
{
    private readonly Dictionary<string, List<FactItem>> _items = new(StringComparer.Ordinal);

    /// <summary>Makes an empty set.</summary>
    /// <param name="source">The table that describes it.</param>
    /// <param name="subject">What it is about, as findings name it.</param>
    public FactSet(FactSource source, string subject)
    {
        Source = source;
        Subject = subject;
        Parent = new FactItem(source.Parent);
        foreach (FactCollection collection in source.Collections)
            _items.Add(collection.Name, []);
    }

    /// <summary>The table that describes it.</summary>
    public FactSource Source { get; }

    /// <summary>What it is about.</summary>
    public string Subject { get; set; }

    /// <summary>The parent item.</summary>
    public FactItem Parent { get; }

    /// <summary>What the reader has to say about the input itself (poor export, lost references, ambiguous dates); ready findings.</summary>
    public IList<Finding> Notes { get; } = new List<Finding>();

    /// <summary>The items of a collection, in input order.</summary>
    /// <param name="collection">Its name, or <c>self</c>.</param>
    /// <returns>The list; never <see langword="null"/> for a collection of the source.</returns>
    public IReadOnlyList<FactItem> Items(string collection) => collection == "self" ? [Parent] : _items[collection];

    /// <summary>Adds an item to a collection and returns it to be filled.</summary>
    /// <param name="collection">The collection's name.</param>
    /// <returns>The new item.</returns>
    public FactItem Add(string collection) =>
        Add(Source.FindCollection(collection) ?? throw new ArgumentException($"No collection '{collection}'.", nameof(collection)));

    /// <summary>Adds an item to a collection and returns it to be filled; for readers that add many.</summary>
    /// <param name="table">A collection of the source.</param>
    /// <returns>The new item.</returns>
    public FactItem Add(FactCollection table)
    {
        List<FactItem> list = _items[table.Name];
        FactItem item = new(table) { Order = list.Count };
        list.Add(item);
        return item;
    }
}
