using System;
using System.Globalization;

namespace MrsDiag.Text;

/// <summary>Durations as people write them on a command line: <c>30m</c>, <c>1h30m</c>, <c>00:30:00</c>, or a bare number of a unit that the option names.</summary>
public static class DurationArgument
{
    // What a number may hold before it is no duration any more; a century, as for those with a unit.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>Reads one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="bareUnit">The unit of a number without one.</param>
    /// <returns>The duration, not negative; or <see langword="null"/> where it is none.</returns>
    public static TimeSpan? Read(string text, TimeSpan bareUnit)
    {
        string clean = text.Trim();
        if (double.TryParse(clean, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
            return number * bareUnit.TotalDays <= Longest.TotalDays ? TimeSpan.FromTicks((long)Math.Round(number * bareUnit.Ticks)) : null;
        if (Durations.TryParse(clean.Replace(" ", "").ToLowerInvariant(), out TimeSpan value))
            return value;
        // Without a colon TimeSpan would read days; that case was a bare number.
        return clean.IndexOf(':') > 0 && TimeSpan.TryParse(clean, CultureInfo.InvariantCulture, out value) && value >= TimeSpan.Zero && value <= Longest
            ? value
            : null;
    }
}
