using System;
using MrsDiag.Endpoints;

namespace MrsDiag.Affinity;

/// <summary>A connection that was held silent for a time, and then used.</summary>
public sealed class IdleObservation
{
    /// <summary>How long it was to be silent.</summary>
    public TimeSpan Wait { get; set; }

    /// <summary>The address it led to.</summary>
    public string Address { get; set; } = "";

    /// <summary>
    /// How it ended: <see cref="CallEnd.Succeeded"/> when it could still be used, <see cref="CallEnd.Closed"/> (FIN),
    /// <see cref="CallEnd.Reset"/> (RST), <see cref="CallEnd.TimedOut"/> when the use met silence: a device dropped it without a word.
    /// </summary>
    public CallEnd End { get; set; }

    /// <summary>After what silence a FIN or RST came; <see langword="null"/> where none came before the use.</summary>
    public TimeSpan? EndedAfter { get; set; }

    /// <summary>Status of the answer to the use.</summary>
    public int? Status { get; set; }

    /// <summary>The server before and after, where both were named.</summary>
    public string ServerBefore { get; set; } = "";

    /// <summary>See <see cref="ServerBefore"/>.</summary>
    public string ServerAfter { get; set; } = "";

    /// <summary>The error text.</summary>
    public string Error { get; set; } = "";
}
