namespace MrsDiag;

/// <summary>How sure the judgement is, apart from how much it matters.</summary>
public enum Confidence
{
    /// <summary>One candidate among several.</summary>
    Low = 0,

    /// <summary>The likely reading; something that would settle it is missing.</summary>
    Medium = 1,

    /// <summary>The evidence leaves no other usual reading.</summary>
    High = 2,
}
