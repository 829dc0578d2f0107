namespace MrsDiag.Rules;

/// <summary>A value that a setting gives, written <c>${name}</c>.</summary>
/// <param name="Name">The setting's name.</param>
public sealed record SettingReference(string Name);
