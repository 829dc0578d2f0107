using MrsDiag.Facts;
using MrsDiag.RulePacks.Help;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks;

/// <summary>The topic about_MrsDiag_Rules, made from the shipped packs.</summary>
public static class RuleHelp
{
    /// <summary>Writes the topic.</summary>
    /// <param name="load">The packs; overlays are applied, as in a listing of the rules.</param>
    /// <param name="catalog">The fact sources that the packs name.</param>
    /// <returns>Plain text with line feeds and a final one; 80 columns at most, but for single words that are longer.</returns>
    public static string ToText(RulePackLoad load, FactCatalog catalog) => new RuleHelpWriter(load, catalog).Write();
}
