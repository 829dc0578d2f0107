using System;
using System.Diagnostics;
using System.Management.Automation;

namespace MrsDiag.Pipeline;

/// <summary>
/// Lets progress through after one second and at most four times a second: a record for each item makes Windows PowerShell several
/// times slower than the work itself.
/// </summary>
internal sealed class ProgressMeter
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly Action<ProgressRecord> _write;
    private readonly Func<TimeSpan> _elapsed;
    private TimeSpan _next = Quiet;
    private string? _shown;

    /// <summary>Makes a meter whose first second begins now.</summary>
    /// <param name="write">Writes a record.</param>
    /// <param name="elapsed">Time since the start; a stopwatch unless given.</param>
    internal ProgressMeter(Action<ProgressRecord> write, Func<TimeSpan>? elapsed = null)
    {
        _write = write;
        Stopwatch watch = Stopwatch.StartNew();
        _elapsed = elapsed ?? (() => watch.Elapsed);
    }

    /// <summary>Shows the state, or not, if it is too early.</summary>
    /// <param name="activity">What is being done.</param>
    /// <param name="status">With which item.</param>
    /// <param name="percent">0 to 100, or -1 where the end is not known.</param>
    internal void Report(string activity, string status, int percent)
    {
        TimeSpan now = _elapsed();
        if (now < _next)
            return;
        _next = now + Interval;
        _shown = activity;
        _write(new ProgressRecord(0, activity, status.Length == 0 ? " " : status) { PercentComplete = percent });
    }

    /// <summary>Takes the bar away if one is shown.</summary>
    internal void Complete()
    {
        if (_shown is not { } activity)
            return;
        _shown = null;
        _write(new ProgressRecord(0, activity, " ") { RecordType = ProgressRecordType.Completed });
    }
}
