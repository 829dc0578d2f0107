using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds an overlay, once all packs of the load are known.</summary>
internal static class OverlayBinder
{
    /// <summary>Binds an overlay.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="rules">All rules of the load.</param>
    /// <returns>The overlay; only used when the file has no error.</returns>
    public static RuleOverlay Bind(LoadedFile file, RuleBase rules)
    {
        YamlMapping root = file.Root!;
        Dictionary<string, Severity> severities = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in root.Mapping("severity")?.Entries ?? [])
            if (rules.Knows(file.Diagnostics, entry.Key, DiagnosticCodes.OverlayRule)
                && WordLists.Value(WordLists.Severities, (entry.Value as YamlScalar)?.Value) is { } severity)
                severities[entry.Key.Value] = severity;
        return new RuleOverlay
        {
            File = file.Diagnostics.Source.Name,
            Disable = root.Scalars("disable").Where(id => rules.Knows(file.Diagnostics, id, DiagnosticCodes.OverlayRule)).Select(id => id.Value).ToArray(),
            Severity = severities,
            Settings = SettingOverrides.Read(file.Diagnostics, root.Mapping("settings"), rules, DiagnosticCodes.OverlayRule),
        };
    }
}
