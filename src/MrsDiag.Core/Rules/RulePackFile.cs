using System.Collections.Generic;
using System.Linq;
using MrsDiag.Diagnostics;

namespace MrsDiag.Rules;

/// <summary>The text of a pack or overlay.</summary>
/// <param name="Name">File name as diagnostics show it.</param>
/// <param name="Text">Its text.</param>
public sealed record RulePackFile(string Name, string Text);

/// <summary>What reading packs gave.</summary>
/// <param name="Packs">The packs without errors; a pack with an error is left out whole.</param>
/// <param name="Overlays">The overlays without errors.</param>
/// <param name="Diagnostics">Everything wrong, in file order.</param>
public sealed record RulePackLoad(
    IReadOnlyList<RulePack> Packs,
    IReadOnlyList<RuleOverlay> Overlays,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether a pack or overlay was refused.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Level == DiagnosticLevel.Error);
}

/// <summary>
/// Reads packs. Core and the cmdlets know only this interface; the implementation lives with YamlDotNet in a private load context.
/// </summary>
public interface IRulePackReader
{
    /// <summary>Reads several files as one rule base: ids are unique over all of them.</summary>
    /// <param name="files">The files.</param>
    /// <param name="catalog">The fact sources that packs may name.</param>
    /// <returns>Packs, overlays and diagnostics; never throws for a user's mistake.</returns>
    RulePackLoad Read(IReadOnlyList<RulePackFile> files, Facts.FactCatalog catalog);
}
