using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.MoveReports;

/// <summary>
/// Puts the places together that tell of failures, so that none is lost (the server may shorten Report.Failures) and none counts twice:
/// Report.Failures, the failures that lines carry, the lines that announce one, and the last failure of the request.
/// </summary>
internal static class FailureMerger
{
    // Two places of one failure differ by less than this; two failures of one kind by at least the retry delay of 30 s.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(15);

    /// <summary>Merges; all times must be settled.</summary>
    public static void Merge(ReportDraft draft, ReadContext context)
    {
        List<MoveFailure> failures = InOrder(draft.Recorded);
        Dictionary<int, MoveFailure> byEntry = AddOfEntries(draft, failures);
        AddAnnounced(draft, context, failures, byEntry);
        AddLast(draft, failures);
        foreach (MoveFailure failure in InOrder(failures))
            draft.Report.Failures.Add(failure);
    }

    private static Dictionary<int, MoveFailure> AddOfEntries(ReportDraft draft, List<MoveFailure> failures)
    {
        Dictionary<int, MoveFailure> byEntry = [];
        Dictionary<int, List<MoveFailure>> recorded = Group(failures, f => f.MergeId);
        IEnumerable<IGrouping<int, MoveFailure>> carried = draft.OfEntries.OrderBy(p => p.Key).Select(p => p.Value).GroupBy(f => f.MergeId);
        foreach (IGrouping<int, MoveFailure> group in carried.ToList())
        {
            List<MoveFailure> known = recorded.TryGetValue(group.Key, out List<MoveFailure>? list) ? list : [];
            FailurePairing.Pair(group.ToList(), f => f.At?.Utc ?? EntryTime(draft, f.EntryIndex), known, Tolerance, (carriedFailure, match) =>
            {
                MoveFailure kept = match ?? carriedFailure;
                if (match is null)
                    failures.Add(carriedFailure);
                else
                    Fill(match, carriedFailure);
                kept.At ??= draft.Report.Entries[carriedFailure.EntryIndex].At;
                byEntry[carriedFailure.EntryIndex] = kept;
            });
        }
        return byEntry;
    }

    // "Transient error X has occurred. The system will retry (2/720)." belongs to the failure that its line carries, else to the one
    // of that class and time; where there is none, Report.Failures was shortened and the line stands for the failure.
    private static void AddAnnounced(ReportDraft draft, ReadContext context, List<MoveFailure> failures, Dictionary<int, MoveFailure> byEntry)
    {
        IList<ReportEntry> entries = draft.Report.Entries;
        List<AnnouncedFailure> alone = [];
        foreach (AnnouncedFailure announced in AnnouncedFailure.Of(draft.Report))
        {
            if (announced.Indices.Select(i => byEntry.TryGetValue(i, out MoveFailure? f) ? f : null).FirstOrDefault(f => f is not null) is { } own)
                announced.ApplyTo(own, entries);
            else
                alone.Add(announced);
        }
        Dictionary<string, List<MoveFailure>> byType = Group(failures.Where(f => f.EntryIndex < 0), f => f.FailureType);
        foreach (IGrouping<string, AnnouncedFailure> group in alone.GroupBy(a => a.Line.Type))
        {
            List<MoveFailure> known = byType.TryGetValue(group.Key, out List<MoveFailure>? list) ? list : [];
            FailurePairing.Pair(group.ToList(), a => entries[a.Indices[0]].At?.Utc, known, Tolerance, (announced, match) =>
            {
                if (match is null)
                    failures.Add(match = announced.ToFailure(draft, context));
                announced.ApplyTo(match, entries);
            });
        }
    }

    private static void AddLast(ReportDraft draft, List<MoveFailure> failures)
    {
        if (draft.Last is not { } last)
            return;
        MoveFailure? same = failures.LastOrDefault(f => IsSame(f, last));
        if (same is null)
            failures.Add(last);
        else
            Fill(same, last);
    }

    private static bool IsSame(MoveFailure failure, MoveFailure last)
    {
        bool sameType = last.FailureType.Length == 0 || string.Equals(failure.FailureType, last.FailureType, StringComparison.OrdinalIgnoreCase);
        bool timed = failure.At is not null && last.At is not null;
        bool near = timed && (failure.At!.Value.Utc - last.At!.Value.Utc).Duration() <= Tolerance;
        if (sameType && (near || last.Message.Length == 0))
            return true;
        // A migration user reports the failure of its request under a wrapper's class.
        bool comparable = sameType || WrapperTable.IsWrapperType(last.FailureType) || WrapperTable.IsWrapperType(failure.FailureType);
        return comparable && (near || !timed) && (failure.MergeId == last.MergeId || Words(failure) == Words(last));
    }

    private static string Words(MoveFailure failure) => ErrorText.Of(failure).Innermost.Message.TrimEnd('.', ' ');

    // Takes over what the other place of the same failure knows better.
    private static void Fill(MoveFailure kept, MoveFailure other)
    {
        kept.At ??= other.At;
        kept.Code ??= other.Code;
        kept.MapiLowLevelError ??= other.MapiLowLevelError;
        kept.IsFatal |= other.IsFatal;
        if (kept.Side.Length == 0)
            kept.Side = other.Side;
        if (kept.Hash.Length == 0)
            kept.Hash = other.Hash;
        if (kept.MrsServer.Length == 0)
            kept.MrsServer = other.MrsServer;
        if (kept.EntryIndex < 0)
            kept.EntryIndex = other.EntryIndex;
        if (other.Chain.Count > kept.Chain.Count || (kept.IsAnnouncedOnly && other.Message.Length > 0))
            (kept.Chain, kept.Message, kept.Error) = (other.Chain, other.Message, other.Error);
    }

    private static DateTime? EntryTime(ReportDraft draft, int index) => index < 0 ? null : draft.Report.Entries[index].At?.Utc;

    private static Dictionary<T, List<MoveFailure>> Group<T>(IEnumerable<MoveFailure> failures, Func<MoveFailure, T> key)
        where T : notnull => failures.GroupBy(key).ToDictionary(g => g.Key, g => g.ToList());

    // By time; a failure without one stays behind the one before it.
    private static List<MoveFailure> InOrder(List<MoveFailure> failures)
    {
        DateTime last = DateTime.MinValue;
        return failures
            .Select(f => (Failure: f, Key: last = f.At?.Utc ?? last))
            .OrderBy(p => p.Key)
            .Select(p => p.Failure)
            .ToList();
    }
}
