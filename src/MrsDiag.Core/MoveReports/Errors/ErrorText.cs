using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>What one error text says.</summary>
/// <param name="Chain">Its chain.</param>
/// <param name="WasCut">Whether the middle of the chain was dropped.</param>
/// <param name="Call">What it says about a remote call; <see langword="null"/> where it concerns none.</param>
internal sealed record ErrorText(IReadOnlyList<ExceptionLink> Chain, bool WasCut, CallText? Call)
{
    /// <summary>Parses a text.</summary>
    public static ErrorText Parse(string message, string type)
    {
        IReadOnlyList<ExceptionLink> chain = ExceptionChainParser.Parse(message, type, out bool wasCut);
        return new ErrorText(chain, wasCut, CallTextReader.Read(message, chain));
    }
}
