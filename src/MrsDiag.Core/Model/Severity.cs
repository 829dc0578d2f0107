namespace MrsDiag;

/// <summary>How much a finding matters now. Ordered: a minimum can be compared.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Information = 0,

    /// <summary>Slows or endangers the migration, or needs a look.</summary>
    Warning = 1,

    /// <summary>Stops or breaks the migration until somebody acts.</summary>
    Error = 2,
}
