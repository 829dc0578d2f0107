namespace MrsDiag;

/// <summary>One thing that checking a rule pack gave: a problem in its text, or the outcome of a test that a rule carries.</summary>
public sealed class RulePackCheck
{
    /// <summary>Passed, Warning or Failed.</summary>
    public RulePackCheckOutcome Outcome { get; set; }

    /// <summary>Problem or test.</summary>
    public RulePackCheckKind Kind { get; set; }

    /// <summary>File that was checked.</summary>
    public string File { get; set; } = "";

    /// <summary>Line, counted from one; 0 where not known.</summary>
    public int Line { get; set; }

    /// <summary>Column, counted from one; 0 where not known.</summary>
    public int Column { get; set; }

    /// <summary>Code of a problem, for example <c>RP0102</c>; empty for a test.</summary>
    public string Code { get; set; } = "";

    /// <summary>Rule that a test belongs to; empty for a problem.</summary>
    public string RuleId { get; set; } = "";

    /// <summary>Name of the test; empty for a problem.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is wrong, or what the test expected and what came; empty for a test that passed.</summary>
    public string Message { get; set; } = "";

    /// <summary>For a problem, the same with the line and a caret under the place; empty for a test.</summary>
    public string Detail { get; set; } = "";

    /// <summary>The clickable one-line form.</summary>
    /// <returns><c>file:line:column: outcome: message</c></returns>
    public override string ToString() => $"{File}:{Line}:{Column}: {Outcome}: {(Kind == RulePackCheckKind.Test ? RuleId + " " + Name : Code)} {Message}".TrimEnd();
}
