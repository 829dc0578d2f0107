using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>The keys of a pack and of an overlay.</summary>
internal static class PackKeys
{
    /// <summary>The format of packs.</summary>
    public const string PackFormat = "mrsdiag/v1";

    /// <summary>The format of overlays.</summary>
    public const string OverlayFormat = "mrsdiag-overrides/v1";

    private static readonly TextShape Version = new("version of the pack")
    {
        Pattern = @"^[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?$",
        FormWords = "a pack's version has three numbers: 1.0.0",
        Examples = ["1.0.0"],
    };

    private static readonly TextShape Name = new("pack name")
    {
        Pattern = "^[a-z0-9-]+$",
        FormWords = "lower case letters, digits and hyphens",
        Examples = ["my-rules"],
    };

    /// <summary>The keys of a pack.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The table.</returns>
    public static KeyTable MakePack(PackTables tables) => new("pack", "pack", "A file of rules.",
    [
        new("format", FormatOf(PackFormat, "A pack of rules."), true, "Says how to read the file."),
        new("pack", Name, true, "Name of the pack; findings carry it."),
        new("version", Version, true, "Version of the pack; raise it whenever a rule changes."),
        new("description", CommonShapes.Text, true, "What the pack is about, one sentence."),
        new("sources", Sources(tables), false, "Fact sources of all rules that do not name their own."),
        new("rules", new ListShape(new TableShape(() => tables.Rule)), true, "The rules."),
    ]);

    /// <summary>The keys of an overlay.</summary>
    /// <returns>The table.</returns>
    public static KeyTable MakeOverlay() => new("overlay", "overlay", "A file that changes loaded rules without editing their pack.",
    [
        new("format", FormatOf(OverlayFormat, "An overlay."), true, "Says how to read the file."),
        new("disable", new ListShape(CommonShapes.RuleId), false, "Rules that do not run."),
        new("severity", new MapShape(CommonShapes.RuleId, WordLists.Shape("severity", WordLists.Severities)), false,
            "Severities by rule id; they replace those of the rule and of its cases."),
        new("settings", new MapShape(CommonShapes.SettingOfRule, CommonShapes.SettingValue), false,
            "Values of settings, by rule id and setting name; in the setting's range."),
    ]);

    /// <summary>The shape of a list of sources.</summary>
    /// <param name="tables">All tables.</param>
    /// <returns>The shape.</returns>
    public static Shape Sources(PackTables tables) =>
        new ListShape(new WordShape("source", tables.Names.Sources) { Code = DiagnosticCodes.UnknownSource });

    private static WordShape FormatOf(string format, string description) => new("format", [(format, description)]) { Code = DiagnosticCodes.Format };
}
