using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>What one call of a reader shares: where the input comes from, its times, and what was learned about error texts.</summary>
internal sealed class ReadContext(ReportOrigin origin, string place, MoveReportOptions options)
{
    private readonly Dictionary<string, ErrorText> _errors = new(StringComparer.Ordinal);

    /// <summary>What the reports are read from.</summary>
    public ReportOrigin Origin { get; } = origin;

    /// <summary>File name or other place.</summary>
    public string Place { get; } = place;

    /// <summary>What the caller said about the input.</summary>
    public MoveReportOptions Options { get; } = options;

    /// <summary>The times of the input.</summary>
    public TimeResolver Times { get; } = new(options);

    /// <summary>Parses an error text, once for each distinct text: reports repeat the same failure hundreds of times.</summary>
    public ErrorText Error(string message, string type)
    {
        string key = type + "\n" + message;
        if (_errors.TryGetValue(key, out ErrorText? known))
            return known;
        ErrorText parsed = ErrorText.Parse(message, type);
        _errors.Add(key, parsed);
        return parsed;
    }

    /// <summary>Starts a report.</summary>
    public MoveReport NewReport(string shape, ReportQuality quality) => new()
    {
        Origin = Origin,
        Place = Place,
        Shape = shape,
        Quality = quality,
    };
}
