using System.Collections.Generic;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A rule that looked and could not tell.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fields">Fields it needs and did not find.</param>
/// <param name="TimedOut">Whether a regular expression ran out of time instead.</param>
internal sealed record NotEvaluated(Rule Rule, IReadOnlyList<string> Fields, bool TimedOut);
