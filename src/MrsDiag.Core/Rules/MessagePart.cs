namespace MrsDiag.Rules;

/// <summary>A piece of a message template.</summary>
/// <param name="Text">Literal text, or the placeholder's name without braces.</param>
/// <param name="IsPlaceholder">Which of the two.</param>
/// <param name="Offset">Where it starts in the template, from zero.</param>
public sealed record MessagePart(string Text, bool IsPlaceholder, int Offset);
