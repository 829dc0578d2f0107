using System;

namespace MrsDiag.MoveReports;

/// <summary>How sure a printed date's order is.</summary>
internal enum DateShape
{
    /// <summary>Year, month, day.</summary>
    YearFirst,

    /// <summary>With dots or hyphens and the year last: no culture of Windows writes the month first that way.</summary>
    DayFirst,

    /// <summary>With slashes: day or month first.</summary>
    Open,
}

/// <summary>A printed time, before its day and month and its zone are settled.</summary>
/// <param name="Shape">How sure the order is.</param>
/// <param name="Year">The year, four digits.</param>
/// <param name="First">The first of day and month as printed (the month where the year comes first).</param>
/// <param name="Second">The second of them.</param>
/// <param name="TimeOfDay">Time of day.</param>
/// <param name="Offset">The offset it states; zero for <c>Z</c> and <c>UTC</c>; <see langword="null"/> where it states none.</param>
internal readonly record struct RawTime(DateShape Shape, int Year, int First, int Second, TimeSpan TimeOfDay, TimeSpan? Offset)
{
    /// <summary>Whether another order of day and month would give another date.</summary>
    public bool IsOpen => Shape == DateShape.Open && First <= 12 && Second <= 12 && First != Second;

    /// <summary>The local date and time for one order; <see langword="null"/> where there is no such date.</summary>
    public DateTime? ToLocal(bool dayFirst)
    {
        int day = dayFirst ? First : Second;
        int month = dayFirst ? Second : First;
        if (Shape == DateShape.YearFirst)
            (day, month) = (Second, First);
        else if (Shape == DateShape.DayFirst)
            (day, month) = (First, Second);
        if (month > 12)
            (day, month) = (month, day);
        if (month is < 1 or > 12 || day < 1 || Year is < 1 or > 9998 || day > DateTime.DaysInMonth(Year, month))
            return null;
        return new DateTime(Year, month, day, 0, 0, 0, DateTimeKind.Unspecified).Add(TimeOfDay);
    }
}
