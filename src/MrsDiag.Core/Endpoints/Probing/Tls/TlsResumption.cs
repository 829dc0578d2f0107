namespace MrsDiag.Endpoints.Probing;

/// <summary>What a handshake does about sessions of earlier connections.</summary>
internal enum TlsResumption
{
    /// <summary>As the platform likes; nobody looks.</summary>
    NotWatched,

    /// <summary>A full handshake where the platform can be told so, and a look at what it was.</summary>
    Avoided,

    /// <summary>As the platform likes, which resumes where it can, and a look at what it was.</summary>
    Allowed,
}
