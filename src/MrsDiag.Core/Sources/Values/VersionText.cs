using System;
using System.Globalization;

namespace MrsDiag.Sources.Values;

/// <summary>Reads Exchange builds: <c>Version 15.1 (Build 1979.0)</c> in properties, <c>14.3.151.0</c> in report lines.</summary>
public static class VersionText
{
    /// <summary>Reads a build.</summary>
    /// <param name="text">The text; words around the numbers are ignored.</param>
    /// <returns>The build, or <see langword="null"/>.</returns>
    public static Version? Parse(string text)
    {
        if (text.Length > 200)
            return null;
        int position = 0;
        int[] parts = new int[4];
        int count = 0;
        while (count < 4 && NextNumber(text, ref position, out int value))
            parts[count++] = value;
        return count switch
        {
            2 => new Version(parts[0], parts[1]),
            3 => new Version(parts[0], parts[1], parts[2]),
            4 => new Version(parts[0], parts[1], parts[2], parts[3]),
            _ => null,
        };
    }

    /// <summary>Reads a dotted build that starts at a position and has at least three parts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>The build, or <see langword="null"/>.</returns>
    internal static Version? ParseDotted(string text, int start, out int end)
    {
        end = start;
        while (end < text.Length && end - start < 40 && (text[end] == '.' || (text[end] >= '0' && text[end] <= '9')))
            end++;
        return Version.TryParse(text.Substring(start, end - start).TrimEnd('.'), out Version? version) && version.Build >= 0
            ? version
            : null;
    }

    private static bool NextNumber(string text, ref int position, out int value)
    {
        while (position < text.Length && (text[position] < '0' || text[position] > '9'))
            position++;
        int start = position;
        while (position < text.Length && text[position] >= '0' && text[position] <= '9')
            position++;
        value = 0;
        return position > start
            && int.TryParse(text.Substring(start, position - start), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
