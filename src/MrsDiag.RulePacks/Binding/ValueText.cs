using System;
using System.Globalization;
using System.Linq;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Reads values as packs write them. Always invariant: a pack means the same on every machine.</summary>
internal static class ValueText
{
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF",
        "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
    ];

    /// <summary>Reads a decimal number.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The number, or <see langword="null"/>.</returns>
    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out double value)
        && !double.IsInfinity(value) && !double.IsNaN(value) ? value : null;

    /// <summary>Reads <c>90s 30m 2h 1d 250ms</c> and combinations.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The duration, or <see langword="null"/>; more than a hundred years is none.</returns>
    public static TimeSpan? Duration(string text)
    {
        double milliseconds = 0;
        int i = 0;
        while (i < text.Length)
        {
            int digits = i;
            while (i < text.Length && text[i] is >= '0' and <= '9')
                i++;
            int unit = i;
            while (i < text.Length && text[i] is >= 'a' and <= 'z')
                i++;
            if (digits == unit || Milliseconds(text.Substring(unit, i - unit)) is not { } factor)
                return null;
            milliseconds += double.Parse(text.Substring(digits, unit - digits), CultureInfo.InvariantCulture) * factor;
        }
        return text.Length > 0 && milliseconds <= TimeSpan.FromDays(36525).TotalMilliseconds
            ? TimeSpan.FromTicks((long)(milliseconds * TimeSpan.TicksPerMillisecond))
            : null;
    }

    /// <summary>Writes a duration as packs do.</summary>
    /// <param name="value">The duration.</param>
    /// <returns>For example <c>1h30m</c>.</returns>
    public static string Format(TimeSpan value)
    {
        (int Count, string Unit)[] parts =
            [((int)value.TotalDays, "d"), (value.Hours, "h"), (value.Minutes, "m"), (value.Seconds, "s"), (value.Milliseconds, "ms")];
        string text = string.Concat(parts.Where(p => p.Count > 0).Select(p => p.Count.ToString(CultureInfo.InvariantCulture) + p.Unit));
        return text.Length > 0 ? text : "0s";
    }

    /// <summary>Reads an ISO 8601 time.</summary>
    /// <param name="text">The text; without zone it is UTC.</param>
    /// <returns>The time in UTC, or <see langword="null"/>.</returns>
    public static DateTime? Time(string text)
    {
        string form = text.Length > 10 && text[10] == ' ' ? text.Substring(0, 10) + "T" + text.Substring(11) : text;
        // Mono's "zzz" does not read "Z".
        if (form.EndsWith("Z", StringComparison.Ordinal))
            form = form.Substring(0, form.Length - 1) + "+00:00";
        return DateTimeOffset.TryParseExact(form, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time.UtcDateTime
            : null;
    }

    /// <summary>Reads a version of one to four numbers; <c>15</c> is 15.0.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The version, or <see langword="null"/>.</returns>
    public static Version? Version(string text) =>
        System.Version.TryParse(text.IndexOf('.') < 0 ? text + ".0" : text, out Version? version) ? version : null;

    private static double? Milliseconds(string unit) => unit switch
    {
        "ms" => 1,
        "s" => 1_000,
        "m" => 60_000,
        "h" => 3_600_000,
        "d" => 86_400_000,
        _ => null,
    };
}
