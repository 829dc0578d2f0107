using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>Other values that a setting may take, as a user writes them.</summary>
internal static class SettingVariants
{
    /// <summary>The values: its limits, a step up and down, half and double.</summary>
    /// <param name="setting">The setting.</param>
    /// <returns>Values inside its limits that differ from the default.</returns>
    public static IReadOnlyList<string> Of(RuleSetting setting) => setting.Type switch
    {
        FactType.Number => Numbers(setting).Select(n => n.ToString(CultureInfo.InvariantCulture)).ToList(),
        FactType.Duration => Durations(setting).Select(d => d.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture) + "s").ToList(),
        _ => ["nothing-has-this-value"],
    };

    private static IEnumerable<double> Numbers(RuleSetting setting)
    {
        double value = (double)setting.Default;
        double[] candidates = [value + 1, value - 1, value * 2, value / 2, setting.Min as double? ?? value, setting.Max as double? ?? value];
        return candidates.Where(c => c != value && !(setting.Min is double min && c < min) && !(setting.Max is double max && c > max));
    }

    private static IEnumerable<TimeSpan> Durations(RuleSetting setting)
    {
        TimeSpan value = (TimeSpan)setting.Default;
        TimeSpan[] candidates =
        [
            value + value, TimeSpan.FromTicks(value.Ticks / 2), setting.Min as TimeSpan? ?? value, setting.Max as TimeSpan? ?? value,
        ];
        return candidates.Where(c => c != value && !(setting.Min is TimeSpan min && c < min) && !(setting.Max is TimeSpan max && c > max));
    }
}
