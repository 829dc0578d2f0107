using System;

namespace MrsDiag.Rules.Evaluation;

/// <summary>The ordering operators.</summary>
internal static class Comparison
{
    /// <summary>Whether <c>value op operand</c> holds. Values of different types never do.</summary>
    /// <param name="value">Left.</param>
    /// <param name="comparison">An ordering operator, <see cref="Operator.Equals"/> or <see cref="Operator.In"/>.</param>
    /// <param name="operand">Right.</param>
    /// <returns>The answer.</returns>
    public static bool Holds(IComparable value, Operator comparison, IComparable operand)
    {
        if (value.GetType() != operand.GetType())
            return false;
        int order = value.CompareTo(operand);
        return comparison switch
        {
            Operator.Gt => order > 0,
            Operator.Gte => order >= 0,
            Operator.Lt => order < 0,
            Operator.Lte => order <= 0,
            _ => order == 0,
        };
    }
}
