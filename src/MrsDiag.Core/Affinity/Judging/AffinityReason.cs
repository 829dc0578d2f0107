namespace MrsDiag.Affinity;

/// <summary>Why no verdict is possible.</summary>
internal enum AffinityReason
{
    /// <summary>There is a verdict.</summary>
    None,

    /// <summary>The name belongs to the Hybrid Agent (J5).</summary>
    HybridAgent,

    /// <summary>No request was answered.</summary>
    NoAnswer,

    /// <summary>No answer named a server.</summary>
    NoSign,

    /// <summary>Only the certificate changes, which may be the device's.</summary>
    CertificateChanges,

    /// <summary>The only name is one that the device can write.</summary>
    OneWeakSign,

    /// <summary>The only name may be that of the device itself.</summary>
    DeviceAnswers,

    /// <summary>Too few connections named their server.</summary>
    TooFew,

    /// <summary>The server changed once in time: drain, failover, or a persistence that ran out.</summary>
    SwitchedOnce,

    /// <summary>Each pinned address has a server of its own, and DNS plays no part.</summary>
    PinnedAddresses,
}
