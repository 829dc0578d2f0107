using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.MoveReports;

/// <summary>
/// Judges the objects of a CLIXML file one by one and tells what of the file was lost. The next object is read while one is judged.
/// </summary>
internal sealed class ClixmlReportSource(MoveReportAnalyzer analyzer, Stream stream, string name)
{
    private const int MostLossesTold = 3;

    // One waits, one is read, one is judged: three mailboxes in memory, however long the file.
    private const int ObjectsAhead = 1;

    private readonly List<ClixmlProblem> _losses = [];
    private MoveReportResult? _broken;

    /// <summary>Judges object by object.</summary>
    /// <param name="cancellationToken">Stops between and inside objects.</param>
    /// <returns>One result a report. What was lost inside a report is a finding of it; what was lost behind the last one is a problem.</returns>
    public IEnumerable<MoveReportResult> Analyze(CancellationToken cancellationToken)
    {
        using IEnumerator<Piece> pieces = ReadAhead.Of(Read, ObjectsAhead, cancellationToken).GetEnumerator();
        int seen = 0;
        while (Next(pieces))
        {
            _losses.AddRange(pieces.Current.Losses);
            if (!pieces.Current.IsObject)
                continue;
            seen++;
            foreach (MoveReportResult result in AnalyzeOne(pieces.Current.Value, cancellationToken))
                yield return WithLosses(result);
        }
        if (_broken is not null)
            yield return _broken;
        else if (_losses.Count > 0)
            yield return MoveReportAnalyzer.Failed("InputDamaged", $"'{name}' could not be read whole: {TellLosses()}", name);
        else if (seen == 0)
            yield return MoveReportAnalyzer.Failed("InputEmpty", $"'{name}' is CLIXML without an object in it.", name);
    }

    private bool Next(IEnumerator<Piece> pieces)
    {
        try
        {
            return pieces.MoveNext();
        }
        catch (ClixmlException e)
        {
            _broken = MoveReportAnalyzer.Failed(e.Fault.ToString(), e.Message, name);
            return false;
        }
    }

    // Runs on the reading thread. The reader's list of problems grows there, so each piece carries its own share.
    private IEnumerable<Piece> Read(CancellationToken cancellationToken)
    {
        using ClixmlReader reader = new(stream, name, ClixmlReaderOptions.MoveReport);
        int told = 0;
        foreach (object? value in reader.ReadObjects(cancellationToken))
        {
            yield return new Piece(true, value, NewLosses(reader, told));
            told = reader.Problems.Count;
        }
        yield return new Piece(false, null, NewLosses(reader, told));
    }

    private static ClixmlProblem[] NewLosses(ClixmlReader reader, int told) =>
        reader.Problems.Count == told ? [] : reader.Problems.Skip(told).ToArray();

    private IEnumerable<MoveReportResult> AnalyzeOne(object? value, CancellationToken cancellationToken) => value switch
    {
        IObjectView view => analyzer.AnalyzeObject(view, ReportOrigin.Clixml, name, cancellationToken),
        string text => analyzer.AnalyzeText(text, name, cancellationToken),
        _ => [MoveReportAnalyzer.Failed("NotAMoveReport", $"'{name}' holds a {value?.GetType().Name ?? "null"}, not a move report.", name)],
    };

    // A loss belongs to the report being read when it was met.
    private MoveReportResult WithLosses(MoveReportResult result)
    {
        if (result.Problem is not null || _losses.Count == 0)
            return result;
        Finding loss = BuiltInFindings.InputDamaged($"Part of this report could not be read from '{name}': {TellLosses()} What follows from the lost part is not judged.");
        loss.Subject = result.Subject;
        return result with { Findings = [.. result.Findings, loss] };
    }

    private string TellLosses()
    {
        int more = _losses.Count - MostLossesTold;
        string shown = string.Join(" ", _losses.Take(MostLossesTold).Select(p => p.ToString()));
        _losses.Clear();
        return more > 0 ? $"{shown} And {more} more." : shown;
    }

    /// <summary>What the reading thread hands over: an object, or the end; with what was lost since the piece before.</summary>
    private readonly record struct Piece(bool IsObject, object? Value, IReadOnlyList<ClixmlProblem> Losses);
}
