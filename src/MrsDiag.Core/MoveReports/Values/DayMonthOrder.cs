using System;
using System.Globalization;

namespace MrsDiag.MoveReports;

/// <summary>What decided the order of day and month.</summary>
internal enum OrderBasis
{
    /// <summary>Nothing was open.</summary>
    NotNeeded,

    /// <summary>A number above twelve somewhere in the text.</summary>
    Value,

    /// <summary>Only one order lets the lines run forward in time.</summary>
    Sequence,

    /// <summary>The caller's culture.</summary>
    Culture,

    /// <summary>Nothing: it is ambiguous.</summary>
    Nothing,
}

/// <summary>Decides from a whole text whether its dates put the day or the month first. Constant memory, one pass.</summary>
internal sealed class DayMonthOrder
{
    private bool _open;
    private bool _firstAboveTwelve;
    private bool _secondAboveTwelve;
    private DateTime _lastMonthFirst;
    private DateTime _lastDayFirst;
    private int _descentsMonthFirst;
    private int _descentsDayFirst;

    /// <summary>What decided; valid after <see cref="IsDayFirst"/>.</summary>
    public OrderBasis Basis { get; private set; }

    /// <summary>Takes note of one time.</summary>
    /// <param name="time">The time.</param>
    /// <param name="inSequence">Whether it is a report line, which never goes back in time against the line before.</param>
    public void Observe(RawTime time, bool inSequence)
    {
        if (time.Shape == DateShape.Open)
        {
            _firstAboveTwelve |= time.First > 12;
            _secondAboveTwelve |= time.Second > 12;
            _open |= time.IsOpen;
        }
        if (!inSequence)
            return;
        Step(time.ToLocal(dayFirst: false), ref _lastMonthFirst, ref _descentsMonthFirst);
        Step(time.ToLocal(dayFirst: true), ref _lastDayFirst, ref _descentsDayFirst);
    }

    /// <summary>Forgets the last line: another mailbox begins, whose lines may be older.</summary>
    public void Restart() => _lastMonthFirst = _lastDayFirst = default;

    /// <summary>Decides.</summary>
    /// <param name="culture">The caller's culture, if any.</param>
    /// <returns>Whether the day comes first.</returns>
    public bool IsDayFirst(CultureInfo? culture)
    {
        Basis = OrderBasis.NotNeeded;
        if (!_open)
            return _firstAboveTwelve;
        if (_firstAboveTwelve != _secondAboveTwelve)
        {
            Basis = OrderBasis.Value;
            return _firstAboveTwelve;
        }
        if (_descentsDayFirst != _descentsMonthFirst)
        {
            Basis = OrderBasis.Sequence;
            return _descentsDayFirst < _descentsMonthFirst;
        }
        Basis = culture is null ? OrderBasis.Nothing : OrderBasis.Culture;
        return culture is not null && DayComesFirst(culture);
    }

    private static void Step(DateTime? time, ref DateTime last, ref int descents)
    {
        if (time is not { } now)
        {
            descents++;
            return;
        }
        if (now < last)
            descents++;
        last = now;
    }

    private static bool DayComesFirst(CultureInfo culture)
    {
        string pattern = culture.DateTimeFormat.ShortDatePattern;
        int day = pattern.IndexOf('d');
        int month = pattern.IndexOf('M');
        return day >= 0 && month >= 0 && day < month;
    }
}
