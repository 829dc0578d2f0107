using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using System.Threading;
using MrsDiag.Binding;
using MrsDiag.MoveReports;
using MrsDiag.Sources;

namespace MrsDiag.Commands;

/// <summary>
/// Recognises what arrives through the pipeline: objects by shape, files, and texts. The lines that Get-Content sends belong
/// together; any other string is the name of a file that is there, or a text of its own.
/// </summary>
internal sealed class PipelineInput(MoveReportAnalyzer analyzer, Func<string, string?> findFile)
{
    private readonly StringBuilder _lines = new();
    private string _linesOf = "";

    /// <summary>Takes one object.</summary>
    /// <param name="input">The object.</param>
    /// <param name="stop">Stops inside a report.</param>
    /// <returns>What can be judged already.</returns>
    public IEnumerable<MoveReportResult> Accept(PSObject? input, CancellationToken stop)
    {
        if (input?.BaseObject is string line && LineOf(input) is { Length: > 0 } file)
        {
            List<MoveReportResult> before = file == _linesOf ? [] : Finish(stop).ToList();
            _linesOf = file;
            _lines.Append(line).Append('\n');
            return before;
        }
        return Finish(stop).Concat(Judge(input, stop));
    }

    /// <summary>Judges the lines collected so far.</summary>
    /// <param name="stop">Stops inside a report.</param>
    /// <returns>The results; none where no lines wait.</returns>
    public IEnumerable<MoveReportResult> Finish(CancellationToken stop)
    {
        if (_linesOf.Length == 0)
            return [];
        string text = _lines.ToString();
        string place = _linesOf;
        _lines.Clear();
        _linesOf = "";
        return analyzer.AnalyzeText(text, place, stop);
    }

    // An array given by name is not unrolled by PowerShell. One level only: a list may hold itself.
    private IEnumerable<MoveReportResult> Judge(PSObject? input, CancellationToken stop) =>
        PSValue.From(input) is IReadOnlyList<object?> { Count: > 0 }
            ? ((IEnumerable)input!.BaseObject).Cast<object?>().SelectMany(item => JudgeOne(item is null ? null : PSObject.AsPSObject(item), stop))
            : JudgeOne(input, stop);

    private IEnumerable<MoveReportResult> JudgeOne(PSObject? input, CancellationToken stop) => input?.BaseObject switch
    {
        null => [MoveReportResult.Failed(new InputProblem("InputNull", "A null came through the pipeline where a move report was expected.", "null"))],
        // The name of a file that is there is no error text: somebody left -Path out.
        string text => findFile(text) is { } path ? analyzer.AnalyzeFile(path, stop) : analyzer.AnalyzeText(text, "", stop),
        FileInfo file => analyzer.AnalyzeFile(file.FullName, stop),
        _ => analyzer.AnalyzeObject(PSValue.From(input) as IObjectView ?? new PSObjectView(input), ReportOrigin.Pipeline, "", stop),
    };

    // Get-Content marks each line with the file it came from.
    private static string LineOf(PSObject line) => line.Properties["PSPath"]?.Value as string ?? "";
}
