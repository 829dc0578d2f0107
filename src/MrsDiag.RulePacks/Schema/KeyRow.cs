using System.Collections.Generic;
using MrsDiag.RulePacks.Reporting;

namespace MrsDiag.RulePacks.Schema;

/// <summary>One key of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">What its value looks like.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Description">What it means; one or two sentences, shown by editors and in the help.</param>
internal sealed record KeyRow(string Key, Shape Value, bool IsRequired, string Description);

/// <summary>Keys of which one at most may be there.</summary>
/// <param name="Code">The code to report.</param>
/// <param name="Keys">The keys.</param>
internal sealed record KeyChoice(DiagnosticCode Code, IReadOnlyList<string> Keys)
{
    /// <summary>Whether one must be there.</summary>
    public bool IsRequired { get; init; } = true;

    /// <summary>The choice only exists beside this key, and is not allowed without it.</summary>
    public string? With { get; init; }

    /// <summary>Beside this key none needs to be there.</summary>
    public string? Unless { get; init; }
}
