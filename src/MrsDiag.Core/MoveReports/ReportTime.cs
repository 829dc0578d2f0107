using System;

namespace MrsDiag.MoveReports;

/// <summary>A time with its origin.</summary>
/// <param name="Utc">The time in UTC, once an unknown zone was settled by the caller's choice.</param>
/// <param name="Origin">How sure the zone is.</param>
public readonly record struct ReportTime(DateTime Utc, TimeOrigin Origin);
