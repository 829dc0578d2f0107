namespace MrsDiag.Endpoints;

/// <summary>What a check or a whole endpoint came to. Ordered: the worst of several is the highest.</summary>
public enum CheckOutcome
{
    /// <summary>Looked at and in order.</summary>
    Passed = 0,

    /// <summary>Not looked at, or what was seen cannot decide; the detail says why.</summary>
    NotTested = 1,

    /// <summary>Works, but something about it needs a look.</summary>
    Warning = 2,

    /// <summary>Does not work.</summary>
    Failed = 3,
}
