namespace MrsDiag.MoveReports;

/// <summary>One link of an exception chain, outermost first.</summary>
/// <param name="Type">Exception class name without namespace; empty where the text names none.</param>
/// <param name="Message">Its message without the messages of the links inside it.</param>
/// <param name="IsWrapper">Whether the link only wraps another, so that it must never win over the innermost cause.</param>
public sealed record ExceptionLink(string Type, string Message, bool IsWrapper);
