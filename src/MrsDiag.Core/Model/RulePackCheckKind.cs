namespace MrsDiag;

/// <summary>What a <see cref="RulePackCheck"/> is about.</summary>
public enum RulePackCheckKind
{
    /// <summary>Something wrong in the text of the pack.</summary>
    Problem = 0,

    /// <summary>A test that a rule carries.</summary>
    Test = 1,
}
