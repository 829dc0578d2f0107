using System;

namespace MrsDiag;

/// <summary>One rule over all subjects of a run.</summary>
public sealed class FindingSummary
{
    /// <summary>Rule id.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>Kebab-case name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The conclusion as a statement.</summary>
    public string Title { get; set; } = "";

    /// <summary>The highest severity among the findings.</summary>
    public Severity Severity { get; set; }

    /// <summary>The lowest confidence among the findings of that severity.</summary>
    public Confidence Confidence { get; set; }

    /// <summary>Cause, symptom or normal.</summary>
    public FindingRole Role { get; set; }

    /// <summary>Who has to act.</summary>
    public FindingOwner Owner { get; set; }

    /// <summary>How many distinct subjects (mailboxes) have it.</summary>
    public int SubjectCount { get; set; }

    /// <summary>Those subjects, sorted.</summary>
    public string[] Subjects { get; set; } = [];

    /// <summary>How many observations over all of them.</summary>
    public int Count { get; set; }

    /// <summary>Servers named, sorted.</summary>
    public string[] Servers { get; set; } = [];

    /// <summary>First observation, UTC.</summary>
    public DateTime? FirstSeen { get; set; }

    /// <summary>Last observation, UTC.</summary>
    public DateTime? LastSeen { get; set; }

    /// <summary>What to do, in order.</summary>
    public Remedy[] Remediation { get; set; } = [];

    /// <summary>One line for logs and string conversions.</summary>
    /// <returns>Severity, id, number of subjects and title.</returns>
    public override string ToString() => $"{Severity} {RuleId} x{SubjectCount}: {Title}";
}
