using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>The fact table of source <c>move-report</c>: the one list that packs, schema, help and evaluator share.</summary>
public static class MoveReportTable
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "move-report";

    /// <summary>Scenarios (J1).</summary>
    public static readonly string[] Scenarios =
        ["onboarding", "offboarding", "crossForestPull", "crossForestPush", "crossTenant", "local", "publicFolder", "restore", "unknown"];

    /// <summary>Transports (J1). <c>unknown</c> where the input, a pasted error for example, does not tell.</summary>
    public static readonly string[] Transports = ["mrsproxy", "hybridAgent", "outlookAnywhere", "none", "unknown"];

    /// <summary>The parent item.</summary>
    public static FactCollection Parent { get; } = new("report", "The move request itself.", isTimed: false,
        new FactField("origin", FactType.Text, "What the report was read from.", ["pipeline", "clixml", "text", "errorText"]),
        new FactField("quality", FactType.Text, "How much of it survived.", ["rich", "poor", "text"]),
        new FactField("scenario", FactType.Text, "What kind of move it is (J1).", Scenarios),
        new FactField("transport", FactType.Text, "How the two sides talk (J1).", Transports),
        new FactField("remoteSide", FactType.Text, "Which side is remote: the source in a pull, the target in a push.", ["source", "target"]),
        new FactField("status", FactType.Text, "Status of the request, for example InProgress; where only lines are given, what they show: progress after the last failure, or completion."),
        new FactField("statusDetail", FactType.Text, "StatusDetail; an open set, for example StalledDueToTarget_DiskLatency."),
        new FactField("syncStage", FactType.Text, "SyncStage."),
        new FactField("flags", FactType.Text, "Flags, for example CrossOrg, Pull."),
        new FactField("workloadType", FactType.Text, "WorkloadType, for example Onboarding."),
        new FactField("batchName", FactType.Text, "BatchName."),
        new FactField("remoteHostName", FactType.Text, "RemoteHostName: the published name of the migration endpoint."),
        new FactField("sourceVersion", FactType.Version, "Version of the source mailbox server (of the archive in an archive-only move)."),
        new FactField("targetVersion", FactType.Version, "Version of the target mailbox server, likewise."),
        new FactField("remoteProxyVersion", FactType.Version, "Build of the MRS Proxy server on the last 'Connected to' line of the remote side."),
        new FactField("remoteProxyServer", FactType.Text, "Name of that server."),
        new FactField("failureType", FactType.Text, "FailureType of the request."),
        new FactField("failureSide", FactType.Text, "FailureSide of the request."),
        new FactField("message", FactType.Text, "Message of the request: its last error, or why it waits."),
        new FactField("percentComplete", FactType.Number, "Percent complete, 0 to 100."),
        new FactField("totalBytes", FactType.Number, "Size of what moves, bytes."),
        new FactField("bytesTransferred", FactType.Number, "Bytes transferred."),
        new FactField("badItems", FactType.Number, "BadItemsEncountered."),
        new FactField("overallDuration", FactType.Duration, "OverallDuration."),
        new FactField("mailboxLockedDuration", FactType.Duration, "TotalStalledDueToMailboxLockedDuration."),
        new FactField("transientFailureDuration", FactType.Duration, "TotalTransientFailureDuration."),
        new FactField("entryCount", FactType.Number, "Lines in the report."),
        new FactField("failureCount", FactType.Number, "Failures in the report."),
        new FactField("pickups", FactType.Number, "How often a Mailbox Replication Service picked the request up."),
        new FactField("lastProgress", FactType.Time, "Last line that shows progress, UTC."),
        new FactField("lastEntry", FactType.Time, "Last line of any kind, UTC."));

    /// <summary>The failures.</summary>
    public static FactCollection Failures { get; } = new("failures", "One failure, as often as it happened.", isTimed: true,
        new FactField("failureType", FactType.Text, "Exception class of the failure, for example CommunicationErrorTransientException."),
        new FactField("innermostType", FactType.Text, "Class of the innermost exception that is no wrapper."),
        new FactField("types", FactType.TextList, "All classes of the chain, outermost first."),
        new FactField("innermostText", FactType.Text, "Message of the innermost cause."),
        new FactField("message", FactType.Text, "The whole message with its chain."),
        new FactField("side", FactType.Text, "FailureSide.", ["Source", "Target"]),
        new FactField("code", FactType.Number, "FailureCode, the HRESULT as a signed number."),
        new FactField("mapiLowLevelError", FactType.Number, "MapiLowLevelError; missing where it is 0."),
        new FactField("hash", FactType.Text, "FailureHash."),
        new FactField("isPermanent", FactType.Boolean, "The class ends in PermanentException, or the report calls it fatal."),
        new FactField("remoteServer", FactType.Text, "Server that the fault text names (J7), upper or lower case as written; missing where only a URL is named."),
        new FactField("remoteVersion", FactType.Version, "Build of that server: from the fault text, else of the nearest 'Connected to' line before (J6)."),
        new FactField("remoteMajor", FactType.Number, "Major version of remoteVersion: 14 is Exchange 2010, 15 is 2013 and later."),
        new FactField("host", FactType.Text, "Host of the URL in the text."),
        new FactField("isHybridAgent", FactType.Boolean, "Whether host is a Hybrid Agent name (J5)."),
        new FactField("timeout", FactType.Duration, "The time span that a timeout text states."),
        new FactField("mrsServer", FactType.Text, "Machine that ran the Mailbox Replication Service; Exchange Online in a hybrid pull (J7)."),
        new FactField("retry", FactType.Number, "Retry number."),
        new FactField("retryMax", FactType.Number, "Retry limit."),
        new FactField("hitType", FactType.Text, "In a roll-up of transient failures, the class it names as most common."),
        new FactField("hitCount", FactType.Number, "Its hit count."));

    /// <summary>The lines.</summary>
    public static FactCollection Entries { get; } = new("entries", "One line of the report.", isTimed: true,
        new FactField("message", FactType.Text, "The message."),
        new FactField("server", FactType.Text, "Machine that ran the Mailbox Replication Service."),
        new FactField("type", FactType.Text, "Informational, Warning, WarningCondition, Error or Debug."),
        new FactField("flags", FactType.Text, "Flag names."));

    /// <summary>The answers and errors of remote calls; the same collection in every source that sees one.</summary>
    public static FactCollection CallOutcomes { get; } = Facts.CallOutcomeTable.Create();

    /// <summary>The source.</summary>
    public static FactSource Source { get; } = new(SourceName, "A move report, or an error text pasted from anywhere.", Parent, Failures, Entries, CallOutcomes)
    {
        FromText = text => MoveReportFacts.FromText(text),
        Complete = MoveReportFacts.Complete,
    };
}
