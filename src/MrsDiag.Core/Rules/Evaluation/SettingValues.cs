using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Setting values in force: the rule's default, then overlays in order, then the caller's.</summary>
internal sealed class SettingValues
{
    private readonly Dictionary<string, object> _values = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Settles all settings of some rules.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="options">Overlays and the caller's values.</param>
    /// <exception cref="RuleSettingException">A name or value is not allowed.</exception>
    public SettingValues(IReadOnlyList<Rule> rules, RuleEngineOptions options)
    {
        Dictionary<string, RuleSetting> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (Rule rule in rules)
            foreach (RuleSetting setting in rule.Settings.Values)
            {
                known[rule.Id + "." + setting.Name] = setting;
                _values[rule.Id + "." + setting.Name] = setting.Default;
            }
        foreach (KeyValuePair<string, string> given in options.Overlays.SelectMany(o => o.Settings).Concat(options.Settings))
        {
            if (!known.TryGetValue(given.Key, out RuleSetting? setting))
                throw new RuleSettingException($"There is no setting '{given.Key}'. {Suggest(given.Key, known.Keys)}");
            _values[given.Key] = Parse(given.Key, setting, given.Value);
        }
    }

    /// <summary>The value in force.</summary>
    /// <param name="ruleId">Rule.</param>
    /// <param name="name">Setting within the rule.</param>
    /// <returns>A <see cref="double"/>, <see cref="TimeSpan"/> or list of texts.</returns>
    public object Get(string ruleId, string name) => _values[ruleId + "." + name];

    private static object Parse(string key, RuleSetting setting, string text)
    {
        object value = setting.Type switch
        {
            FactType.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
            FactType.Duration when Durations.TryParse(text, out TimeSpan duration) => duration,
            FactType.Duration when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) => span,
            FactType.TextList => text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(t => (object)t.Trim()).ToArray(),
            _ => throw new RuleSettingException($"Setting '{key}' does not take '{text}': a {Kind(setting)} is expected."),
        };
        if ((setting.Min is IComparable min && Comparison.Holds((IComparable)value, Operator.Lt, min))
            || (setting.Max is IComparable max && Comparison.Holds((IComparable)value, Operator.Gt, max)))
            throw new RuleSettingException(
                $"Setting '{key}' does not take '{text}': allowed are {FactText.Format(setting.Min ?? "any")} to {FactText.Format(setting.Max ?? "any")}.");
        return value;
    }

    private static string Kind(RuleSetting setting) =>
        setting.Type == FactType.Duration ? "duration such as 45m or 2h" : "number" + (setting.Unit.Length > 0 ? " of " + setting.Unit : "");

    private static string Suggest(string key, IEnumerable<string> known)
    {
        string rule = key.Split('.')[0];
        string[] same = known.Where(k => k.StartsWith(rule + ".", StringComparison.OrdinalIgnoreCase)).OrderBy(k => k, StringComparer.Ordinal).ToArray();
        return same.Length > 0 ? "That rule has " + string.Join(", ", same) + "." : "Names look like MRS3001.window; Get-MrsDiagRule shows them.";
    }
}
