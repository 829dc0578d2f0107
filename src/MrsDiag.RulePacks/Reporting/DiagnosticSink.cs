using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Diagnostics;

namespace MrsDiag.RulePacks.Reporting;

/// <summary>Collects the diagnostics of one load, in file order, fifty errors at most.</summary>
internal sealed class DiagnosticSink
{
    /// <summary>More than anybody mends in one go.</summary>
    public const int MaxErrors = 50;

    private readonly List<(int File, Diagnostic Diagnostic)> _all = [];
    private readonly HashSet<(string, int, SourceLocation)> _seen = [];
    private int _errors;
    private int _left;

    /// <summary>Whether no further error will be shown, so that none needs to be put into words.</summary>
    public bool IsFull => _errors >= MaxErrors;

    /// <summary>Counts an error that is not shown.</summary>
    public void Skip()
    {
        _errors++;
        _left++;
    }

    /// <summary>Takes one diagnostic; an error only while <see cref="IsFull"/> is false.</summary>
    /// <param name="file">Position of its file in the load.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    public void Add(int file, Diagnostic diagnostic)
    {
        // The same thing can be met twice, for example a field that is looked up once for each of two sources.
        if (!_seen.Add((diagnostic.Code, file, diagnostic.Location)))
            return;
        if (diagnostic.Level == DiagnosticLevel.Error)
            _errors++;
        _all.Add((file, diagnostic));
    }

    /// <summary>Everything taken, by file and place.</summary>
    /// <returns>The diagnostics; the last one tells that some were left out.</returns>
    public IReadOnlyList<Diagnostic> ToList()
    {
        List<Diagnostic> result = _all
            .OrderBy(d => d.File).ThenBy(d => d.Diagnostic.Location.Start.Line).ThenBy(d => d.Diagnostic.Location.Start.Column)
            .Select(d => d.Diagnostic).ToList();
        if (_left > 0)
        {
            string left = _left.ToString(CultureInfo.InvariantCulture);
            result.Add(new Diagnostic(DiagnosticCodes.TooManyErrors.Id, DiagnosticCodes.TooManyErrors.Level, result[result.Count - 1].Location,
                FormattableString.Invariant($"{left} more errors are not shown; {MaxErrors} is the limit of one load."), DiagnosticCodes.TooManyErrors.Fix));
        }
        return result;
    }
}
