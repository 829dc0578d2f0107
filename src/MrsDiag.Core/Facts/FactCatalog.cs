using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Facts;

/// <summary>The fact sources that packs may name.</summary>
public sealed class FactCatalog
{
    /// <summary>Makes a catalog.</summary>
    /// <param name="sources">Its sources.</param>
    public FactCatalog(params FactSource[] sources) => Sources = sources;

    /// <summary>The sources.</summary>
    public IReadOnlyList<FactSource> Sources { get; }

    /// <summary>Looks a source up.</summary>
    /// <param name="name">Exact name.</param>
    /// <returns>The source, or <see langword="null"/>.</returns>
    public FactSource? Find(string name) => Sources.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));
}
