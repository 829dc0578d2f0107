using MrsDiag.Sources;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>Reads the properties of a request, in the names of both generations (research move-report.md 1.2).</summary>
internal static class StatisticsReader
{
    private static readonly string[] DurationNames =
    [
        "OverallDuration", "TotalSuspendedDuration", "TotalFailedDuration", "TotalQueuedDuration", "TotalInProgressDuration",
        "TotalStalledDueToContentIndexingDuration", "TotalStalledDueToMdbReplicationDuration", "TotalStalledDueToMailboxLockedDuration",
        "TotalStalledDueToReadThrottle", "TotalStalledDueToWriteThrottle", "TotalStalledDueToReadCpu", "TotalStalledDueToWriteCpu",
        "TotalStalledDueToReadUnknown", "TotalStalledDueToWriteUnknown", "TotalTransientFailureDuration", "TotalIdleDuration",
        "TotalDataReplicationWaitDuration", "TotalFinalizationDuration", "TotalProxyBackoffDuration",
    ];

    private static readonly (string Old, string Name)[] OldDurationNames =
    [
        ("TotalStalledDueToCIDuration", "TotalStalledDueToContentIndexingDuration"),
        ("TotalStalledDueToHADuration", "TotalStalledDueToMdbReplicationDuration"),
    ];

    /// <summary>Reads the properties into a report.</summary>
    public static void Read(IObjectView view, ReportDraft draft, ReadContext context)
    {
        MoveReport report = draft.Report;
        report.Subject = Subject(view);
        report.Status = RequestNames.Status(view.GetText("Status"));
        report.StatusDetail = RequestNames.NameOnly(view.GetText("StatusDetail"));
        report.SyncStage = RequestNames.NameOnly(view.GetText("SyncStage"));
        report.Flags = RequestNames.NameOnly(view.GetText("Flags"));
        report.Direction = RequestNames.NameOnly(view.GetText("Direction"));
        report.RequestStyle = RequestNames.NameOnly(view.GetText("RequestStyle"));
        report.WorkloadType = RequestNames.NameOnly(view.GetText("WorkloadType"));
        report.BatchName = view.GetText("BatchName", "BatchId");
        report.RemoteHostName = view.GetText("RemoteHostName");
        report.RecipientTypeDetails = RequestNames.NameOnly(view.GetText("RecipientTypeDetails"));
        report.MigrationType = RequestNames.NameOnly(view.GetText("MigrationType"));
        report.MrsServerName = view.GetText("MRSServerName");
        report.TargetDeliveryDomain = view.GetText("TargetDeliveryDomain");
        report.OutlookAnywhereHostName = view.GetText("OutlookAnywhereHostName");
        report.PercentComplete = view.GetNumber("PercentComplete");
        report.BadItems = view.GetNumber("BadItemsEncountered", "SkippedItemCount");
        report.BytesTransferred = view.GetBytes("BytesTransferred");
        ReadSides(view, report);
        ReadDurations(view, report);
        ReadTimes(view, report, context);
        ReadLastFailure(view, draft, context);
    }

    /// <summary>The mailbox or request, as people name it.</summary>
    public static string Subject(IObjectView view) =>
        view.GetText("DisplayName", "MailboxIdentity", "Identity", "Identifier", "Alias", "Name", "ExchangeGuid", "MailboxGuid", "RequestGuid");

    // J1: an archive-only move is judged by the archive's version, server and size.
    private static void ReadSides(IObjectView view, MoveReport report)
    {
        bool archiveOnly = TextSearch.Has(report.Flags, "MoveOnlyArchiveMailbox");
        string part = archiveOnly ? "Archive" : "";
        report.SourceVersion = view.GetVersion("Source" + part + "Version");
        report.TargetVersion = view.GetVersion("Target" + part + "Version");
        report.SourceServer = view.GetText("Source" + part + "Server");
        report.TargetServer = view.GetText("Target" + part + "Server");
        report.TotalBytes = archiveOnly
            ? view.GetBytes("TotalArchiveSize")
            : view.GetBytes("TotalMailboxSize", "TotalPrimarySize", "EstimatedTotalTransferSize");
    }

    private static void ReadDurations(IObjectView view, MoveReport report)
    {
        foreach (string name in DurationNames)
        {
            if (view.TryGet(name, out object? value) && ObjectValues.ToDuration(value) is { } duration)
                report.Durations[name] = duration;
        }
        foreach ((string old, string name) in OldDurationNames)
        {
            if (!report.Durations.ContainsKey(name) && view.TryGet(old, out object? value) && ObjectValues.ToDuration(value) is { } duration)
                report.Durations[name] = duration;
        }
    }

    private static void ReadTimes(IObjectView view, MoveReport report, ReadContext context)
    {
        context.Times.Read(view.Get("QueuedTimestamp"), time => report.Queued = time);
        context.Times.Read(view.Get("StartTimestamp"), time => report.Started = time);
        context.Times.Read(view.Get("LastUpdateTimestamp", "LastUpdatedTime"), time => report.LastUpdated = time);
        context.Times.Read(view.Get("FailureTimestamp"), time => report.Failed = time);
    }

    private static void ReadLastFailure(IObjectView view, ReportDraft draft, ReadContext context)
    {
        MoveReport report = draft.Report;
        report.FailureType = TypePrefix.WithoutNamespace(view.GetText("FailureType"));
        report.FailureSide = RequestNames.Side(view.GetText("FailureSide"));
        report.Message = view.GetText("Message");
        MoveFailure? last = FailureReader.Read(view.Get("LastFailure"), draft, context, "LastFailure");
        // While a request waits, its Message says why; it is an error only where a class or the label says so.
        string error = view.GetText("Error", "ErrorSummary");
        if (error.Length == 0 && (report.FailureType.Length > 0 || TextSearch.Starts(report.Message.TrimStart(), "Error:")))
            error = report.Message;
        if (last is null && (error.Length > 0 || report.FailureType.Length > 0))
        {
            last = FailureReader.FromText(error, report.FailureType, draft, context, "Message");
            last.Side = report.FailureSide;
            last.Code = view.GetInteger("FailureCode");
        }
        if (last is not null)
            context.Times.Read(view.Get("FailureTimestamp"), time => last.At ??= time);
        draft.Last = last;
    }
}
