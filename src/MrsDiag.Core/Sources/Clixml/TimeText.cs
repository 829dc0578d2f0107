using System;
using System.Globalization;

namespace MrsDiag.Sources.Clixml;

/// <summary>The time form of CLIXML, <c>2026-03-04T05:06:07.1234567</c> with <c>Z</c>, an offset or nothing behind it.</summary>
internal static class TimeText
{
    private const int DateAndTimeLength = 19;

    /// <summary>
    /// Reads a time. <c>Z</c> and an offset give <see cref="DateTimeKind.Utc"/>, nothing gives <see cref="DateTimeKind.Unspecified"/>.
    /// Times that an offset carries over the ends of the calendar stay at its end: 31 December 9999 is Exchange's word for never.
    /// </summary>
    public static bool TryParse(char[] text, int length, out DateTime time)
    {
        return TryParseUsual(text, length, out time) || TryParseAny(new string(text, 0, length), out time);
    }

    private static bool TryParseUsual(char[] text, int length, out DateTime time)
    {
        time = default;
        if (length < DateAndTimeLength || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
            return false;
        int year = (Digits(text, 0) * 100) + Digits(text, 2);
        int month = Digits(text, 5);
        int day = Digits(text, 8);
        int hour = Digits(text, 11);
        int minute = Digits(text, 14);
        int second = Digits(text, 17);
        if (year < 1 || month is < 1 or > 12 || day < 1 || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        if (Digits(text, 0) < 0 || Digits(text, 2) < 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        int at = DateAndTimeLength;
        long ticks = new DateTime(year, month, day, hour, minute, second).Ticks + Fraction(text, length, ref at);
        return TryFinish(text, length, at, ticks, out time);
    }

    private static bool TryFinish(char[] text, int length, int at, long ticks, out DateTime time)
    {
        time = default;
        if (at == length)
        {
            time = new DateTime(ticks, DateTimeKind.Unspecified);
            return true;
        }
        if (at == length - 1 && text[at] == 'Z')
        {
            time = new DateTime(ticks, DateTimeKind.Utc);
            return true;
        }
        if (at != length - 6 || text[at] is not ('+' or '-') || text[at + 3] != ':')
            return false;
        int hours = Digits(text, at + 1);
        int minutes = Digits(text, at + 4);
        if (hours < 0 || minutes < 0)
            return false;
        long offset = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute;
        time = Utc(text[at] == '+' ? ticks - offset : ticks + offset);
        return true;
    }

    private static DateTime Utc(long ticks) =>
        new(Math.Max(DateTime.MinValue.Ticks, Math.Min(DateTime.MaxValue.Ticks, ticks)), DateTimeKind.Utc);

    private static long Fraction(char[] text, int length, ref int at)
    {
        if (at >= length || text[at] != '.')
            return 0;
        long ticks = 0;
        long unit = TimeSpan.TicksPerSecond;
        for (at++; at < length && text[at] is >= '0' and <= '9'; at++)
        {
            unit /= 10;
            ticks += unit * (text[at] - '0');
        }
        return ticks;
    }

    private static int Digits(char[] text, int at)
    {
        int tens = text[at] - '0';
        int ones = text[at + 1] - '0';
        return tens is < 0 or > 9 || ones is < 0 or > 9 ? -1 : (tens * 10) + ones;
    }

    // Other writers and other versions: whatever the framework can read without guessing a culture or a zone.
    private static bool TryParseAny(string text, out DateTime time)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time))
            return false;
        if (time.Kind == DateTimeKind.Local)
            time = time.ToUniversalTime();
        return true;
    }
}
