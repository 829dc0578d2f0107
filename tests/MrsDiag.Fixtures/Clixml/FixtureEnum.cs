namespace MrsDiag.Fixtures.Clixml;

/// <summary>An enum value to be written.</summary>
/// <param name="TypeName">The enum's type.</param>
/// <param name="Name">The value's name.</param>
/// <param name="Number">Its number.</param>
public sealed record FixtureEnum(string TypeName, string Name, int Number);
