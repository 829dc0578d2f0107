using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Rules.Evaluation;
using MrsDiag.Text;

namespace MrsDiag.Rules;

/// <summary>Lists loaded rules as users see them.</summary>
public static class RuleListing
{
    /// <summary>Lists all rules, also those that do not run.</summary>
    /// <param name="load">Packs and overlays.</param>
    /// <returns>The rules by id.</returns>
    /// <exception cref="RuleSettingException">An overlay names a setting that no pack has.</exception>
    public static IReadOnlyList<RuleInfo> List(RulePackLoad load)
    {
        Rule[] rules = load.Packs.SelectMany(p => p.Rules).OrderBy(r => r.Id, StringComparer.Ordinal).ToArray();
        SettingValues values = new(rules, new RuleEngineOptions { Overlays = load.Overlays });
        return rules.Select(r => Describe(r, load.Overlays, values)).ToArray();
    }

    private static RuleInfo Describe(Rule rule, IReadOnlyList<RuleOverlay> overlays, SettingValues values) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Title = rule.Title,
        Pack = rule.Pack,
        PackVersion = rule.PackVersion,
        Severity = overlays.SelectMany(o => o.Severity).Where(s => IsSame(s.Key, rule.Id)).Select(s => (Severity?)s.Value).LastOrDefault() ?? rule.Severity,
        Confidence = rule.Confidence,
        Role = rule.Role,
        Owner = rule.Owner,
        Status = rule.Status,
        Enabled = rule.Status != RuleStatus.Deprecated && !overlays.Any(o => o.Disable.Any(id => IsSame(id, rule.Id))),
        Sources = [.. rule.Sources],
        Scenarios = [.. rule.Scenarios],
        Transports = [.. rule.Transports],
        Settings = [.. rule.Settings.Values.Select(s => Describe(rule.Id, s, values))],
        Description = rule.Description.Trim(),
        FalsePositives = [.. rule.FalsePositives],
        Remediation = Steps(rule),
        References = [.. rule.References.Select(r => r.ToString())],
        Related = [.. rule.Related],
        Tags = [.. rule.Tags],
        Tests = rule.Tests.Count,
        Location = rule.Location?.ToString() ?? "",
    };

    private static RuleSettingInfo Describe(string ruleId, RuleSetting setting, SettingValues values) => new()
    {
        Name = ruleId + "." + setting.Name,
        Type = setting.Type,
        Value = Write(values.Get(ruleId, setting.Name)),
        Default = Write(setting.Default),
        Minimum = Write(setting.Min),
        Maximum = Write(setting.Max),
        Unit = setting.Unit,
        Description = setting.Description,
    };

    // Copies: what is handed out may be edited, the rule may not.
    private static Remedy[] Steps(Rule rule) =>
    [
        .. rule.Remediation.Concat(rule.Cases.SelectMany(c => c.Remediation ?? []))
            .GroupBy(s => (s.Text, s.RunIn, s.Owner))
            .Select(g => new Remedy { Text = g.Key.Text, RunIn = g.Key.RunIn, Owner = g.Key.Owner }),
    ];

    private static string Write(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        TimeSpan duration => Durations.ToRuleText(duration),
        IEnumerable<object> list => string.Join(", ", list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
