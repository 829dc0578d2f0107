using System;
using System.Linq;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>Makes a report as long as asked for, without changing what happened.</summary>
internal static class MoveFilling
{
    public static void Fill(SampleMove move, MoveReportFixtureOptions options)
    {
        AddFailures(move, options.Failures);
        AddProgress(move, options.Entries);
        for (int i = 0; i < move.Failures.Count; i++)
            Deepen(move, i, options.FailureDepth);
    }

    // The last retried failure again, as often as needed, in the time up to the next line.
    private static void AddFailures(SampleMove move, int count)
    {
        int at = move.Entries.FindLastIndex(e => e.Failure is not null && e.Type == "Warning");
        int missing = count - move.Failures.Count;
        if (at < 0 || missing <= 0)
            return;
        SampleEntry last = move.Entries[at];
        TimeSpan room = at + 1 < move.Entries.Count ? move.Entries[at + 1].Time - last.Time : TimeSpan.FromMinutes(4 * (missing + 1));
        int failureAt = move.Failures.IndexOf(last.Failure!);
        for (int i = 1; i <= missing; i++)
        {
            SampleFailure again = Copy(last.Failure!, last.Time.AddTicks(room.Ticks * i / (missing + 1)));
            move.Failures.Insert(failureAt + i, again);
            move.Entries.Insert(at + i, new SampleEntry
            {
                Time = again.Timestamp,
                Server = last.Server,
                Type = last.Type,
                Flags = last.Flags,
                Message = last.Message,
                Failure = again,
            });
        }
    }

    // Spread over the time between two lines of the copy stage, or at the end where there is none.
    private static void AddProgress(SampleMove move, int count)
    {
        int at = move.Entries.FindIndex(e => e.Message.StartsWith("Stage: CopyingMessages", StringComparison.Ordinal)) + 1;
        if (at == 0)
            at = move.Entries.Count;
        int missing = count - move.Entries.Count;
        SampleEntry before = move.Entries[at - 1];
        for (int i = 0; i < missing; i++)
        {
            int percent = (int)(i * 30L / missing);
            long bytes = move.TotalBytes * percent / 100;
            move.Entries.Insert(at + i, new SampleEntry
            {
                Time = before.Time.AddTicks(TimeSpan.FromMinutes(3).Ticks * i / missing),
                Server = before.Server,
                Message = $"Copy progress: {move.ItemCount * percent / 100}/{move.ItemCount} messages, {MoveTimeline.Size(bytes)}/{MoveTimeline.Size(move.TotalBytes)}, 0/0 folders completed.",
            });
        }
    }

    private static void Deepen(SampleMove move, int index, int depth)
    {
        SampleFailure original = move.Failures[index];
        SampleFailure deep = original;
        while (Depth(deep) < depth)
            deep = FailureTexts.Wrap(deep);
        if (ReferenceEquals(deep, original))
            return;
        move.Failures[index] = deep;
        foreach (SampleEntry entry in move.Entries.Where(e => ReferenceEquals(e.Failure, original)))
            entry.Failure = deep;
        if (ReferenceEquals(move.LastFailure, original))
            move.LastFailure = deep;
    }

    private static int Depth(SampleFailure failure) => failure.Inner is null ? 0 : 1 + Depth(failure.Inner);

    private static SampleFailure Copy(SampleFailure failure, DateTime time) => new()
    {
        Type = failure.Type,
        Message = failure.Message,
        Side = failure.Side,
        Code = failure.Code,
        LowLevelError = failure.LowLevelError,
        Hash = failure.Hash,
        Timestamp = time,
        Kinds = failure.Kinds,
        DataContext = failure.DataContext,
        Inner = failure.Inner is null ? null : Copy(failure.Inner, time),
    };
}
