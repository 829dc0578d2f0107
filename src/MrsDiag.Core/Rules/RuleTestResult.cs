using MrsDiag.Diagnostics;

namespace MrsDiag.Rules;

/// <summary>How a rule's own test ended.</summary>
/// <param name="RuleId">Rule.</param>
/// <param name="RuleName">Its name.</param>
/// <param name="Pack">Its pack.</param>
/// <param name="TestName">The test.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Reason">What was expected and what came, where it failed.</param>
/// <param name="Location">Where the test stands.</param>
public sealed record RuleTestResult(
    string RuleId, string RuleName, string Pack, string TestName, bool Passed, string Reason, SourceLocation? Location);
