using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>What one call of a reader shares: where the input comes from, its times, and what was learned about error texts.</summary>
internal sealed class ReadContext(ReportOrigin origin, string place, MoveReportOptions options)
{
    private readonly Dictionary<(string Type, string Message), (ErrorText Text, int Id)> _errors = [];
    private readonly Dictionary<(string Type, string Words), int> _ids = [];

    /// <summary>What the reports are read from.</summary>
    public ReportOrigin Origin { get; } = origin;

    /// <summary>File name or other place.</summary>
    public string Place { get; } = place;

    /// <summary>What the caller said about the input.</summary>
    public MoveReportOptions Options { get; } = options;

    /// <summary>The times of the input.</summary>
    public TimeResolver Times { get; } = new(options);

    /// <summary>Parses an error text, once for each distinct text: reports repeat the same failure hundreds of times.</summary>
    /// <param name="message">The text.</param>
    /// <param name="type">The class of the outermost exception, or empty.</param>
    /// <param name="id">Number of class and words: the same for <c>Type: words</c> and for the words with their class beside them.</param>
    public ErrorText Error(string message, string type, out int id)
    {
        if (!_errors.TryGetValue((type, message), out (ErrorText Text, int Id) known))
        {
            ErrorText text = ErrorText.Parse(message, type);
            known = (text, IdOf(type.Length > 0 ? type : text.Chain[0].Type, message));
            _errors.Add((type, message), known);
        }
        id = known.Id;
        return known.Text;
    }

    private int IdOf(string type, string message)
    {
        string words = TypePrefix.TryRead(message, 0, out _, out int next) ? message.Substring(next) : message;
        (string, string) key = (type.ToUpperInvariant(), words.Trim());
        if (!_ids.TryGetValue(key, out int id))
            _ids.Add(key, id = _ids.Count + 1);
        return id;
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
