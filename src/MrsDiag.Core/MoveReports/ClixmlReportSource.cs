using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.MoveReports;

/// <summary>Judges the objects of a CLIXML file one by one and tells what of the file was lost.</summary>
internal sealed class ClixmlReportSource(MoveReportAnalyzer analyzer, Stream stream, string name)
{
    private const int MostLossesTold = 3;
    private int _told;
    private MoveReportResult? _broken;

    /// <summary>Judges object by object.</summary>
    /// <param name="cancellationToken">Stops between and inside objects.</param>
    /// <returns>One result a report. What was lost inside a report is a finding of it; what was lost behind the last one is a problem.</returns>
    public IEnumerable<MoveReportResult> Analyze(CancellationToken cancellationToken)
    {
        using ClixmlReader reader = new(stream, name, ClixmlReaderOptions.MoveReport);
        using IEnumerator<object?> objects = reader.ReadObjects(cancellationToken).GetEnumerator();
        int seen = 0;
        while (Next(objects))
        {
            seen++;
            foreach (MoveReportResult result in AnalyzeOne(objects.Current, cancellationToken))
                yield return WithLosses(result, reader);
        }
        if (_broken is not null)
            yield return _broken;
        else if (_told < reader.Problems.Count)
            yield return MoveReportAnalyzer.Failed("InputDamaged", $"'{name}' could not be read whole: {Losses(reader)}", name);
        else if (seen == 0)
            yield return MoveReportAnalyzer.Failed("InputEmpty", $"'{name}' is CLIXML without an object in it.", name);
    }

    private bool Next(IEnumerator<object?> objects)
    {
        try
        {
            return objects.MoveNext();
        }
        catch (ClixmlException e)
        {
            _broken = MoveReportAnalyzer.Failed(e.Fault.ToString(), e.Message, name);
            return false;
        }
    }

    private IEnumerable<MoveReportResult> AnalyzeOne(object? value, CancellationToken cancellationToken) => value switch
    {
        IObjectView view => analyzer.AnalyzeObject(view, ReportOrigin.Clixml, name, cancellationToken),
        string text => analyzer.AnalyzeText(text, name, cancellationToken),
        _ => [MoveReportAnalyzer.Failed("NotAMoveReport", $"'{name}' holds a {value?.GetType().Name ?? "null"}, not a move report.", name)],
    };

    // A loss belongs to the report being read when it was met.
    private MoveReportResult WithLosses(MoveReportResult result, ClixmlReader reader)
    {
        if (result.Problem is not null || _told == reader.Problems.Count)
            return result;
        Finding loss = BuiltInFindings.InputDamaged($"Part of this report could not be read from '{name}': {Losses(reader)} What follows from the lost part is not judged.");
        loss.Subject = result.Subject;
        return result with { Findings = [.. result.Findings, loss] };
    }

    private string Losses(ClixmlReader reader)
    {
        int count = reader.Problems.Count - _told;
        string shown = string.Join(" ", reader.Problems.Skip(_told).Take(MostLossesTold).Select(p => p.ToString()));
        _told = reader.Problems.Count;
        return count > MostLossesTold ? $"{shown} And {count - MostLossesTold} more." : shown;
    }
}
