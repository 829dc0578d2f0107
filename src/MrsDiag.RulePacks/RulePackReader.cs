using System.Collections.Generic;
using System.Linq;
using MrsDiag.Diagnostics;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Binding;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks;

/// <summary>Reads rule packs and overlays, format <c>mrsdiag/v1</c>, and reports everything wrong with file, line and column.</summary>
public sealed class RulePackReader : IRulePackReader
{
    /// <inheritdoc/>
    public RulePackLoad Read(IReadOnlyList<RulePackFile> files, FactCatalog catalog)
    {
        PackTables tables = new(catalog);
        DiagnosticSink sink = new();
        LoadedFile[] loaded = files.Select((file, i) => FileLoader.Load(file, i, tables, sink)).ToArray();
        RuleBase rules = new();
        foreach (RuleNode rule in loaded.SelectMany(f => f.Rules))
            rules.Add(rule);
        RuleBinder binder = new(tables, rules);
        (LoadedFile File, RulePack Pack)[] packs = loaded.Where(f => f.Root is not null && !f.IsOverlay).Select(f => (f, BindPack(f, binder))).ToArray();
        (LoadedFile File, RuleOverlay Overlay)[] overlays =
            loaded.Where(f => f.Root is not null && f.IsOverlay).Select(f => (f, OverlayBinder.Bind(f, rules))).ToArray();
        new RuleCycles(rules).Report();
        // Half a pack gives false comfort: one error leaves the whole pack out.
        IReadOnlyList<RulePack> goodPacks = packs.Where(p => !p.File.Diagnostics.HasErrors).Select(p => p.Pack).ToArray();
        IReadOnlyList<RuleOverlay> goodOverlays = overlays.Where(o => !o.File.Diagnostics.HasErrors).Select(o => o.Overlay).ToArray();
        IReadOnlyList<Diagnostic> diagnostics = sink.ToList();
        return new RulePackLoad(goodPacks, goodOverlays, diagnostics);
    }

    private static RulePack BindPack(LoadedFile file, RuleBinder binder)
    {
        YamlMapping root = file.Root!;
        return new RulePack
        {
            Name = root.Text("pack") ?? "",
            Version = root.Text("version") ?? "",
            Description = root.Text("description") ?? "",
            File = file.Diagnostics.Source.Name,
            Rules = file.Rules.Select(binder.Bind).ToArray(),
        };
    }
}
