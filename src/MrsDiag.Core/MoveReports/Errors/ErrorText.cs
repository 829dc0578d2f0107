using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Text;

namespace MrsDiag.MoveReports;

/// <summary>What one error text says. Immutable and shared: a report repeats the same text hundreds of times.</summary>
internal sealed class ErrorText
{
    private ErrorText(string message, IReadOnlyList<ExceptionLink> chain, bool wasCut)
    {
        Chain = chain;
        WasCut = wasCut;
        Call = CallTextReader.Read(message, chain);
        Innermost = ExceptionChainParser.Innermost(chain);
        InnermostType = ExceptionChainParser.InnermostType(chain);
        Types = chain.Select(l => l.Type).Where(t => t.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (RollUpText.TryRead(TextCleaner.Clean(message), out string hitType, out int? hitCount))
            (HitType, HitCount) = (hitType, hitCount);
        LowLevelError = ReadLowLevelError(Innermost.Message);
    }

    /// <summary>Its chain.</summary>
    public IReadOnlyList<ExceptionLink> Chain { get; }

    /// <summary>Whether the middle of the chain was dropped.</summary>
    public bool WasCut { get; }

    /// <summary>What it says about a remote call; <see langword="null"/> where it concerns none.</summary>
    public CallText? Call { get; }

    /// <summary>The link that decides.</summary>
    public ExceptionLink Innermost { get; }

    /// <summary>The class of the innermost cause.</summary>
    public string InnermostType { get; }

    /// <summary>All classes, outermost first, each once.</summary>
    public IReadOnlyList<string> Types { get; }

    /// <summary>In a roll-up, the class it names as most common; empty otherwise.</summary>
    public string HitType { get; } = "";

    /// <summary>Its hit count.</summary>
    public int? HitCount { get; }

    /// <summary>The low-level error that a MAPI text states, <c>(hr=0x80004005, ec=1252)</c>; missing where it is 0.</summary>
    public int? LowLevelError { get; }

    /// <summary>Parses a text.</summary>
    public static ErrorText Parse(string message, string type)
    {
        IReadOnlyList<ExceptionLink> chain = ExceptionChainParser.Parse(message, type, out bool wasCut);
        return new ErrorText(message, chain, wasCut);
    }

    private static int? ReadLowLevelError(string message)
    {
        int start = TextSearch.After(message, ", ec=");
        int end = start < 0 ? -1 : message.IndexOf(')', start, Math.Min(16, message.Length - start));
        int code = 0;
        if (end > start)
            _ = int.TryParse(message.Substring(start, end - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out code);
        return code == 0 ? null : code;
    }

    /// <summary>What a failure's text says; parsed here where the failure was made or changed by hand.</summary>
    public static ErrorText Of(MoveFailure failure)
    {
        if (failure.Error is { } known && ReferenceEquals(known.Chain, failure.Chain))
            return known;
        ErrorText error = failure.Chain.Count > 0
            ? new ErrorText(failure.Message, failure.Chain, wasCut: false)
            : Parse(failure.Message, failure.FailureType);
        (failure.Error, failure.Chain) = (error, error.Chain);
        return error;
    }
}
