using System.Collections.Generic;

namespace MrsDiag.Rules;

/// <summary>A user's changes to loaded rules, without editing a shipped file.</summary>
public sealed record RuleOverlay
{
    /// <summary>File that it was read from.</summary>
    public string File { get; init; } = "";

    /// <summary>Rule ids that do not run.</summary>
    public IReadOnlyList<string> Disable { get; init; } = [];

    /// <summary>Severities by rule id; they replace those of the rule and of its cases.</summary>
    public IReadOnlyDictionary<string, Severity> Severity { get; init; } = new Dictionary<string, Severity>();

    /// <summary>Setting values by <c>MRS3001.window</c>, as written.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
