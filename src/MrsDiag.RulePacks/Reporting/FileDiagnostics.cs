using MrsDiag.Diagnostics;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Reporting;

/// <summary>Reports on one file, and remembers whether the file is broken.</summary>
internal sealed class FileDiagnostics(SourceText source, int fileIndex, DiagnosticSink sink)
{
    /// <summary>The file's text.</summary>
    public SourceText Source { get; } = source;

    /// <summary>How many errors were reported, shown or not.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Whether the file is broken.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>
    /// Asks, before an error is put into words at some cost, whether it will be shown. A hostile file may hold a hundred thousand of them.
    /// </summary>
    /// <returns><see langword="true"/> when it will not; it is counted then.</returns>
    public bool SkipsError()
    {
        if (!sink.IsFull)
            return false;
        ErrorCount++;
        sink.Skip();
        return true;
    }

    /// <summary>Reports at a node.</summary>
    /// <param name="code">Row of the table.</param>
    /// <param name="at">The node.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What would be right.</param>
    public void Report(DiagnosticCode code, YamlNode at, string message, string hint = "") => Report(code, at.Start, at.End, message, hint);

    /// <summary>Reports at a span.</summary>
    /// <param name="code">Row of the table.</param>
    /// <param name="start">Index of the first character.</param>
    /// <param name="end">Index behind the last one.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="hint">What would be right.</param>
    public void Report(DiagnosticCode code, int start, int end, string message, string hint = "") =>
        Add(code, start, end, message, hint, null, "");

    /// <summary>Reports a clash of two places.</summary>
    /// <param name="code">Row of the table.</param>
    /// <param name="at">The second place.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="other">The first place.</param>
    /// <param name="relation">What is there, for example <c>first used at</c>.</param>
    public void ReportClash(DiagnosticCode code, YamlNode at, string message, SourceLocation other, string relation) =>
        Add(code, at.Start, at.End, message, "", other, relation);

    /// <summary>The place of a node.</summary>
    /// <param name="node">The node.</param>
    /// <returns>The place.</returns>
    public SourceLocation LocationOf(YamlNode node) => Source.Span(node.Start, node.End);

    private void Add(DiagnosticCode code, int start, int end, string message, string hint, SourceLocation? other, string relation)
    {
        if (code.Level == DiagnosticLevel.Error)
        {
            if (SkipsError())
                return;
            ErrorCount++;
        }
        SourceLocation location = Source.Span(start, end);
        sink.Add(fileIndex, new Diagnostic(code.Id, code.Level, location, message, hint, other, relation)
        {
            LineText = Source.LineText(location.Start.Line),
        });
    }
}
