namespace MrsDiag;

/// <summary>A rule as users see it: what it states, how sure it is, what can be set, with overlays applied.</summary>
/// <remarks>Plain settable properties, so that it survives Export-Clixml, jobs and remoting.</remarks>
public sealed class RuleInfo
{
    /// <summary>Stable id, for example <c>MRS3001</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Short name in kebab case.</summary>
    public string Name { get; set; } = "";

    /// <summary>The conclusion as a statement.</summary>
    public string Title { get; set; } = "";

    /// <summary>The pack that it comes from.</summary>
    public string Pack { get; set; } = "";

    /// <summary>Version of that pack.</summary>
    public string PackVersion { get; set; } = "";

    /// <summary>Severity unless a case of the rule says otherwise.</summary>
    public Severity Severity { get; set; }

    /// <summary>Confidence unless a case of the rule says otherwise.</summary>
    public Confidence Confidence { get; set; }

    /// <summary>Cause, symptom or normal behaviour.</summary>
    public FindingRole Role { get; set; }

    /// <summary>Who has to act.</summary>
    public FindingOwner Owner { get; set; }

    /// <summary>How far the rule has come.</summary>
    public Rules.RuleStatus Status { get; set; }

    /// <summary>Whether it runs: neither deprecated nor switched off by an overlay.</summary>
    public bool Enabled { get; set; }

    /// <summary>Fact sources that it judges, for example <c>move-report</c>.</summary>
    public string[] Sources { get; set; } = [];

    /// <summary>Scenarios that it applies to; empty: all.</summary>
    public string[] Scenarios { get; set; } = [];

    /// <summary>Transports that it applies to; empty: all.</summary>
    public string[] Transports { get; set; } = [];

    /// <summary>What a user may set.</summary>
    public RuleSettingInfo[] Settings { get; set; } = [];

    /// <summary>What is seen and why it matters.</summary>
    public string Description { get; set; } = "";

    /// <summary>When it speaks and is wrong.</summary>
    public string[] FalsePositives { get; set; } = [];

    /// <summary>What to do, in order; of all its cases where they differ.</summary>
    public Remedy[] Remediation { get; set; } = [];

    /// <summary>Public documents that it rests on.</summary>
    public string[] References { get; set; } = [];

    /// <summary>Ids of related rules.</summary>
    public string[] Related { get; set; } = [];

    /// <summary>Free words.</summary>
    public string[] Tags { get; set; } = [];

    /// <summary>How many tests it carries.</summary>
    public int Tests { get; set; }

    /// <summary>Where it stands: <c>file:line:column</c>; empty where not known.</summary>
    public string Location { get; set; } = "";

    /// <summary>One line.</summary>
    /// <returns>Id and title.</returns>
    public override string ToString() => Id + " " + Title;
}
