using System;
using System.Globalization;
using System.Xml;

namespace MrsDiag.Sources.Values;

/// <summary>Reads durations in the forms that move statistics use (research move-report.md 1.5).</summary>
public static class DurationText
{
    /// <summary>Reads <c>00:05:27.1008444</c>, <c>3650.00:00:00</c>, ISO 8601 <c>P1DT2H3M4S</c>, or ticks.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The duration, or <see langword="null"/>.</returns>
    public static TimeSpan? Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0 || text.Length > 64)
            return null;
        if (text[0] == 'P' || text.StartsWith("-P", StringComparison.Ordinal))
            return Iso(text);
        if (text.IndexOf(':') < 0)
        {
            // A bare number would be read as days by TimeSpan; in a report it is ticks.
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long ticks)
                ? TimeSpan.FromTicks(ticks)
                : null;
        }
        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan span) ? span : null;
    }

    private static TimeSpan? Iso(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
