using System;

namespace MrsDiag.Affinity;

/// <summary>TCP keep-alive of one Exchange server, as its registry says.</summary>
public sealed class KeepAliveSetting
{
    /// <summary>The server; empty where the value was given without one.</summary>
    public string Server { get; set; } = "";

    /// <summary>KeepAliveTime; <see langword="null"/> where it is not set, which means two hours.</summary>
    public TimeSpan? KeepAliveTime { get; set; }
}
