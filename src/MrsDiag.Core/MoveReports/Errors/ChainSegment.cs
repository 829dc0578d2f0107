namespace MrsDiag.MoveReports;

/// <summary>One piece of an error text between arrows.</summary>
/// <param name="Text">The piece.</param>
/// <param name="AfterLongArrow">Whether <c>---&gt;</c> leads to it, as Exception.ToString writes it: then a class name must follow.</param>
internal readonly record struct ChainSegment(string Text, bool AfterLongArrow);
