using System.Collections.Generic;
using MrsDiag.Diagnostics;

namespace MrsDiag.Rules;

/// <summary>A cause, symptom or normal sign as data. Read from a pack, compiled by the rule engine.</summary>
public sealed record Rule
{
    /// <summary>Stable id: <c>MRS</c> and four digits.</summary>
    public required string Id { get; init; }

    /// <summary>Kebab-case name.</summary>
    public required string Name { get; init; }

    /// <summary>The conclusion as a statement, 90 characters at most.</summary>
    public required string Title { get; init; }

    /// <summary>Pack that it belongs to.</summary>
    public required string Pack { get; init; }

    /// <summary>Version of that pack.</summary>
    public required string PackVersion { get; init; }

    /// <summary>How far it has come.</summary>
    public RuleStatus Status { get; init; } = RuleStatus.Stable;

    /// <summary>The rule that took the place of a deprecated one; <see langword="null"/> where there is none.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>Default severity.</summary>
    public Severity Severity { get; init; }

    /// <summary>Default confidence.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>Cause, symptom or normal.</summary>
    public FindingRole Role { get; init; }

    /// <summary>Who acts.</summary>
    public FindingOwner Owner { get; init; }

    /// <summary>What is seen and why it matters.</summary>
    public string Description { get; init; } = "";

    /// <summary>Names of the fact sources it judges.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>Scenarios it applies to (J1); empty: all. Compared with the parent field <c>scenario</c>.</summary>
    public IReadOnlyList<string> Scenarios { get; init; } = [];

    /// <summary>Transports it applies to (J1); empty: all. Compared with the parent field <c>transport</c>.</summary>
    public IReadOnlyList<string> Transports { get; init; } = [];

    /// <summary>Thresholds by name.</summary>
    public IReadOnlyDictionary<string, RuleSetting> Settings { get; init; } = new Dictionary<string, RuleSetting>();

    /// <summary>The collection judged, or <c>self</c>.</summary>
    public required string Select { get; init; }

    /// <summary>Fields without which the rule cannot tell; a leaf on one that is missing is unknown, not false.</summary>
    public IReadOnlyList<FieldReference> Needs { get; init; } = [];

    /// <summary>Which items; none: all.</summary>
    public Condition? Where { get; init; }

    /// <summary>Only items that no other cause or symptom rule matched; such rules run last.</summary>
    public bool Unclaimed { get; init; }

    /// <summary>How items are put together; none: all items of the subject make one finding.</summary>
    public Grouping? Group { get; init; }

    /// <summary>Certainties, first match wins; empty: the rule's own severity, confidence and message.</summary>
    public IReadOnlyList<RuleCase> Cases { get; init; } = [];

    /// <summary>Message template: <c>{field}</c>, <c>{report.field}</c>, <c>{group.count}</c>.</summary>
    public string Message { get; init; } = "";

    /// <summary>What a symptom's message says further where its cause is not in the input; where it is, the engine names it.</summary>
    public string Uncaused { get; init; } = "";

    /// <summary>How many observations a finding shows unless the caller says otherwise.</summary>
    public int EvidenceCount { get; init; } = 5;

    /// <summary>Ids of symptom rules that this cause explains; breaks ties only.</summary>
    public IReadOnlyList<string> Explains { get; init; } = [];

    /// <summary>Steps in order.</summary>
    public IReadOnlyList<Remedy> Remediation { get; init; } = [];

    /// <summary>Documents.</summary>
    public IReadOnlyList<RuleReference> References { get; init; } = [];

    /// <summary>When the rule speaks and is wrong.</summary>
    public IReadOnlyList<string> FalsePositives { get; init; } = [];

    /// <summary>Free words.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Related rule ids.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Its own tests.</summary>
    public IReadOnlyList<RuleTest> Tests { get; init; } = [];

    /// <summary>Where it stands; <see langword="null"/> when it was made in code.</summary>
    public SourceLocation? Location { get; init; }
}
