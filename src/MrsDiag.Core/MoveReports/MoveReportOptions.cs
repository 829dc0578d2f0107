using System;
using System.Globalization;

namespace MrsDiag.MoveReports;

/// <summary>What a caller may say about the input.</summary>
public sealed record MoveReportOptions
{
    /// <summary>The zone of times that carry none.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The culture of dates whose day and month cannot be told apart from the whole text; none: they are told as ambiguous.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Entries and failures before this time (UTC) are left out of judgement, not out of the model.</summary>
    public DateTime? Since { get; init; }
}
