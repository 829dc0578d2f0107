using System;
using System.Globalization;

namespace MrsDiag.Text;

/// <summary>Durations as rules write them (<c>90s</c>, <c>1h30m</c>) and as messages print them (<c>1 h 30 min</c>).</summary>
public static class Durations
{
    // A century; longer ones are slips of the pen, and their sum could overflow.
    private const double MostDays = 36_500;

    /// <summary>Reads <c>90s 30m 2h 1d</c> and combinations such as <c>1h30m</c>; also <c>250ms</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The duration.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string text, out TimeSpan value)
    {
        value = TimeSpan.Zero;
        int i = 0;
        while (i < text.Length)
        {
            int start = i;
            while (i < text.Length && (char.IsDigit(text[i]) || text[i] == '.'))
                i++;
            int unitStart = i;
            while (i < text.Length && char.IsLetter(text[i]))
                i++;
            if (!double.TryParse(text.Substring(start, unitStart - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                || Unit(text.Substring(unitStart, i - unitStart)) is not { } unit
                || number * unit.TotalDays > MostDays)
                return false;
            value += TimeSpan.FromTicks((long)(number * unit.Ticks));
            if (value.TotalDays > MostDays)
                return false;
        }
        return text.Length > 0;
    }

    /// <summary>Prints a duration with its two largest units.</summary>
    /// <param name="value">The duration.</param>
    /// <returns>For example <c>2 h 5 min</c>, <c>45 s</c>, <c>4.9 ms</c>, <c>0 s</c>.</returns>
    public static string Format(TimeSpan value)
    {
        if (value < TimeSpan.Zero)
            return "-" + Format(value.Negate());
        if (value == TimeSpan.Zero)
            return "0 s";
        if (value < TimeSpan.FromSeconds(1))
            return value.TotalMilliseconds.ToString("0.#", CultureInfo.InvariantCulture) + " ms";
        if (value < TimeSpan.FromMinutes(1))
            return value.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s";
        if (value < TimeSpan.FromHours(1))
            return Two(value.Minutes, "min", value.Seconds, "s");
        return value < TimeSpan.FromDays(1) ? Two(value.Hours, "h", value.Minutes, "min") : Two((int)value.TotalDays, "d", value.Hours, "h");
    }

    /// <summary>Writes a duration as rules and settings take it; <see cref="TryParse"/> reads it back unchanged.</summary>
    /// <param name="value">A duration that is not negative.</param>
    /// <returns>For example <c>1h30m</c>, <c>45m</c>, <c>0s</c>.</returns>
    public static string ToRuleText(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
            return "0s";
        double milliseconds = value.TotalMilliseconds - Math.Floor(value.TotalSeconds) * 1000;
        return Part((int)value.TotalDays, "d") + Part(value.Hours, "h") + Part(value.Minutes, "m") + Part(value.Seconds, "s") + Part(milliseconds, "ms");
    }

    private static string Part(double number, string unit) => number == 0 ? "" : number.ToString("0.####", CultureInfo.InvariantCulture) + unit;

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        large.ToString(CultureInfo.InvariantCulture) + " " + largeUnit
        + (small == 0 ? "" : " " + small.ToString(CultureInfo.InvariantCulture) + " " + smallUnit);

    private static TimeSpan? Unit(string name) => name switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        "h" => TimeSpan.FromHours(1),
        "d" => TimeSpan.FromDays(1),
        _ => null,
    };
}
