using System;

namespace MrsDiag;

/// <summary>What a rule concluded about one subject: the cause or symptom, how sure, on what evidence, and what to do.</summary>
/// <remarks>Plain settable properties, so that it survives Export-Clixml, jobs and remoting.</remarks>
public class Finding
{
    /// <summary>Stable id, for example <c>MRS3001</c>; never reused.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>Short name in kebab case, for example <c>affinity-lost</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>The conclusion as a statement.</summary>
    public string Title { get; set; } = "";

    /// <summary>How much it matters.</summary>
    public Severity Severity { get; set; }

    /// <summary>How sure it is.</summary>
    public Confidence Confidence { get; set; }

    /// <summary>Cause, symptom or normal behaviour.</summary>
    public FindingRole Role { get; set; }

    /// <summary>Who has to act.</summary>
    public FindingOwner Owner { get; set; }

    /// <summary>What it is about: a mailbox, endpoint, server or distinguished name.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The explanation with its numbers filled in.</summary>
    public string Message { get; set; } = "";

    /// <summary>How many observations it rests on.</summary>
    public int Count { get; set; }

    /// <summary>First observation, UTC.</summary>
    public DateTime? FirstSeen { get; set; }

    /// <summary>Last observation, UTC.</summary>
    public DateTime? LastSeen { get; set; }

    /// <summary>A sample of the observations, oldest first.</summary>
    public Evidence[] Evidence { get; set; } = [];

    /// <summary>For a symptom, the rule id of its cause on the same subject; empty where no cause is in the input.</summary>
    public string CausedBy { get; set; } = "";

    /// <summary>What to do, in order.</summary>
    public Remedy[] Remediation { get; set; } = [];

    /// <summary>Public documents that the conclusion rests on.</summary>
    public string[] References { get; set; } = [];

    /// <summary>The pack that the rule comes from; <c>built-in</c> for findings about the input itself.</summary>
    public string RulePack { get; set; } = "";

    /// <summary>Version of that pack.</summary>
    public string RulePackVersion { get; set; } = "";

    /// <summary>The distinct servers that the observations name, sorted; for roll-ups over many subjects.</summary>
    public string[] Servers { get; set; } = [];

    /// <summary>One line for logs and string conversions.</summary>
    /// <returns>Severity, id, subject and message.</returns>
    public override string ToString() => $"{Severity} {RuleId} {Subject}: {Message}";
}
