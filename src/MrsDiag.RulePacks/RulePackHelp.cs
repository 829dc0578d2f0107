using MrsDiag.Facts;
using MrsDiag.RulePacks.Help;
using MrsDiag.RulePacks.Schema;

namespace MrsDiag.RulePacks;

/// <summary>The topic about_MrsDiag_RulePack, made from the tables that the binder reads.</summary>
public static class RulePackHelp
{
    /// <summary>Writes the topic.</summary>
    /// <param name="catalog">The fact sources that packs may name.</param>
    /// <returns>Plain text, 80 columns at most, with line feeds and a final one.</returns>
    public static string ToText(FactCatalog catalog) => new HelpWriter(new PackTables(catalog)).Write();
}
