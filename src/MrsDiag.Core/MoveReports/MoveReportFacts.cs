using System;
using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>Turns a <see cref="MoveReport"/> into facts.</summary>
public static class MoveReportFacts
{
    /// <summary>The facts of one report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="options">What the caller said about the input.</param>
    /// <returns>The facts.</returns>
    public static FactSet Build(MoveReport report, MoveReportOptions options) => throw new NotSupportedException("slice b");

    /// <summary>The facts of a text: a whole report, or one error.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The facts.</returns>
    public static FactSet FromText(string text) => throw new NotSupportedException("slice b");

    /// <summary>Fills derived fields of a hand-written fact set where they are missing.</summary>
    /// <param name="facts">The set.</param>
    public static void Complete(FactSet facts) => throw new NotSupportedException("slice b");
}
