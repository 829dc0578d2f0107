using System.Collections.Generic;

namespace MrsDiag.Rules;

/// <summary>One file of rules.</summary>
public sealed record RulePack
{
    /// <summary>Name, <c>[a-z0-9-]+</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Semantic version.</summary>
    public required string Version { get; init; }

    /// <summary>What it is about.</summary>
    public string Description { get; init; } = "";

    /// <summary>File that it was read from.</summary>
    public string File { get; init; } = "";

    /// <summary>Its rules.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }
}
