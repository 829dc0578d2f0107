namespace MrsDiag.Endpoints.Probing;

/// <summary>When the body of a request is sent.</summary>
internal enum BodyTiming
{
    /// <summary>With the head, without waiting.</summary>
    AtOnce,

    /// <summary>
    /// When a 100 came, or the time of <see cref="EndpointProbeOptions.BodyDelay"/> is over; not at all where a final answer came first.
    /// </summary>
    HeldBack,
}
