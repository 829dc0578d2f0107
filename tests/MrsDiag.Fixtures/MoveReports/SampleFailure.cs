using System;
using System.Collections.Generic;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>One failure of a sample move.</summary>
public sealed class SampleFailure
{
    /// <summary>Exception class name without namespace.</summary>
    public string Type { get; set; } = "";

    /// <summary>The whole message, inner ones joined by the arrow that Exchange prints.</summary>
    public string Message { get; set; } = "";

    /// <summary>Source, Target or empty.</summary>
    public string Side { get; set; } = "Source";

    /// <summary>The HRESULT; the default is the general one of the framework.</summary>
    public int Code { get; set; } = unchecked((int)0x80131500);

    /// <summary>MapiLowLevelError.</summary>
    public int LowLevelError { get; set; }

    /// <summary>FailureHash.</summary>
    public string Hash { get; set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime Timestamp { get; set; }

    /// <summary>Kinds of exception as Exchange names them, with their numbers.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Kinds { get; set; } = [];

    /// <summary>Where in the work it happened.</summary>
    public string DataContext { get; set; } = "";

    /// <summary>The exception inside.</summary>
    public SampleFailure? Inner { get; set; }
}
