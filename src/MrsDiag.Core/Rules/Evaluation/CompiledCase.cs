using System;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A case ready to run, with what it leaves out filled in from the rule.</summary>
internal sealed class CompiledCase
{
    public required RuleCase Source { get; init; }

    public CompiledCondition? Where { get; init; }

    public TimeSpan? Within { get; init; }

    public TimeSpan? MaxGap { get; init; }

    public required MessageTemplate Message { get; init; }
}
