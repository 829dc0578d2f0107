namespace MrsDiag.Diagnostics;

/// <summary>Whether a diagnostic stops a pack from being used.</summary>
public enum DiagnosticLevel
{
    /// <summary>Worth mending; the pack runs.</summary>
    Warning,

    /// <summary>The pack does not run.</summary>
    Error,
}
