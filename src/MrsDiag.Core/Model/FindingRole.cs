namespace MrsDiag;

/// <summary>What part a finding plays in the story of one subject.</summary>
public enum FindingRole
{
    /// <summary>Something that makes other things fail.</summary>
    Cause = 0,

    /// <summary>What follows from a cause; <see cref="Finding.CausedBy"/> names it where it is known.</summary>
    Symptom = 1,

    /// <summary>Looks alarming and is the product's normal behaviour, or simply states what was looked at.</summary>
    Normal = 2,
}
