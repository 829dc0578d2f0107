namespace MrsDiag.Diagnostics;

/// <summary>A place in a text file, both counted from one.</summary>
/// <param name="Line">Line.</param>
/// <param name="Column">Column, in UTF-16 units.</param>
public readonly record struct TextPosition(int Line, int Column);
