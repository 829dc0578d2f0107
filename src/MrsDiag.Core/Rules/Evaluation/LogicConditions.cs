using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>All parts hold. False wins over unknown.</summary>
internal sealed class CompiledAll(IReadOnlyList<CompiledCondition> parts) : CompiledCondition
{
    private readonly CompiledCondition[] _ordered = parts.OrderBy(p => p.Cost).ToArray();

    /// <summary>The parts, cheapest first.</summary>
    public IReadOnlyList<CompiledCondition> Parts => _ordered;

    public override bool DependsOnItem => _ordered.Any(p => p.DependsOnItem);

    public override int Cost => _ordered.Sum(p => p.Cost);

    public override Truth Evaluate(EvaluationScope scope, FactItem? item)
    {
        Truth result = Truth.True;
        foreach (CompiledCondition part in _ordered)
        {
            Truth one = part.Evaluate(scope, item);
            if (one == Truth.False)
                return Truth.False;
            if (one < result)
                result = one;
        }
        return result;
    }
}

/// <summary>One part holds. True wins over unknown.</summary>
internal sealed class CompiledAny(IReadOnlyList<CompiledCondition> parts) : CompiledCondition
{
    private readonly CompiledCondition[] _ordered = parts.OrderBy(p => p.Cost).ToArray();

    /// <summary>The parts, cheapest first.</summary>
    public IReadOnlyList<CompiledCondition> Parts => _ordered;

    public override bool DependsOnItem => _ordered.Any(p => p.DependsOnItem);

    public override int Cost => _ordered.Sum(p => p.Cost);

    public override Truth Evaluate(EvaluationScope scope, FactItem? item)
    {
        Truth result = Truth.False;
        foreach (CompiledCondition part in _ordered)
        {
            Truth one = part.Evaluate(scope, item);
            if (one == Truth.True)
                return Truth.True;
            if (one > result)
                result = one;
        }
        return result;
    }
}

/// <summary>The part does not hold. Unknown stays unknown.</summary>
internal sealed class CompiledNot(CompiledCondition part) : CompiledCondition
{
    public override bool DependsOnItem => part.DependsOnItem;

    public override int Cost => part.Cost;

    public override Truth Evaluate(EvaluationScope scope, FactItem? item) => (Truth)(2 - (int)part.Evaluate(scope, item));
}

/// <summary>Another rule gave a finding on this subject. The engine runs that rule first.</summary>
internal sealed class CompiledRuleFired(string ruleId) : CompiledCondition
{
    public override bool DependsOnItem => false;

    public override int Cost => 0;

    public override Truth Evaluate(EvaluationScope scope, FactItem? item) => scope.HasFired(ruleId) ? Truth.True : Truth.False;
}
