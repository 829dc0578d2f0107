using System;
using System.Collections.Generic;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>
/// Settles the times of one input. Times that carry everything are settled at once; printed times wait until the whole input was
/// seen, because only then the order of day and month is known.
/// </summary>
internal sealed class TimeResolver(MoveReportOptions options)
{
    private readonly DayMonthOrder _order = new();
    private readonly List<(RawTime Time, Action<ReportTime> Set)> _waiting = [];

    /// <summary>Whether some time carried no zone.</summary>
    public bool SawUnknownZone { get; private set; }

    /// <summary>What decided the order of day and month.</summary>
    public OrderBasis Basis => _order.Basis;

    /// <summary>Whether dates with slashes were read with the day first.</summary>
    public bool DayFirst { get; private set; }

    /// <summary>Settles a time value.</summary>
    /// <param name="value">Any value with its kind; an unspecified kind is a time without zone.</param>
    /// <returns>The time.</returns>
    public ReportTime FromDateTime(DateTime value)
    {
        if (value.Kind == DateTimeKind.Utc)
            return new ReportTime(value, TimeOrigin.Utc);
        // A local kind comes from an offset in the input, or from a live object on the machine that reads it.
        return value.Kind == DateTimeKind.Local ? new ReportTime(value.ToUniversalTime(), TimeOrigin.Offset) : WithoutZone(value);
    }

    /// <summary>Takes a printed time and sets it later, in <see cref="Settle"/>.</summary>
    /// <param name="time">The printed time.</param>
    /// <param name="inSequence">Whether it belongs to the sequence of report lines.</param>
    /// <param name="set">Receives the settled time.</param>
    public void Later(RawTime time, bool inSequence, Action<ReportTime> set)
    {
        _order.Observe(time, inSequence);
        _waiting.Add((time, set));
    }

    /// <summary>Reads whatever a property holds.</summary>
    /// <param name="value">A time, a text, or anything else, which is ignored.</param>
    /// <param name="set">Receives the time, now or in <see cref="Settle"/>.</param>
    public void Read(object? value, Action<ReportTime> set)
    {
        switch (value)
        {
            case DateTime time:
                set(FromDateTime(time));
                break;
            case DateTimeOffset time:
                set(new ReportTime(time.UtcDateTime, TimeOrigin.Offset));
                break;
            default:
                string text = ObjectValues.ToText(value).Trim();
                if (text.Length > 0 && TimeText.TryParse(text, 0, out RawTime raw, out _))
                    Later(raw, inSequence: false, set);
                break;
        }
    }

    /// <summary>Another mailbox begins.</summary>
    public void Restart() => _order.Restart();

    /// <summary>Decides the order of day and month and sets all times that wait.</summary>
    public void Settle()
    {
        DayFirst = _order.IsDayFirst(options.Culture);
        foreach ((RawTime time, Action<ReportTime> set) in _waiting)
        {
            if (time.ToLocal(DayFirst) is not { } local)
                continue;
            if (time.Offset is { } offset)
                set(new ReportTime(ToUtc(local, offset), offset == TimeSpan.Zero ? TimeOrigin.Utc : TimeOrigin.Offset));
            else
                set(WithoutZone(local));
        }
        _waiting.Clear();
    }

    private ReportTime WithoutZone(DateTime local)
    {
        SawUnknownZone = true;
        // GetUtcOffset also answers for times that a zone skips in spring, where ConvertTimeToUtc throws.
        TimeSpan offset = options.TimeZone.GetUtcOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        return new ReportTime(ToUtc(local, offset), TimeOrigin.Unknown);
    }

    private static DateTime ToUtc(DateTime local, TimeSpan offset)
    {
        long ticks = local.Ticks - offset.Ticks;
        return new DateTime(Math.Min(Math.Max(ticks, DateTime.MinValue.Ticks), DateTime.MaxValue.Ticks), DateTimeKind.Utc);
    }
}
