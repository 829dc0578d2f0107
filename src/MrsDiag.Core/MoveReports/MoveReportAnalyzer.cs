using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.MoveReports;

/// <summary>
/// Judges move reports from any source. The cmdlet and the console program both call it, so that the same input gives the same answer.
/// </summary>
/// <param name="engine">The compiled rules.</param>
/// <param name="options">What the caller said about the input.</param>
public sealed class MoveReportAnalyzer(RuleEngine engine, MoveReportOptions options)
{
    /// <summary>Judges a file: CLIXML or text, found out by content. Results come mailbox by mailbox.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops between and inside mailboxes.</param>
    /// <returns>One result a report; a file that cannot be read is one result with its problem.</returns>
    public IEnumerable<MoveReportResult> AnalyzeFile(string path, CancellationToken cancellationToken = default)
    {
        Stream stream;
        try
        {
            stream = InputFile.Open(path);
        }
        catch (InputFileException e)
        {
            return [Failed(e.Code, e.Message, path)];
        }
        return Owned(stream, path, cancellationToken);
    }

    /// <summary>Judges what a stream holds.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="name">Its name in messages.</param>
    /// <param name="cancellationToken">Stops between and inside mailboxes.</param>
    /// <returns>One result a report.</returns>
    public IEnumerable<MoveReportResult> AnalyzeStream(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        InputKind kind = InputSniffer.Sniff(stream, out System.Text.Encoding encoding);
        return kind switch
        {
            InputKind.Empty => [Failed("InputEmpty", $"'{name}' is empty.", name)],
            InputKind.Binary => [Failed("NotAMoveReport", $"'{name}' is neither CLIXML nor text. Expected: the output of Export-Clixml, or the text of a move report.", name)],
            InputKind.Clixml => new ClixmlReportSource(this, stream, name).Analyze(cancellationToken),
            _ => AnalyzeTextStream(stream, encoding, name, cancellationToken),
        };
    }

    /// <summary>Judges one object from the pipeline.</summary>
    /// <param name="view">The object.</param>
    /// <param name="origin">Pipeline or CLIXML.</param>
    /// <param name="place">File name, or empty.</param>
    /// <param name="cancellationToken">Stops inside the mailbox.</param>
    /// <returns>One result a report in the object.</returns>
    public IEnumerable<MoveReportResult> AnalyzeObject(
        IObjectView view, ReportOrigin origin = ReportOrigin.Pipeline, string place = "", CancellationToken cancellationToken = default)
    {
        IReadOnlyList<MoveReport> reports;
        try
        {
            reports = MoveReportReader.Read(view, origin, place, options);
        }
        catch (MoveReportException e)
        {
            return [Failed(e.Code, e.Message, place.Length > 0 ? place : view.Text ?? "input object")];
        }
        return reports.Select(r => Judge(r, cancellationToken));
    }

    /// <summary>Judges a text: a whole report or a pasted error.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where it came from, in messages.</param>
    /// <param name="cancellationToken">Stops inside a report.</param>
    /// <returns>One result a report in the text.</returns>
    public IEnumerable<MoveReportResult> AnalyzeText(string text, string place = "", CancellationToken cancellationToken = default)
    {
        IReadOnlyList<MoveReport> reports;
        try
        {
            reports = MoveReportTextReader.Read(text, place, options);
        }
        catch (MoveReportException e)
        {
            return [Failed(e.Code, e.Message, place.Length > 0 ? place : "text")];
        }
        return reports.Select(r => Judge(r, cancellationToken));
    }

    /// <summary>Judges one report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>Its result; a healthy one says so.</returns>
    public MoveReportResult Judge(MoveReport report, CancellationToken cancellationToken = default)
    {
        FactSet facts = MoveReportFacts.Build(report, options);
        List<Finding> findings = [.. engine.Evaluate(facts, cancellationToken)];
        if (HealthLine.Of(report, facts, findings) is { } line)
            findings.Add(line);
        return new MoveReportResult(facts.Subject, findings, null);
    }

    /// <summary>A result that is only a problem.</summary>
    internal static MoveReportResult Failed(string code, string message, string target) =>
        MoveReportResult.Failed(new InputProblem(code, message, target));

    private IEnumerable<MoveReportResult> Owned(Stream stream, string path, CancellationToken cancellationToken)
    {
        using (stream)
            foreach (MoveReportResult result in AnalyzeStream(stream, path, cancellationToken))
                yield return result;
    }

    // A text report is read whole: its dates can only be understood from all of it. The cap is far above any real one.
    private IEnumerable<MoveReportResult> AnalyzeTextStream(Stream stream, System.Text.Encoding encoding, string name, CancellationToken cancellationToken)
    {
        const int maxCharacters = 64 * 1024 * 1024;
        using StreamReader reader = new(stream, encoding, detectEncodingFromByteOrderMarks: true, 1 << 16, leaveOpen: true);
        char[] buffer = new char[1 << 16];
        System.Text.StringBuilder text = new();
        int read;
        while (text.Length < maxCharacters && (read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            text.Append(buffer, 0, read);
        }
        List<MoveReportResult> results = AnalyzeText(text.ToString(), name, cancellationToken).ToList();
        if (text.Length >= maxCharacters)
            results.Add(Failed("InputTooLarge", $"'{name}' holds more text than is read at once; only its first {maxCharacters >> 20} million characters were judged.", name));
        return results;
    }
}
