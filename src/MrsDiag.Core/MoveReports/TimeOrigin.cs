namespace MrsDiag.MoveReports;

/// <summary>How sure a time's zone is.</summary>
public enum TimeOrigin
{
    /// <summary>The input says UTC.</summary>
    Utc,

    /// <summary>The input gives an offset.</summary>
    Offset,

    /// <summary>The input gives no zone; it was read in the zone that the caller named (default UTC), and findings say so.</summary>
    Unknown,
}
