using MrsDiag.Diagnostics;

namespace MrsDiag.Pipeline;

/// <summary>The place of a mistake in a rule pack, as the target of its error record.</summary>
public sealed class RulePackErrorPlace
{
    internal RulePackErrorPlace(Diagnostic problem)
    {
        Code = problem.Code;
        File = problem.Location.File;
        Line = problem.Location.Start.Line;
        LineText = problem.LineText;
        StartColumn = problem.Location.Start.Column;
        EndColumn = problem.Location.EndColumn;
    }

    /// <summary>Code of the mistake, for example <c>RP0102</c>.</summary>
    public string Code { get; }

    /// <summary>File.</summary>
    public string File { get; }

    /// <summary>Line, counted from one.</summary>
    public int Line { get; }

    /// <summary>The text of that line; empty where not known.</summary>
    public string LineText { get; }

    /// <summary>First column, counted from one.</summary>
    public int StartColumn { get; }

    /// <summary>Column behind the last one.</summary>
    public int EndColumn { get; }

    /// <summary>The clickable form.</summary>
    /// <returns><c>file:line:column</c></returns>
    public override string ToString() => $"{File}:{Line}:{StartColumn}";
}
