namespace MrsDiag.Rules;

/// <summary>How far a rule has come.</summary>
public enum RuleStatus
{
    /// <summary>An idea with tests; may change.</summary>
    Experimental,

    /// <summary>Being watched on real input.</summary>
    Test,

    /// <summary>Relied upon.</summary>
    Stable,

    /// <summary>Kept for its id; does not run.</summary>
    Deprecated,
}
