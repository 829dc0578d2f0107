using System;

namespace MrsDiag.Endpoints;

/// <summary>The TCP connection to the address.</summary>
public sealed class TcpObservation
{
    /// <summary>How it ended.</summary>
    public CallEnd End { get; set; }

    /// <summary>The error text; empty where it connected.</summary>
    public string Error { get; set; } = "";

    /// <summary>Time to connect, or to fail.</summary>
    public TimeSpan Duration { get; set; }
}
