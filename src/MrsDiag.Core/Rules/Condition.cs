using System.Collections.Generic;

namespace MrsDiag.Rules;

/// <summary>A condition tree over one item (or, in a case of a grouped rule, over the group).</summary>
public abstract record Condition;

/// <summary>True when every part is.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>True when one part is.</summary>
/// <param name="Parts">The parts.</param>
public sealed record AnyCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>True when its part is not.</summary>
/// <param name="Part">The part.</param>
public sealed record NotCondition(Condition Part) : Condition;

/// <summary>True when another rule gave a finding on the same subject.</summary>
/// <param name="RuleId">That rule's id.</param>
public sealed record RuleFiredCondition(string RuleId) : Condition;

/// <summary>Compares one field.</summary>
/// <param name="Field">Which field.</param>
/// <param name="Operator">How.</param>
/// <param name="Operand">
/// With what: <see cref="string"/>, <see cref="double"/>, <see cref="bool"/>, <see cref="System.TimeSpan"/>, <see cref="System.DateTime"/>,
/// <see cref="System.Version"/>, a list of strings or doubles (<see cref="IReadOnlyList{T}"/> of <see cref="object"/>), or a <see cref="SettingReference"/>.
/// </param>
/// <param name="CaseSensitive">Whether text is compared with regard to case; then it is not normalised either.</param>
public sealed record LeafCondition(FieldReference Field, Operator Operator, object Operand, bool CaseSensitive = false) : Condition;
