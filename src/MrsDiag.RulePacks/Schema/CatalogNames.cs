using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The names that the sources of a catalog offer, for word lists and examples.</summary>
internal sealed class CatalogNames
{
    /// <summary>Collects the names.</summary>
    /// <param name="catalog">The sources.</param>
    public CatalogNames(FactCatalog catalog)
    {
        Sources = catalog.Sources.Select(s => (s.Name, s.Description)).ToArray();
        Collections = new[] { ("self", "The parent item.") }
            .Concat(catalog.Sources.SelectMany(s => s.Collections).GroupBy(c => c.Name).Select(c => (c.Key, c.First().Description))).ToArray();
        Fields = catalog.Sources
            .SelectMany(s => s.Collections.SelectMany(c => c.Fields).Select(f => f.Name).Concat(s.Parent.Fields.Select(f => s.Parent.Name + "." + f.Name)))
            .Distinct().OrderBy(n => n, StringComparer.Ordinal).ToArray();
        Scenarios = ParentValues(catalog, "scenario");
        Transports = ParentValues(catalog, "transport");
    }

    /// <summary>Source names with descriptions.</summary>
    public IReadOnlyList<(string Word, string Description)> Sources { get; }

    /// <summary>Names that <c>select</c> takes, with descriptions.</summary>
    public IReadOnlyList<(string Word, string Description)> Collections { get; }

    /// <summary>Field names of all collections, and those of parents with their prefix.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Values of the parents' field <c>scenario</c>.</summary>
    public IReadOnlyList<string> Scenarios { get; }

    /// <summary>Values of the parents' field <c>transport</c>.</summary>
    public IReadOnlyList<string> Transports { get; }

    private static string[] ParentValues(FactCatalog catalog, string field) =>
        catalog.Sources.SelectMany(s => s.Parent.Find(field)?.Values ?? []).Distinct().ToArray();
}
