using System;
using System.Globalization;
using MrsDiag.Text;

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
    /// <returns>The duration, or <see langword="null"/>.</returns>
    public static TimeSpan? Duration(string text) =>
        // Longer than any sensible duration: adding up many large parts would overflow.
        text.Length <= 40 && Durations.TryParse(text, out TimeSpan value) ? value : null;

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
}
