using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Binding;

/// <summary>What is wrong with a value.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Hint">What would be right.</param>
internal sealed record ShapeProblem(DiagnosticCode Code, string Message, string Hint);
