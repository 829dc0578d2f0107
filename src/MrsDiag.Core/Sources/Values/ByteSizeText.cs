using System;
using System.Globalization;

namespace MrsDiag.Sources.Values;

/// <summary>Reads sizes as Exchange prints them: <c>5.294 GB (5,684,054,577 bytes)</c>, a bare number, <c>Unlimited</c>.</summary>
public static class ByteSizeText
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB"];

    /// <summary>Reads a size.</summary>
    /// <param name="text">The text, with group separators of any culture.</param>
    /// <returns>Bytes; <see langword="null"/> for <c>Unlimited</c> and for what is no size.</returns>
    public static double? Parse(string text)
    {
        int open = text.IndexOf('(');
        if (open >= 0 && Digits(text, open + 1) is { } exact)
            return exact;
        string trimmed = text.Trim();
        if (double.TryParse(trimmed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double bare))
            return bare;
        return Rounded(trimmed);
    }

    // The exact figure in the parentheses. Its separators are skipped whatever they are: the unit ends the number.
    private static double? Digits(string text, int start)
    {
        double value = 0;
        int digits = 0;
        for (int i = start; i < text.Length; i++)
        {
            char c = text[i];
            if (c >= '0' && c <= '9')
            {
                value = value * 10 + (c - '0');
                if (++digits > 19)
                    return null;
            }
            else if (char.IsLetter(c) || c == ')')
            {
                return digits > 0 ? value : null;
            }
        }
        return null;
    }

    // "5.294 GB" or "5,294 GB" without the exact figure: the last separator is the decimal one.
    private static double? Rounded(string text)
    {
        int unitStart = text.Length;
        while (unitStart > 0 && char.IsLetter(text[unitStart - 1]))
            unitStart--;
        int power = Array.FindIndex(Units, u => string.Equals(u, text.Substring(unitStart), StringComparison.OrdinalIgnoreCase));
        if (power < 0)
            return null;
        string number = text.Substring(0, unitStart).Trim().Replace(',', '.');
        int last = number.LastIndexOf('.');
        if (last > 0)
            number = number.Substring(0, last).Replace(".", "") + number.Substring(last);
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value)
            ? value * Math.Pow(1024, power)
            : null;
    }
}
