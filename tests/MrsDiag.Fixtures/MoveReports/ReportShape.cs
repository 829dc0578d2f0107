using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Fixtures.Clixml;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>A report as Exchange's Report, with its lines and failures as objects or, after a shallow export, as strings.</summary>
internal static class ReportShape
{
    /// <summary>Gives a report its shape.</summary>
    /// <param name="move">The move.</param>
    /// <param name="failures">One object for each failure, where they are objects: what stands first is written whole, other places get a Ref.</param>
    public static FixtureObject Create(SampleMove move, Dictionary<SampleFailure, FixtureObject>? failures)
    {
        bool isRich = failures is not null;
        FixtureObject shape = new([ExchangeTypes.Replication + "Report", "System.Object"], string.Join("\r\n", move.Entries.Select(EntryShape.Text)));
        shape
            .With("Entries", ExchangeTypes.List("ReportEntry", isRich
                ? move.Entries.Select(e => (object?)EntryShape.Create(e, e.Failure is null ? null : failures![e.Failure])).ToList()
                : move.Entries.Select(e => (object?)EntryShape.Text(e)).ToList()))
            .With("Failures", ExchangeTypes.List("FailureRec", isRich
                ? move.Failures.Select(f => (object?)failures![f]).ToList()
                : move.Failures.Select(f => (object?)FailureShape.Text(f)).ToList()))
            .With("InternalFailures", ExchangeTypes.List("FailureRec", []))
            .With("BadItems", ExchangeTypes.List("BadMessageRec", Enumerable.Range(0, move.BadItems).Select(i => BadItem(i, isRich)).ToList()))
            .With("LargeItems", ExchangeTypes.List("BadMessageRec", []))
            .With("MailboxVerification", ExchangeTypes.List("FolderSizeRec", []))
            .With("Connectivity", null)
            .With("DebugEntries", ExchangeTypes.List("ReportEntry", []));
        foreach (string name in (string[])["SourceMailboxBeforeMove", "TargetMailboxAfterMove", "SourceMailUserAfterMove", "TargetMailUserBeforeMove", "SourceThrottles", "TargetThrottles"])
            shape.With(name, null);
        return shape
            .With("SessionStatistics", isRich ? Session(move) : ExchangeTypes.Replication + "SessionStatistics")
            .With("ArchiveSessionStatistics", null)
            .With("SourceMailboxSize", ExchangeTypes.Size(move.TotalBytes))
            .With("TargetMailboxSize", null)
            .With("SourceArchiveMailboxSize", null)
            .With("TargetArchiveMailboxSize", null);
    }

    private static object BadItem(int index, bool isRich)
    {
        FixtureObject item = new([ExchangeTypes.Replication + "BadMessageRec", "System.Object"], "CorruptFolderACL");
        item.With("Kind", "CorruptFolderACL").With("FolderName", "/Inbox/Projects").With("Subject", "").With("MessageSize", null)
            .With("EntryId", new byte[] { 0, 0, 0, (byte)index });
        return isRich ? item : "CorruptFolderACL";
    }

    private static FixtureObject Session(SampleMove move)
    {
        TimeSpan busy = (move.Completed ?? move.Entries[move.Entries.Count - 1].Time) - move.Queued;
        return new FixtureObject([ExchangeTypes.Replication + "SessionStatistics", "System.Object"], ExchangeTypes.Replication + "SessionStatistics")
            .With("SessionId", move.RequestGuid.ToString())
            .With("SourceLatencyInfo", Latency(38))
            .With("DestinationLatencyInfo", Latency(4))
            .With("SourceProviderInfo", Provider(busy, 7))
            .With("DestinationProviderInfo", Provider(busy, 3))
            .With("TotalTimeProcessingMessages", busy);
    }

    private static FixtureObject Latency(int average) =>
        new FixtureObject([ExchangeTypes.Replication + "LatencyInfo", "System.Object"], ExchangeTypes.Replication + "LatencyInfo")
            .With("Current", average - 2).With("Average", average).With("Min", average / 2).With("Max", average * 9)
            .With("NumberOfLatencySamplingCalls", 61).With("TotalNumberOfRemoteCalls", 5312L).With("TotalRemoteCallDuration", TimeSpan.FromMinutes(21));

    private static FixtureObject Provider(TimeSpan busy, int tenths) =>
        new FixtureObject([ExchangeTypes.Replication + "ProviderInfo", "System.Object"], ExchangeTypes.Replication + "ProviderInfo")
            .With("TotalDuration", TimeSpan.FromTicks(busy.Ticks / 10 * tenths));
}
