using MrsDiag.Diagnostics;

namespace MrsDiag.RulePacks.Reporting;

/// <summary>One row of <see cref="DiagnosticCodes"/>.</summary>
/// <param name="Id">The code, for example <c>RP0102</c>; never reused.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Explanation">Why it is refused.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Level">Whether it stops the pack.</param>
internal sealed record DiagnosticCode(string Id, string Title, string Explanation, string Fix, DiagnosticLevel Level = DiagnosticLevel.Error);
