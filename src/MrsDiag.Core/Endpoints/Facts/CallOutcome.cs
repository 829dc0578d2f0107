using System;
using System.Collections.Generic;

namespace MrsDiag.Endpoints;

/// <summary>What one call of the probe ended in, before it becomes a fact.</summary>
internal sealed record CallOutcome(string Kind, DateTime? At, string Text)
{
    public string Stage { get; init; } = "";

    public int? Status { get; init; }

    public string Logon { get; init; } = "";

    public IReadOnlyList<string>? Schemes { get; init; }

    public HttpHeaderObservation[] Headers { get; init; } = [];

    public string Body { get; init; } = "";

    public bool? SentExpect { get; init; }

    public bool? OnlyWithExpect { get; init; }
}
