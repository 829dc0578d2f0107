using System.Collections.Generic;

namespace MrsDiag.Rules;

/// <summary>What a caller may change about judging.</summary>
public sealed record RuleEngineOptions
{
    /// <summary>Overlays, applied in order.</summary>
    public IReadOnlyList<RuleOverlay> Overlays { get; init; } = [];

    /// <summary>Setting values by <c>MRS3001.window</c>, as a user writes them; win over overlays.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How many observations a finding shows; <see langword="null"/>: as the rule says.</summary>
    public int? EvidenceCount { get; init; }

    /// <summary>How far before a symptom its cause may lie.</summary>
    public System.TimeSpan CauseWindow { get; init; } = System.TimeSpan.FromHours(2);

    /// <summary>Time limit of one regular expression on one text.</summary>
    public System.TimeSpan RegexTimeout { get; init; } = System.TimeSpan.FromMilliseconds(250);
}
