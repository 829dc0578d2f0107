using System;

namespace MrsDiag.MoveReports;

/// <summary>Reads printed times of any culture: <c>12/20/2013 9:24:08 AM</c>, <c>30.06.2017 00:03:58</c>, ISO 8601.</summary>
internal static class TimeText
{
    private static readonly string[] Morning = ["AM", "A.M.", "a. m.", "午前", "上午", "오전"];
    private static readonly string[] Afternoon = ["PM", "P.M.", "p. m.", "午後", "下午", "오후"];

    /// <summary>Reads a time that starts at a position.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="start">Where it starts.</param>
    /// <param name="time">The time.</param>
    /// <param name="end">Where it ends.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParse(string text, int start, out RawTime time, out int end)
    {
        time = default;
        end = start;
        int i = start;
        if (!TryDate(text, ref i, out DateShape shape, out int year, out int first, out int second) || !SkipGap(text, ref i))
            return false;
        int half = Designator(text, ref i);
        if (!TryClock(text, ref i, out TimeSpan clock))
            return false;
        int afterClock = i;
        while (i < text.Length && text[i] == ' ')
            i++;
        if (half < 0 && (half = Designator(text, ref i)) < 0)
            i = afterClock;
        TimeSpan? offset = Zone(text, ref i);
        if (half >= 0 && clock.Hours <= 12)
            clock = new TimeSpan(clock.Ticks % TimeSpan.FromHours(12).Ticks + (half == 1 ? TimeSpan.FromHours(12).Ticks : 0));
        time = new RawTime(shape, year, first, second, clock, offset);
        end = i;
        return clock < TimeSpan.FromDays(1);
    }

    private static bool TryDate(string text, ref int i, out DateShape shape, out int year, out int first, out int second)
    {
        shape = DateShape.Open;
        year = first = second = 0;
        int digits = Number(text, ref i, out int a);
        if (digits is 0 or 3 || i >= text.Length)
            return false;
        char separator = text[i];
        if (separator is not ('/' or '.' or '-'))
            return false;
        i++;
        if (Number(text, ref i, out int b) is 0 or > 2 || i >= text.Length || text[i] != separator)
            return false;
        i++;
        int lastDigits = Number(text, ref i, out int c);
        if (digits == 4)
            (shape, year, first, second) = (DateShape.YearFirst, a, b, c);
        else if (lastDigits is 4 or 2)
            (shape, year, first, second) = (separator == '/' ? DateShape.Open : DateShape.DayFirst, lastDigits == 2 ? 2000 + c : c, a, b);
        if (digits == 4 ? lastDigits is 0 or > 2 : lastDigits is not (2 or 4))
            return false;
        if (year > 2400)
            year -= 543; // the Buddhist calendar of a Thai session
        return first is >= 1 and <= 31 && second is >= 1 and <= 31 && (first <= 12 || second <= 12);
    }

    private static bool SkipGap(string text, ref int i)
    {
        if (i < text.Length && text[i] is 'T' or 't')
        {
            i++;
            return true;
        }
        if (i < text.Length && text[i] == ',')
            i++;
        int start = i;
        while (i < text.Length && i - start < 4 && text[i] is ' ' or '\t')
            i++;
        return i > start;
    }

    // h:mm, h:mm:ss or h:mm:ss.fffffff; Finnish and some Italian sessions print dots.
    private static bool TryClock(string text, ref int i, out TimeSpan clock)
    {
        clock = default;
        if (Number(text, ref i, out int hour) is 0 or > 2 || hour > 24 || i >= text.Length || text[i] is not (':' or '.'))
            return false;
        char separator = text[i++];
        if (Number(text, ref i, out int minute) != 2 || minute > 59)
            return false;
        int second = 0;
        long fraction = 0;
        if (i < text.Length && text[i] == separator)
        {
            i++;
            if (Number(text, ref i, out second) != 2 || second > 59)
                return false;
            fraction = Fraction(text, ref i);
        }
        else if (separator == '.')
        {
            return false; // "30.06" may be anything
        }
        clock = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
        return true;
    }

    private static long Fraction(string text, ref int i)
    {
        if (i + 1 >= text.Length || text[i] is not ('.' or ',') || !IsDigit(text[i + 1]))
            return 0;
        long ticks = 0;
        long unit = TimeSpan.TicksPerSecond / 10;
        for (i++; i < text.Length && IsDigit(text[i]); i++, unit /= 10)
            ticks += (text[i] - '0') * unit;
        return ticks;
    }

    private static TimeSpan? Zone(string text, ref int i)
    {
        int j = i;
        if (j < text.Length && text[j] is 'Z' or 'z' && (j + 1 == text.Length || !char.IsLetterOrDigit(text[j + 1])))
        {
            i = j + 1;
            return TimeSpan.Zero;
        }
        while (j < text.Length && text[j] == ' ')
            j++;
        if (string.CompareOrdinal(text, j, "UTC", 0, 3) == 0 || string.CompareOrdinal(text, j, "GMT", 0, 3) == 0)
        {
            i = j + 3;
            return TimeSpan.Zero;
        }
        if (j >= text.Length || text[j] is not ('+' or '-'))
            return null;
        int sign = text[j++] == '-' ? -1 : 1;
        if (Number(text, ref j, out int hours) != 2 || hours > 14 || j >= text.Length || text[j] != ':')
            return null;
        j++;
        if (Number(text, ref j, out int minutes) != 2 || minutes > 59)
            return null;
        i = j;
        return new TimeSpan(sign * (hours * 60 + minutes) * TimeSpan.TicksPerMinute);
    }

    // 0 before noon, 1 after, -1 none.
    private static int Designator(string text, ref int i)
    {
        if (i >= text.Length || text[i] is '[' or '(' || IsDigit(text[i]))
            return -1;
        for (int half = 0; half < 2; half++)
        {
            foreach (string word in half == 0 ? Morning : Afternoon)
            {
                if (string.Compare(text, i, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
                    continue;
                int after = i + word.Length;
                if (after < text.Length && word[0] < 0x80 && char.IsLetterOrDigit(text[after]))
                    continue;
                i = after;
                while (i < text.Length && text[i] == ' ' && i + 1 < text.Length && IsDigit(text[i + 1]))
                    i++;
                return half;
            }
        }
        return -1;
    }

    private static int Number(string text, ref int i, out int value)
    {
        int start = i;
        value = 0;
        while (i < text.Length && i - start < 5 && IsDigit(text[i]))
            value = value * 10 + (text[i++] - '0');
        return i - start;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
