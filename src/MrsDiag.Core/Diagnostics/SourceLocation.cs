namespace MrsDiag.Diagnostics;

/// <summary>A span in a named file. The end is exclusive and on the same line as the start, so that it can be underlined.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Start">First character.</param>
/// <param name="EndColumn">Column behind the last character.</param>
public sealed record SourceLocation(string File, TextPosition Start, int EndColumn)
{
    /// <summary>The clickable form that compilers use.</summary>
    /// <returns><c>file:line:column</c>.</returns>
    public override string ToString() => $"{File}:{Start.Line}:{Start.Column}";
}
