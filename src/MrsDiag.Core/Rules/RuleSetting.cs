using MrsDiag.Facts;

namespace MrsDiag.Rules;

/// <summary>A named threshold of a rule, which a user may change with <c>-Setting</c> or an overlay.</summary>
/// <param name="Name">Name within the rule; outside it is <c>MRS3001.window</c>.</param>
/// <param name="Type"><see cref="FactType.Number"/>, <see cref="FactType.Duration"/> or <see cref="FactType.TextList"/>.</param>
/// <param name="Default">Value unless changed.</param>
/// <param name="Min">Lowest value allowed, or <see langword="null"/>.</param>
/// <param name="Max">Highest value allowed, or <see langword="null"/>.</param>
/// <param name="Unit">Unit of a number, for help.</param>
/// <param name="Description">What it means.</param>
public sealed record RuleSetting(string Name, FactType Type, object Default, object? Min, object? Max, string Unit, string Description);
