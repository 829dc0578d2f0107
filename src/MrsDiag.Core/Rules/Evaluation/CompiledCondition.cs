using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A condition ready to run.</summary>
internal abstract class CompiledCondition
{
    /// <summary>Judges an item.</summary>
    /// <param name="scope">What else can be seen.</param>
    /// <param name="item">The item; <see langword="null"/> when a group is judged.</param>
    /// <returns>The answer.</returns>
    public abstract Truth Evaluate(EvaluationScope scope, FactItem? item);

    /// <summary>Whether the answer can differ between items of one subject.</summary>
    public abstract bool DependsOnItem { get; }

    /// <summary>Cheap conditions go first.</summary>
    public virtual int Cost => 1;
}
