namespace MrsDiag.Rules.Evaluation;

/// <summary>Three-valued logic: a leaf on a missing field that the rule needs is unknown, so that silence never means "did not look".</summary>
internal enum Truth
{
    False = 0,
    Unknown = 1,
    True = 2,
}
