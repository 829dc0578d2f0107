using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace MrsDiag.Text;

/// <summary>Prints fact values in messages; always invariant, so that a finding reads the same on every machine.</summary>
public static class FactText
{
    private const int MaxValues = 5;

    /// <summary>Prints one value.</summary>
    /// <param name="value">A fact value; <see langword="null"/> prints as <c>unknown</c>.</param>
    /// <returns>The text.</returns>
    public static string Format(object? value) => value switch
    {
        null => "unknown",
        string text => text,
        bool flag => flag ? "yes" : "no",
        double number => number.ToString("0.##", CultureInfo.InvariantCulture),
        TimeSpan duration => Durations.Format(duration),
        DateTime time => Time(time),
        IEnumerable<string> list => Join(list),
        IEnumerable<object?> list => Join(list.Select(Format)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "unknown",
    };

    /// <summary>Prints a time in UTC to the minute.</summary>
    /// <param name="time">UTC.</param>
    /// <returns>For example <c>2024-05-01 10:00 UTC</c>.</returns>
    public static string Time(DateTime time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>Joins values, five at most.</summary>
    /// <param name="values">The values.</param>
    /// <returns>For example <c>CAS1, CAS2</c> or <c>a, b, c, d, e and 3 more</c>; <c>none</c> for an empty list.</returns>
    public static string Join(IEnumerable<string> values)
    {
        List<string> all = values.ToList();
        if (all.Count == 0)
            return "none";
        string shown = string.Join(", ", all.Take(MaxValues));
        return all.Count <= MaxValues ? shown : shown + " and " + (all.Count - MaxValues).ToString(CultureInfo.InvariantCulture) + " more";
    }

    /// <summary>Cuts a text to a length, on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="length">Longest result, in UTF-16 units.</param>
    /// <returns>The text, with an ellipsis where it was cut.</returns>
    public static string Shorten(string text, int length)
    {
        // Only as much as can be shown is worth folding: a hostile message may hold megabytes.
        string head = text.Length > length * 4 ? text.Substring(0, length * 4) : text;
        string oneLine = string.Join(" ", head.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries)).Trim();
        if (oneLine.Length <= length && head.Length == text.Length)
            return oneLine;
        int cut = Math.Min(oneLine.Length, length - 1);
        if (cut > 0 && char.IsHighSurrogate(oneLine[cut - 1]))
            cut--;
        return oneLine.Substring(0, cut).TrimEnd() + "…";
    }

    private static readonly char[] LineBreaks = ['\r', '\n', '\t'];
}
