namespace MrsDiag.Rules;

/// <summary>One certainty of a rule. The first case that matches speaks; what it leaves out comes from the rule.</summary>
public sealed record RuleCase
{
    /// <summary>When it applies; none: always.</summary>
    public Condition? Where { get; init; }

    /// <summary>The group must also meet its threshold inside such a window: a <see cref="System.TimeSpan"/> or <see cref="SettingReference"/>.</summary>
    public object? Within { get; init; }

    /// <summary>Inside that window, neighbouring items lie at most this far apart: a <see cref="System.TimeSpan"/> or <see cref="SettingReference"/>.</summary>
    public object? MaxGap { get; init; }

    /// <summary>Severity instead of the rule's.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Confidence instead of the rule's.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Owner instead of the rule's.</summary>
    public FindingOwner? Owner { get; init; }

    /// <summary>Title instead of the rule's.</summary>
    public string? Title { get; init; }

    /// <summary>Message template instead of the rule's.</summary>
    public string? Message { get; init; }

    /// <summary>Steps instead of the rule's.</summary>
    public System.Collections.Generic.IReadOnlyList<Remedy>? Remediation { get; init; }
}
