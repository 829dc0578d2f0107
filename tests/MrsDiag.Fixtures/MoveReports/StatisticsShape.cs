using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Fixtures.Clixml;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>
/// A move as MoveRequestStatistics, with the properties of an Exchange 2016 server in the order it prints them
/// (research move-report.md 1.2).
/// </summary>
internal static class StatisticsShape
{
    private static readonly Guid Runspace = new("5c6063f8-42b6-4651-ad7e-f9dbc9b1a00f");

    public static FixtureObject Create(SampleMove move, ExportQuality quality)
    {
        FixtureObject shape = new(
            [ExchangeTypes.Replication + "MoveRequestStatistics", ExchangeTypes.Replication + "RequestStatisticsBase", ExchangeTypes.Replication + "RequestJobBase", "System.Object"],
            Identity(move));
        AddIdentity(shape, move);
        AddState(shape, move);
        AddPlaces(shape, move);
        AddLimits(shape, move);
        AddTimes(shape, move);
        AddDurations(shape, move);
        AddSizes(shape, move);
        AddOutcome(shape, move);
        Dictionary<SampleFailure, FixtureObject>? failures = quality == ExportQuality.Rich ? move.Failures.ToDictionary(f => f, FailureShape.Create) : null;
        shape.With("Report", quality == ExportQuality.NoReport ? null : ReportShape.Create(move, failures));
        shape.With("LastFailure", move.LastFailure is not { } last ? null : failures is null ? FailureShape.Text(last) : failures[last]);
        shape.With("RequestExpiryTimestamp", null).With("IsSyncAggregation", false).With("IsShadowSync", false)
            .With("ObjectState", ExchangeTypes.Enum("ObjectState", "New"));
        return shape.WithNote("RunspaceId", Runspace);
    }

    private static string Identity(SampleMove move) => $"contoso.onmicrosoft.com/{move.Alias}";

    private static void AddIdentity(FixtureObject shape, SampleMove move)
    {
        string name = $"CN={move.DisplayName},OU=contoso.onmicrosoft.com,OU=Microsoft Exchange Hosted Organizations,DC=EURPR05A001,DC=PROD,DC=OUTLOOK,DC=COM";
        shape
            .With("MailboxIdentity", ExchangeTypes.DirectoryId(move.DisplayName, name, move.MailboxGuid))
            .With("DistinguishedName", name)
            .With("DisplayName", move.DisplayName)
            .With("Alias", move.Alias)
            .With("ExchangeGuid", move.MailboxGuid)
            .With("ArchiveGuid", null);
    }

    private static void AddState(FixtureObject shape, SampleMove move)
    {
        shape
            .With("Status", ExchangeTypes.Status(move.Status))
            .With("StatusDetail", ExchangeTypes.Enum("RequestState", move.StatusDetail, Vocabulary.StatusDetails))
            .With("SyncStage", ExchangeTypes.Enum("SyncStage", move.SyncStage, Vocabulary.SyncStages))
            .With("Flags", ExchangeTypes.Enum("RequestFlags", $"CrossOrg, {move.Direction}"))
            .With("RequestStyle", ExchangeTypes.Enum("RequestStyle", "CrossOrg", "None", "IntraOrg", "CrossOrg"))
            .With("Direction", ExchangeTypes.Enum("RequestDirection", move.Direction, "None", "Pull", "Push"))
            .With("IsOffline", false)
            .With("Protect", false)
            .With("DoNotPreserveMailboxSignature", false)
            .With("Priority", ExchangeTypes.Enum("RequestPriority", "Normal"))
            .With("WorkloadType", ExchangeTypes.Enum("RequestWorkloadType", move.WorkloadType, "None", "Local", "Onboarding", "Offboarding"))
            .With("Suspend", false)
            .With("SuspendWhenReadyToComplete", false)
            .With("IgnoreRuleLimitErrors", false)
            .With("RecipientTypeDetails", new FixtureEnum("Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails", "MailUser", 128));
    }

    private static void AddPlaces(FixtureObject shape, SampleMove move)
    {
        bool isPull = move.Direction == "Pull";
        FixtureObject database = ExchangeTypes.DirectoryId("EURPR05DG117-db063", "CN=EURPR05DG117-db063,CN=Databases,DC=EURPR05A001,DC=PROD,DC=OUTLOOK,DC=COM", move.RequestGuid);
        shape
            .With("SourceVersion", ExchangeTypes.Version(move.SourceVersion))
            .With("SourceDatabase", isPull ? null : database)
            .With("SourceServer", isPull ? "EX01.contoso.com" : "AM0PR05MB3820.eurprd05.prod.outlook.com")
            .With("TargetVersion", ExchangeTypes.Version(move.TargetVersion))
            .With("TargetDatabase", isPull ? database : null)
            .With("TargetServer", isPull ? "AM0PR05MB3820.eurprd05.prod.outlook.com" : "EX01.contoso.com");
        foreach (string name in (string[])["SourceArchiveDatabase", "SourceArchiveVersion", "SourceArchiveServer", "TargetArchiveDatabase", "TargetArchiveVersion", "TargetArchiveServer"])
            shape.With(name, null);
        shape
            .With("RemoteHostName", move.RemoteHostName)
            .With("RemoteGlobalCatalog", null)
            .With("BatchName", move.BatchName)
            .With("StartAfter", null)
            .With("CompleteAfter", null)
            .With("EffectiveIncrementalSyncInterval", ExchangeTypes.Duration(TimeSpan.FromMinutes(15)))
            .With("ConfiguredIncrementalSyncInterval", ExchangeTypes.Duration(TimeSpan.FromDays(1)))
            .With("RemoteCredentialUsername", "CONTOSO\\migration")
            .With("RemoteDatabase", null)
            .With("RemoteDatabaseName", "DB01")
            .With("RemoteArchiveDatabase", null)
            .With("RemoteArchiveDatabaseName", null)
            .With("TargetDeliveryDomain", "contoso.mail.onmicrosoft.com")
            .With("ArchiveDomain", null);
    }

    private static void AddLimits(FixtureObject shape, SampleMove move) => shape
        .With("BadItemLimit", ExchangeTypes.Unlimited("10"))
        .With("BadItemsEncountered", move.BadItems)
        .With("LargeItemLimit", ExchangeTypes.Unlimited("10"))
        .With("LargeItemsEncountered", 0)
        .With("AllowLargeItems", true);

    private static void AddTimes(FixtureObject shape, SampleMove move)
    {
        DateTime last = move.Entries[move.Entries.Count - 1].Time;
        bool isSeeded = move.PercentComplete >= 95;
        shape
            .With("QueuedTimestamp", move.Queued)
            .With("StartTimestamp", move.Entries[Math.Min(1, move.Entries.Count - 1)].Time)
            .With("LastUpdateTimestamp", last)
            .With("LastSuccessfulSyncTimestamp", isSeeded ? last : null)
            .With("InitialSeedingCompletedTimestamp", isSeeded ? last : null)
            .With("FinalSyncTimestamp", move.Completed)
            .With("CompletionTimestamp", move.Completed)
            .With("SuspendedTimestamp", null);
    }

    private static void AddDurations(FixtureObject shape, SampleMove move)
    {
        TimeSpan overall = (move.Completed ?? move.Entries[move.Entries.Count - 1].Time) - move.Queued;
        shape.With("OverallDuration", ExchangeTypes.Duration(overall));
        foreach (string name in Vocabulary.Durations)
        {
            TimeSpan span = name switch
            {
                "TotalQueuedDuration" => TimeSpan.FromSeconds(41),
                "TotalInProgressDuration" => overall,
                "TotalStalledDueToMailboxLockedDuration" => move.MailboxLocked,
                "TotalStalledDueToWriteThrottle" => move.WriteThrottle,
                "TotalTransientFailureDuration" => move.TransientFailure,
                _ => TimeSpan.Zero,
            };
            shape.With(name, ExchangeTypes.Duration(span));
        }
    }

    private static void AddSizes(FixtureObject shape, SampleMove move) => shape
        .With("MRSServerName", move.Entries[move.Entries.Count - 1].Server + ".eurprd05.prod.outlook.com")
        .With("TotalMailboxSize", ExchangeTypes.Size(move.TotalBytes))
        .With("TotalMailboxItemCount", (ulong)move.ItemCount)
        .With("TotalArchiveSize", null)
        .With("TotalArchiveItemCount", null)
        .With("BytesTransferred", ExchangeTypes.Size(move.BytesTransferred))
        .With("BytesTransferredPerMinute", ExchangeTypes.Size(move.BytesTransferred / 60))
        .With("ItemsTransferred", (ulong)(move.TotalBytes == 0 ? 0 : move.ItemCount * (move.BytesTransferred / 1024) / Math.Max(1, move.TotalBytes / 1024)))
        .With("PercentComplete", move.PercentComplete)
        .With("CompletedRequestAgeLimit", ExchangeTypes.Duration(TimeSpan.FromDays(3650)))
        .With("PositionInQueue", null)
        .With("InternalFlags", ExchangeTypes.Enum("RequestJobInternalFlags", "JobFeaturesComputed"));

    private static void AddOutcome(FixtureObject shape, SampleMove move)
    {
        SampleFailure? failure = move.LastFailure;
        shape
            .With("FailureCode", failure?.Code)
            .With("FailureType", failure?.Type)
            .With("FailureSide", failure is null || failure.Side.Length == 0 ? null : ExchangeTypes.Enum("ExceptionSide", failure.Side, "None", "Source", "Target"))
            .With("Message", move.Message.Length == 0 ? null : move.Message)
            .With("FailureTimestamp", failure?.Timestamp)
            .With("IsValid", true)
            .With("ValidationMessage", "")
            .With("RequestGuid", move.RequestGuid)
            .With("RequestQueue", "EURPR05DG117-db063")
            .With("MigrationMailboxGuid", null)
            .With("SourceEndpointGuid", null)
            .With("Identity", Identity(move))
            .With("DiagnosticInfo", null);
    }
}
