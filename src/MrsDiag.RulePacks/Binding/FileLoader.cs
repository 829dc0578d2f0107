using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>The first pass over a file: text to tree, shape, and the rules it declares.</summary>
internal static class FileLoader
{
    /// <summary>Loads a file.</summary>
    /// <param name="file">Its name and text.</param>
    /// <param name="index">Its position in the load.</param>
    /// <param name="tables">The key tables.</param>
    /// <param name="sink">Where to report.</param>
    /// <returns>The file; without root where it cannot be judged further.</returns>
    public static LoadedFile Load(RulePackFile file, int index, PackTables tables, DiagnosticSink sink)
    {
        FileDiagnostics diagnostics = new(new SourceText(file.Name, file.Text), index, sink);
        LoadedFile loaded = new(diagnostics);
        if (YamlTextReader.Read(diagnostics) is not { } root || !KnowsFormat(loaded, root))
            return loaded;
        loaded.Root = (YamlMapping)root;
        KeyTable table = loaded.IsOverlay ? tables.Overlay : tables.Pack;
        new ShapeChecker(diagnostics).Check(root, new TableShape(() => table), table.Name);
        if (!loaded.IsOverlay)
            foreach (YamlMapping rule in loaded.Root.Items("rules").OfType<YamlMapping>())
                loaded.Rules.Add(new RuleNode(loaded, rule, IdOf(rule), SettingsBinder.Bind(diagnostics, rule)));
        return loaded;
    }

    // What the format is decides by which table to judge; without it every other report would be a guess.
    private static bool KnowsFormat(LoadedFile file, YamlNode root)
    {
        YamlMapping? mapping = root as YamlMapping;
        string? format = mapping?.Text("format");
        file.IsOverlay = format == PackKeys.OverlayFormat;
        if (file.IsOverlay || format == PackKeys.PackFormat)
            return true;
        string[] known = [PackKeys.PackFormat, PackKeys.OverlayFormat];
        string message = mapping is null ? "the file is no mapping of keys and has no 'format'."
            : format is null ? "the file has no 'format'."
            : $"'{ScalarCheck.Show(format)}' is not a known format.{Suggestion.For(format, known)}";
        file.Diagnostics.Report(DiagnosticCodes.Format, mapping?.Find("format")?.Value ?? root, message, "known formats: " + Suggestion.List(known));
        return false;
    }

    private static string? IdOf(YamlMapping rule) =>
        rule.Scalar("id") is { } id && ScalarCheck.Problem(id, CommonShapes.RuleId, "id") is null ? id.Value : null;
}
