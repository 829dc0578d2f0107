using System;
using System.Collections.Generic;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>One move, before it is given any shape. Defaults are those of an onboarding move from Exchange 2016.</summary>
public sealed class SampleMove
{
    /// <summary>The person or room.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Alias.</summary>
    public string Alias { get; set; } = "";

    /// <summary>ExchangeGuid.</summary>
    public Guid MailboxGuid { get; set; }

    /// <summary>RequestGuid.</summary>
    public Guid RequestGuid { get; set; }

    /// <summary>Status.</summary>
    public string Status { get; set; } = "InProgress";

    /// <summary>StatusDetail.</summary>
    public string StatusDetail { get; set; } = "CopyingMessages";

    /// <summary>SyncStage.</summary>
    public string SyncStage { get; set; } = "CopyingMessages";

    /// <summary>Pull or Push.</summary>
    public string Direction { get; set; } = "Pull";

    /// <summary>Onboarding, Offboarding or Local.</summary>
    public string WorkloadType { get; set; } = "Onboarding";

    /// <summary>Version of the source mailbox server.</summary>
    public Version SourceVersion { get; set; } = new(15, 1, 2507, 6);

    /// <summary>Version of the target mailbox server.</summary>
    public Version TargetVersion { get; set; } = new(15, 20, 8445, 13);

    /// <summary>The published name of the migration endpoint.</summary>
    public string RemoteHostName { get; set; } = "mail.contoso.com";

    /// <summary>BatchName.</summary>
    public string BatchName { get; set; } = "MigrationService:Batch01";

    /// <summary>Percent complete.</summary>
    public int PercentComplete { get; set; }

    /// <summary>Items of the mailbox.</summary>
    public long ItemCount { get; set; }

    /// <summary>Bytes of the mailbox.</summary>
    public long TotalBytes { get; set; }

    /// <summary>Bytes transferred.</summary>
    public long BytesTransferred { get; set; }

    /// <summary>Bad items met.</summary>
    public int BadItems { get; set; }

    /// <summary>TotalStalledDueToMailboxLockedDuration.</summary>
    public TimeSpan MailboxLocked { get; set; }

    /// <summary>TotalTransientFailureDuration.</summary>
    public TimeSpan TransientFailure { get; set; }

    /// <summary>TotalStalledDueToWriteThrottle.</summary>
    public TimeSpan WriteThrottle { get; set; }

    /// <summary>When it was queued, UTC.</summary>
    public DateTime Queued { get; set; }

    /// <summary>When it ended, UTC.</summary>
    public DateTime? Completed { get; set; }

    /// <summary>Message of the request.</summary>
    public string Message { get; set; } = "";

    /// <summary>The failure that the request itself names.</summary>
    public SampleFailure? LastFailure { get; set; }

    /// <summary>The lines.</summary>
    public List<SampleEntry> Entries { get; } = [];

    /// <summary>The failures.</summary>
    public List<SampleFailure> Failures { get; } = [];
}
