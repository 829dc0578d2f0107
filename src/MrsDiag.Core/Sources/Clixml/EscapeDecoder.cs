using System;

namespace MrsDiag.Sources.Clixml;

/// <summary>
/// Undoes <c>_xHHHH_</c>, the form in which PowerShell writes control characters, surrogates and a literal <c>_x</c> into strings
/// and property names (research move-report.md 1.6).
/// </summary>
internal static class EscapeDecoder
{
    private const int EscapeLength = 7;

    /// <summary>Decodes the characters at the beginning of a buffer in place.</summary>
    /// <returns>Their new number, never more than before.</returns>
    public static int Decode(char[] buffer, int length)
    {
        int from = FindEscape(buffer, 0, length);
        if (from < 0)
            return length;
        int to = from;
        while (from >= 0)
        {
            buffer[to++] = (char)Value(buffer, from);
            from += EscapeLength;
            int next = FindEscape(buffer, from, length);
            int run = (next < 0 ? length : next) - from;
            Array.Copy(buffer, from, buffer, to, run);
            to += run;
            from = next;
        }
        return to;
    }

    private static int FindEscape(char[] buffer, int start, int length)
    {
        int last = length - EscapeLength;
        while (start <= last)
        {
            int found = Array.IndexOf(buffer, '_', start, last - start + 1);
            if (found < 0)
                return -1;
            if (buffer[found + 1] is 'x' or 'X' && buffer[found + 6] == '_' && Value(buffer, found) >= 0)
                return found;
            start = found + 1;
        }
        return -1;
    }

    private static int Value(char[] buffer, int escape)
    {
        int value = 0;
        for (int i = escape + 2; i < escape + 6; i++)
        {
            int digit = Digit(buffer[i]);
            if (digit < 0)
                return -1;
            value = (value << 4) | digit;
        }
        return value;
    }

    private static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };
}
