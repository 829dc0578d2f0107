using System;
using System.Collections.Generic;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>A text.</summary>
/// <param name="Name">The shape in words.</param>
internal sealed record TextShape(string Name = "text") : Shape
{
    public override string Words => Name;

    /// <summary>The form that it must have, an anchored regular expression that JavaScript reads alike; none: any text but an empty one.</summary>
    public string? Pattern { get; init; }

    /// <summary>The form in words.</summary>
    public string FormWords { get; init; } = "";

    /// <summary>The code for another form.</summary>
    public DiagnosticCode FormCode { get; init; } = DiagnosticCodes.Pattern;

    /// <summary>What the pattern cannot say, for example that a month ends at 12.</summary>
    public Func<string, bool>? Check { get; init; }

    /// <summary>Whether it may be empty.</summary>
    public bool MayBeEmpty { get; init; }

    /// <summary>Longest text, or none.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Whether a plain number is read as the text that it is: <c>15.0</c> as a version.</summary>
    public bool TakesNumber { get; init; }

    /// <summary>Examples for the editor.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
