using System.Collections.Generic;
using MrsDiag.Diagnostics;
using MrsDiag.Facts;

namespace MrsDiag.Rules;

/// <summary>What a rule test expects.</summary>
public enum Expectation
{
    /// <summary>The findings listed, neither more nor fewer.</summary>
    Findings,

    /// <summary>The rule stays silent and could tell.</summary>
    None,

    /// <summary>The rule says that it cannot tell.</summary>
    NotEvaluated,
}

/// <summary>One finding that a test expects; what is <see langword="null"/> is not compared.</summary>
public sealed record ExpectedFinding
{
    /// <summary>The rendered text, whole.</summary>
    public string? Message { get; init; }

    /// <summary>Severity.</summary>
    public Severity? Severity { get; init; }

    /// <summary>Confidence.</summary>
    public Confidence? Confidence { get; init; }

    /// <summary>Number of observations.</summary>
    public int? Count { get; init; }

    /// <summary>Rule id of the cause; empty text: none.</summary>
    public string? CausedBy { get; init; }

    /// <summary>Title.</summary>
    public string? Title { get; init; }
}

/// <summary>A test that a rule carries.</summary>
public sealed record RuleTest
{
    /// <summary>Name; reads as a specification.</summary>
    public required string Name { get; init; }

    /// <summary>The facts. A test for several sources names one; none named: the rule's first.</summary>
    public required FactSet Given { get; init; }

    /// <summary>What kind of outcome.</summary>
    public Expectation Expectation { get; init; }

    /// <summary>The findings expected, in order.</summary>
    public IReadOnlyList<ExpectedFinding> Findings { get; init; } = [];

    /// <summary>Setting values for this test only, by <c>MRS3001.window</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it stands.</summary>
    public SourceLocation? Location { get; init; }
}
