namespace MrsDiag.Fixtures.MoveReports;

/// <summary>What happened to a move. Each has its timeline in <see cref="MoveScenarios"/>.</summary>
public enum MoveScenario
{
    /// <summary>Onboarding, completed, one retry on the way.</summary>
    Healthy,

    /// <summary>Onboarding, half copied, nothing wrong.</summary>
    InProgress,

    /// <summary>Onboarding from Exchange 2010: sequence faults on CAS1 and CAS2 within 45 minutes, then the mailbox lock.</summary>
    AffinityLost2010,

    /// <summary>Onboarding from 15.1: one sequence fault, one server behind the fault texts.</summary>
    SingleServer15,

    /// <summary>The lock without any failure before it.</summary>
    MailboxLock,

    /// <summary>401, Negotiate and NTLM offered.</summary>
    Auth401,

    /// <summary>401, only Basic offered.</summary>
    Auth401BasicOnly,

    /// <summary>403.</summary>
    Forbidden403,

    /// <summary>MRS Proxy has no connection left.</summary>
    ConnectionLimit,

    /// <summary>404 inside "no endpoint listening".</summary>
    NotFound404,

    /// <summary>503 inside "no endpoint listening".</summary>
    Unavailable503,

    /// <summary>The name does not resolve.</summary>
    NameNotResolved,

    /// <summary>The certificate is not trusted.</summary>
    CertificateInvalid,

    /// <summary>504 from the Hybrid Agent's name.</summary>
    HybridAgent504,

    /// <summary>Waiting for a disk in Exchange Online, which is normal.</summary>
    StalledTargetDisk,

    /// <summary>Too many bad items.</summary>
    TooManyBadItems,

    /// <summary>Too many transient failures, the roll-up.</summary>
    TooManyTransientFailures,

    /// <summary>The export timed out on the way.</summary>
    ExportTimeout,

    /// <summary>Completed; the unlock was not replicated.</summary>
    CompletedWithWarning,

    /// <summary>Offboarding (push), the name of the target does not resolve.</summary>
    OffboardingNameNotResolved,
}
