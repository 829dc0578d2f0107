namespace MrsDiag.Fixtures.MoveReports;

/// <summary>Names that Exchange uses, in its order where that is known (research move-report.md 1.2 and 1.3).</summary>
internal static class Vocabulary
{
    public static readonly string[] StatusDetails =
    [
        "None", "OverallMove", "Queued", "InProgress", "InitializingMove", "InitialSeeding", "CreatingMailbox", "CreatingFolderHierarchy",
        "CreatingInitialSyncCheckpoint", "LoadingMessages", "CopyingMessages", "Completion", "IncrementalSync", "Finalization", "DataReplicationWait",
        "Cleanup", "Stalled", "StalledDueToHA", "StalledDueToCI", "TransientFailure", "NetworkFailure", "MDBOffline", "ProxyBackoff", "Suspended",
        "AutoSuspended", "Relinquished", "Failed", "FailedBadItemLimit", "FailedNetwork", "FailedStallDueToHA", "FailedStallDueToCI", "FailedMAPI",
        "FailedOther", "Completed", "CompletedWithWarnings", "Canceled", "StalledDueToMailboxLock", "StalledDueToTarget_DiskLatency",
    ];

    public static readonly string[] SyncStages =
    [
        "None", "Error", "CreatingMailbox", "CreatingFolderHierarchy", "CreatingInitialSyncCheckpoint", "LoadingMessages", "CopyingMessages",
        "IncrementalSync", "FinalIncrementalSync", "Cleanup", "SyncFinished",
    ];

    public static readonly string[] Durations =
    [
        "TotalSuspendedDuration", "TotalFailedDuration", "TotalQueuedDuration", "TotalInProgressDuration", "TotalStalledDueToContentIndexingDuration",
        "TotalStalledDueToMdbReplicationDuration", "TotalStalledDueToMailboxLockedDuration", "TotalStalledDueToReadThrottle",
        "TotalStalledDueToWriteThrottle", "TotalStalledDueToReadCpu", "TotalStalledDueToWriteCpu", "TotalStalledDueToReadUnknown",
        "TotalStalledDueToWriteUnknown", "TotalTransientFailureDuration", "TotalIdleDuration",
    ];
}
