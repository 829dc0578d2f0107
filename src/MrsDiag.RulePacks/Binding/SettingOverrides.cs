using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;
using MrsDiag.Text;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Reads values for settings of rules, as overlays and tests give them: <c>MRS3001.window: 30m</c>.</summary>
internal static class SettingOverrides
{
    /// <summary>Reads the values.</summary>
    /// <param name="file">Where to report.</param>
    /// <param name="mapping">The mapping; <see langword="null"/> for none.</param>
    /// <param name="rules">All rules of the load.</param>
    /// <param name="unknownRule">The code for an unknown rule.</param>
    /// <returns>The values as written, by rule id and setting name; lists joined by commas.</returns>
    public static IReadOnlyDictionary<string, string> Read(FileDiagnostics file, YamlMapping? mapping, RuleBase rules, DiagnosticCode unknownRule)
    {
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        foreach (YamlEntry entry in mapping?.Entries ?? [])
        {
            // Another form was reported by shape.
            if (!ScalarCheck.FitsForm(entry.Key.Value, CommonShapes.SettingOfRule))
                continue;
            int dot = entry.Key.Value.IndexOf('.');
            YamlScalar id = new(entry.Key.Value.Substring(0, dot), ScalarStyle.Plain, entry.Key.Start, entry.Key.End);
            if (!rules.Knows(file, id, unknownRule))
                continue;
            RuleNode rule = rules.Find(id.Value)!;
            string name = entry.Key.Value.Substring(dot + 1);
            if (rule.Settings.TryGetValue(name, out RuleSetting? setting))
                CheckValue(file, entry, setting);
            else if (rule.Node.Mapping("settings")?.Find(name) is null)
                ReportUnknown(file, entry.Key, rule, name);
            values[entry.Key.Value] = AsWritten(entry.Value);
        }
        return values;
    }

    private static void ReportUnknown(FileDiagnostics file, YamlScalar key, RuleNode rule, string name) =>
        file.Report(DiagnosticCodes.OverlaySetting, key, $"rule {rule.Id} has no setting '{name}'.{Suggestion.For(name, rule.Settings.Keys)}",
            rule.Settings.Count > 0 ? "its settings: " + Suggestion.List(rule.Settings.Keys) : "it has no settings");

    private static void CheckValue(FileDiagnostics file, YamlEntry entry, RuleSetting setting)
    {
        object? value = FactValues.Read(entry.Value, setting.Type);
        if (value is null)
            file.Report(DiagnosticCodes.SettingValue, entry.Value, $"setting '{setting.Name}' takes {FactTypes.OneOf(setting.Type)}.", DiagnosticCodes.SettingValue.Fix);
        else if (setting.Min is IComparable min && min.CompareTo(value) > 0)
            ReportRange(file, entry.Value, setting);
        else if (setting.Max is IComparable max && max.CompareTo(value) < 0)
            ReportRange(file, entry.Value, setting);
    }

    private static void ReportRange(FileDiagnostics file, YamlNode node, RuleSetting setting) =>
        file.Report(DiagnosticCodes.SettingValue, node,
            $"setting '{setting.Name}' takes {Limit("at least", setting.Min)}{(setting.Min is not null && setting.Max is not null ? " and " : "")}{Limit("at most", setting.Max)}.");

    private static string Limit(string words, object? limit) => limit switch
    {
        null => "",
        TimeSpan duration => $"{words} {Durations.Format(duration)}",
        _ => FormattableString.Invariant($"{words} {limit}"),
    };

    private static string AsWritten(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence list => string.Join(",", list.Items.OfType<YamlScalar>().Select(s => s.Value)),
        _ => "",
    };
}
