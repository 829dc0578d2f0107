using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>
/// One move, as read: the single model behind the three readers (objects, CLIXML, text). What the input does not say is
/// <see langword="null"/> or empty, which is not the same as zero.
/// </summary>
public sealed class MoveReport
{
    /// <summary>The mailbox or request, as findings name it.</summary>
    public string Subject { get; set; } = "";

    /// <summary>File name or other place it was read from; empty for the pipeline.</summary>
    public string Place { get; set; } = "";

    /// <summary>What it was read from.</summary>
    public ReportOrigin Origin { get; set; }

    /// <summary>How much of it survived.</summary>
    public ReportQuality Quality { get; set; }

    /// <summary>The shape recognised: MoveRequestStatistics, MigrationUserStatistics, MailboxStatistics, Report, Text, ErrorText.</summary>
    public string Shape { get; set; } = "";

    /// <summary>Status of the request, for example <c>InProgress</c>; empty where not known.</summary>
    public string Status { get; set; } = "";

    /// <summary>StatusDetail, for example <c>StalledDueToMailboxLock</c>.</summary>
    public string StatusDetail { get; set; } = "";

    /// <summary>SyncStage.</summary>
    public string SyncStage { get; set; } = "";

    /// <summary>Flags, for example <c>CrossOrg, Pull</c>.</summary>
    public string Flags { get; set; } = "";

    /// <summary>Pull or Push.</summary>
    public string Direction { get; set; } = "";

    /// <summary>RequestStyle: IntraOrg or CrossOrg.</summary>
    public string RequestStyle { get; set; } = "";

    /// <summary>WorkloadType: Local, Onboarding, Offboarding, ...</summary>
    public string WorkloadType { get; set; } = "";

    /// <summary>BatchName.</summary>
    public string BatchName { get; set; } = "";

    /// <summary>RemoteHostName: the name that the migration endpoint publishes.</summary>
    public string RemoteHostName { get; set; } = "";

    /// <summary>MigrationType of a migration user, for example <c>ExchangeRemoteMove</c>.</summary>
    public string MigrationType { get; set; } = "";

    /// <summary>MRSServerName: the machine that ran the Mailbox Replication Service last.</summary>
    public string MrsServerName { get; set; } = "";

    /// <summary>SourceServer, of the archive where only the archive moves (J1).</summary>
    public string SourceServer { get; set; } = "";

    /// <summary>TargetServer, likewise.</summary>
    public string TargetServer { get; set; } = "";

    /// <summary>TargetDeliveryDomain.</summary>
    public string TargetDeliveryDomain { get; set; } = "";

    /// <summary>OutlookAnywhereHostName, for public folder and restore requests from old servers.</summary>
    public string OutlookAnywhereHostName { get; set; } = "";

    /// <summary>What kind of move it is, one of <see cref="MoveReportTable.Scenarios"/>; settled once, by <see cref="MoveScenario"/>.</summary>
    public string Scenario { get; set; } = MoveScenario.Unknown;

    /// <summary>How the two sides talk, one of <see cref="MoveReportTable.Transports"/>; likewise.</summary>
    public string Transport { get; set; } = MoveScenario.Unknown;

    /// <summary>Which side is remote: <c>source</c>, <c>target</c>, or empty where not known; likewise.</summary>
    public string RemoteSide { get; set; } = "";

    /// <summary>RecipientTypeDetails.</summary>
    public string RecipientTypeDetails { get; set; } = "";

    /// <summary>Version of the source side, of the archive where only the archive moves (J1).</summary>
    public Version? SourceVersion { get; set; }

    /// <summary>Version of the target side, likewise.</summary>
    public Version? TargetVersion { get; set; }

    /// <summary>FailureType of the request.</summary>
    public string FailureType { get; set; } = "";

    /// <summary>FailureSide of the request.</summary>
    public string FailureSide { get; set; } = "";

    /// <summary>Message of the request: its last error or why it waits.</summary>
    public string Message { get; set; } = "";

    /// <summary>Percent complete, 0 to 100.</summary>
    public double? PercentComplete { get; set; }

    /// <summary>Bytes of the mailbox (of the archive where only the archive moves).</summary>
    public double? TotalBytes { get; set; }

    /// <summary>Bytes transferred.</summary>
    public double? BytesTransferred { get; set; }

    /// <summary>Bad items met.</summary>
    public double? BadItems { get; set; }

    /// <summary>Durations by property name of the newer generation, for example <c>TotalStalledDueToMailboxLockedDuration</c>.</summary>
    public IDictionary<string, TimeSpan> Durations { get; } = new Dictionary<string, TimeSpan>(StringComparer.OrdinalIgnoreCase);

    /// <summary>QueuedTimestamp.</summary>
    public ReportTime? Queued { get; set; }

    /// <summary>StartTimestamp.</summary>
    public ReportTime? Started { get; set; }

    /// <summary>LastUpdateTimestamp.</summary>
    public ReportTime? LastUpdated { get; set; }

    /// <summary>FailureTimestamp.</summary>
    public ReportTime? Failed { get; set; }

    /// <summary>The lines of the report, oldest first.</summary>
    public IList<ReportEntry> Entries { get; } = new List<ReportEntry>();

    /// <summary>The failures, oldest first.</summary>
    public IList<MoveFailure> Failures { get; } = new List<MoveFailure>();

    /// <summary>Findings about the input itself: poor export, lost references, ambiguous dates, unknown zone.</summary>
    public IList<Finding> Notes { get; } = new List<Finding>();

    /// <summary>What the lines say about pickups, progress and connections; made on first use.</summary>
    internal ReportTimeline? Timeline { get; set; }
}
