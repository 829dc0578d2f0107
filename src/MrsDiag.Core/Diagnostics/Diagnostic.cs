namespace MrsDiag.Diagnostics;

/// <summary>One thing wrong with a rule pack, told with its place.</summary>
/// <param name="Code">Stable code, for example <c>RP0102</c>; each has a heading in about_MrsDiag_RulePack.</param>
/// <param name="Level">Error or warning.</param>
/// <param name="Location">Where.</param>
/// <param name="Message">What is wrong, one sentence with its "did you mean".</param>
/// <param name="Hint">What would be right, for example the keys allowed here; may be empty.</param>
/// <param name="Related">The other place, where two clash.</param>
/// <param name="RelatedText">What is at the other place, for example <c>first used at</c>.</param>
public sealed record Diagnostic(
    string Code,
    DiagnosticLevel Level,
    SourceLocation Location,
    string Message,
    string Hint = "",
    SourceLocation? Related = null,
    string RelatedText = "")
{
    /// <summary>The text of the line that <see cref="Location"/> names, for the caret view; empty when not known.</summary>
    public string LineText { get; init; } = "";

    /// <summary>The one-line form.</summary>
    /// <returns><c>file:line:column: error RP0102: message</c></returns>
    public override string ToString() =>
        $"{Location}: {(Level == DiagnosticLevel.Error ? "error" : "warning")} {Code}: {Message}";
}
