namespace MrsDiag.Sources;

/// <summary>Why an input, or a part of it, could not be judged.</summary>
/// <param name="Code">Short stable id, for example <c>FileNotFound</c>.</param>
/// <param name="Message">What is wrong, naming the file or object, and what to do.</param>
/// <param name="Target">The file or object concerned.</param>
public sealed record InputProblem(string Code, string Message, string Target);
