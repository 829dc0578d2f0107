using System;
using System.Collections.Generic;
using MrsDiag.Sources;

namespace MrsDiag.MoveReports;

/// <summary>One row of the table of shapes.</summary>
/// <param name="Name">Name of the shape.</param>
/// <param name="Matches">Whether an object has it, by its properties; type names only break ties.</param>
/// <param name="Read">Reads an object of the shape.</param>
internal sealed record MoveReportShape(
    string Name,
    Func<IObjectView, bool> Matches,
    Func<IObjectView, string, ReadContext, IReadOnlyList<ReportDraft>> Read);
