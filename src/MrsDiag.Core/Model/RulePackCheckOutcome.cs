namespace MrsDiag;

/// <summary>How a <see cref="RulePackCheck"/> ended. Ordered: the worst of several is the largest.</summary>
public enum RulePackCheckOutcome
{
    /// <summary>The test passed.</summary>
    Passed = 0,

    /// <summary>Worth mending; the pack runs.</summary>
    Warning = 1,

    /// <summary>The test failed, or the problem stops the pack from running.</summary>
    Failed = 2,
}
