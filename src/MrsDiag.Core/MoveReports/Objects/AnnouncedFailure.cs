using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>A failure that lines announce; the line with its class and the one with its words may be two.</summary>
internal sealed class AnnouncedFailure
{
    private static readonly TimeSpan Neighbours = TimeSpan.FromSeconds(15);

    private AnnouncedFailure(int index, FailureLine line)
    {
        Indices.Add(index);
        Line = line;
    }

    /// <summary>Indices of its lines.</summary>
    public List<int> Indices { get; } = [];

    /// <summary>What they say together.</summary>
    public FailureLine Line { get; private set; }

    /// <summary>The failures that the lines of a report announce.</summary>
    public static List<AnnouncedFailure> Of(MoveReport report)
    {
        List<AnnouncedFailure> result = [];
        foreach ((int index, FailureLine line) in ReportTimeline.Of(report).FailureLines)
        {
            if (result.Count > 0 && result[result.Count - 1].TryTake(index, line, report.Entries))
                continue;
            result.Add(new AnnouncedFailure(index, line));
        }
        return result;
    }

    /// <summary>Makes the failure, where nothing else tells of it.</summary>
    public MoveFailure ToFailure(ReportDraft draft, ReadContext context)
    {
        ReportEntry entry = draft.Report.Entries[Indices[0]];
        string message = Line.Details.Length > 0 ? Line.Details : Sentence(entry.Message);
        MoveFailure failure = FailureReader.FromText(
            message, Line.Type, draft, context, FormattableString.Invariant($"Report.Entries[{entry.Index}]"));
        failure.At = entry.At;
        failure.EntryIndex = entry.Index;
        failure.IsAnnouncedOnly = Line.Details.Length == 0;
        return failure;
    }

    // Without the counter, which would make a text of its own of each retry.
    private static string Sentence(string message)
    {
        int end = TextSearch.After(message, "has occurred.");
        return end < 0 ? message : message.Substring(0, end);
    }

    /// <summary>Tells a failure what its lines know.</summary>
    public void ApplyTo(MoveFailure failure, IList<ReportEntry> entries)
    {
        ReportEntry entry = entries[Indices[0]];
        failure.Retry ??= Line.Retry;
        failure.RetryMax ??= Line.RetryMax;
        failure.IsFatal |= Line.IsFatal;
        failure.At ??= entry.At;
        if (failure.MrsServer.Length == 0)
            failure.MrsServer = entry.Server;
        if (failure.EntryIndex < 0)
            failure.EntryIndex = entry.Index;
    }

    // "Fatal error X has occurred." next to "X: message" or to the roll-up sentence: one failure.
    private bool TryTake(int index, FailureLine line, IList<ReportEntry> entries)
    {
        bool oneHasWords = Line.Details.Length == 0 != (line.Details.Length == 0);
        int last = Indices[Indices.Count - 1];
        // The words may stand on a line of their own, behind the one that names the class.
        bool sameType = line.Type.Length == 0 || string.Equals(line.Type, Line.Type, StringComparison.OrdinalIgnoreCase);
        if (!oneHasWords || index - last > 2 || !sameType)
            return false;
        if (entries[index].At is { } now && entries[last].At is { } then && (now.Utc - then.Utc).Duration() > Neighbours)
            return false;
        Indices.Add(index);
        Line = new FailureLine(
            Line.Type, Line.Retry ?? line.Retry, Line.RetryMax ?? line.RetryMax, Line.IsFatal || line.IsFatal,
            Line.Details.Length > 0 ? Line.Details : line.Details);
        return true;
    }
}
