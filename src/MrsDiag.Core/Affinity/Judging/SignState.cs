namespace MrsDiag.Affinity;

/// <summary>What one sign of the server did over all answers.</summary>
internal enum SignState
{
    /// <summary>It never came.</summary>
    None,

    /// <summary>It was the same wherever it came.</summary>
    Constant,

    /// <summary>It differs between addresses and is the same at each of them.</summary>
    ByAddress,

    /// <summary>It changed at one address.</summary>
    Changes,
}
