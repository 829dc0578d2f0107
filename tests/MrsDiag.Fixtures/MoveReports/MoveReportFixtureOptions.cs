using System;
using System.Collections.Generic;
using System.Text;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>What a generated file looks like. The same options give the same bytes.</summary>
public sealed record MoveReportFixtureOptions
{
    /// <summary>Mailboxes in the file.</summary>
    public int Mailboxes { get; init; } = 1;

    /// <summary>What happened to them; taken in turn.</summary>
    public IReadOnlyList<MoveScenario> Scenarios { get; init; } = [MoveScenario.Healthy];

    /// <summary>Lines a report has at least: the timeline of the scenario is filled up with progress lines.</summary>
    public int Entries { get; init; }

    /// <summary>Failures a report has at least, where its scenario has any: the last one repeats itself.</summary>
    public int Failures { get; init; }

    /// <summary>How often a failure that keeps coming back is told at most; 0 leaves it to the scenario.</summary>
    public int MostRetries { get; init; }

    /// <summary>Exceptions inside one another in a failure, at least.</summary>
    public int FailureDepth { get; init; } = 1;

    /// <summary>Windows PowerShell writes UTF-16 little endian with a byte order mark, PowerShell 7 UTF-8 without.</summary>
    public Encoding Encoding { get; init; } = Encoding.Unicode;

    /// <summary>How the file was made.</summary>
    public ExportLayout Layout { get; init; } = ExportLayout.Pipeline;

    /// <summary>What survived of the reports.</summary>
    public ExportQuality Quality { get; init; } = ExportQuality.Rich;

    /// <summary>Whether the objects came from a remote session, as in the Exchange Management Shell.</summary>
    public bool IsDeserialized { get; init; } = true;

    /// <summary>CR LF on Windows.</summary>
    public string LineBreak { get; init; } = "\r\n";

    /// <summary>Chooses names, identifiers and numbers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>When the first move was queued, UTC.</summary>
    public DateTime Start { get; init; } = new(2026, 3, 2, 6, 0, 0, DateTimeKind.Utc);
}
