using System;

namespace MrsDiag.Endpoints;

/// <summary>One thing that was looked at, and what it came to.</summary>
public sealed class EndpointCheck
{
    /// <summary>The stage it belongs to.</summary>
    public EndpointStage Stage { get; set; }

    /// <summary>What was looked at, for example <c>TLS versions</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it came to.</summary>
    public CheckOutcome Outcome { get; set; }

    /// <summary>How long it took; <see langword="null"/> where nothing was done.</summary>
    public TimeSpan? Duration { get; set; }

    /// <summary>What was seen, in one line; for <see cref="CheckOutcome.NotTested"/> the reason.</summary>
    public string Detail { get; set; } = "";

    /// <summary>One line for logs and string conversions.</summary>
    /// <returns>Stage, outcome and detail.</returns>
    public override string ToString() => $"{Outcome} {Stage}, {Name}: {Detail}";
}
