using MrsDiag.Facts;
using MrsDiag.RulePacks.Schema;

namespace MrsDiag.RulePacks;

/// <summary>The JSON schema of packs and overlays, made from the tables that the binder reads; for editors.</summary>
public static class RulePackSchema
{
    /// <summary>Writes the schema.</summary>
    /// <param name="catalog">The fact sources that packs may name.</param>
    /// <returns>JSON schema draft 07, with line feeds and a final one.</returns>
    public static string ToJson(FactCatalog catalog) => JsonWriter.Write(new SchemaWriter().Write(new PackTables(catalog)));
}
