using System;
using System.Collections.Generic;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds the settings of a rule. They come first: conditions, tests and overlays refer to them.</summary>
internal static class SettingsBinder
{
    /// <summary>Binds the settings.</summary>
    /// <param name="file">Where to report.</param>
    /// <param name="rule">The rule's mapping.</param>
    /// <returns>The settings without errors, by name.</returns>
    public static IReadOnlyDictionary<string, RuleSetting> Bind(FileDiagnostics file, YamlMapping rule)
    {
        Dictionary<string, RuleSetting> settings = new(StringComparer.Ordinal);
        if (rule.Mapping("settings") is not { } mapping)
            return settings;
        foreach (YamlEntry entry in mapping.Entries)
            if (entry.Value is YamlMapping setting && BindOne(file, entry.Key.Value, setting) is { } bound)
                settings.Add(bound.Name, bound);
        return settings;
    }

    private static RuleSetting? BindOne(FileDiagnostics file, string name, YamlMapping setting)
    {
        if (setting.Find("default")?.Value is not { } node || TypeOf(node) is not { } type || FactValues.Read(node, type) is not { } value)
            return null;
        int before = file.ErrorCount;
        object? min = Bound(file, setting, "min", type);
        object? max = Bound(file, setting, "max", type);
        if (min is IComparable low && max is not null && low.CompareTo(max) > 0)
            file.Report(DiagnosticCodes.SettingRange, setting.Find("min")!.Value, $"setting '{name}': min lies above max.", DiagnosticCodes.SettingRange.Fix);
        else if ((min is IComparable lowest && lowest.CompareTo(value) > 0) || (max is IComparable highest && highest.CompareTo(value) < 0))
            file.Report(DiagnosticCodes.SettingRange, node, $"setting '{name}': the default lies outside min and max.", DiagnosticCodes.SettingRange.Fix);
        return file.ErrorCount > before ? null : new RuleSetting(name, type, value, min, max, setting.Text("unit") ?? "", setting.Text("description") ?? "");
    }

    private static FactType? TypeOf(YamlNode node) => node switch
    {
        YamlSequence => FactType.TextList,
        YamlScalar { Kind: ScalarKind.Number } => FactType.Number,
        YamlScalar scalar when ScalarCheck.FitsForm(scalar.Value, CommonShapes.Duration) => FactType.Duration,
        _ => null,
    };

    private static object? Bound(FileDiagnostics file, YamlMapping setting, string key, FactType type)
    {
        if (setting.Find(key)?.Value is not YamlScalar { Kind: not ScalarKind.Empty } node)
            return null;
        object? value = type == FactType.TextList ? null : FactValues.Read(node, type);
        // Text that is neither number nor duration was reported by shape.
        if (value is null && TypeOf(node) is not null)
            file.Report(DiagnosticCodes.SettingRange, node, $"'{key}' is not of the default's type, {FactTypes.OneOf(type)}.", DiagnosticCodes.SettingRange.Fix);
        return value;
    }
}
