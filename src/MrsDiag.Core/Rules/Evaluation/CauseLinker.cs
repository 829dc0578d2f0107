using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>
/// Names the cause of each symptom: the last cause on the same subject whose evidence lies before the symptom began. A lock or a
/// retry storm is never explained by itself; the failure before it is (research move-report.md 4.4).
/// </summary>
internal static class CauseLinker
{
    /// <summary>Links.</summary>
    /// <param name="drafts">All findings of one subject.</param>
    /// <param name="window">How far back the cause may lie.</param>
    public static void Link(IReadOnlyList<FindingDraft> drafts, TimeSpan window)
    {
        FindingDraft[] causes = drafts.Where(d => d.Role == FindingRole.Cause).ToArray();
        FindingDraft[] symptoms = drafts.Where(d => d.Role == FindingRole.Symptom).ToArray();
        foreach (FindingDraft symptom in symptoms.Where(s => s.First is not null))
            symptom.Cause = Before(symptom, symptom.First!.Value, causes, window);
        // A state without a time of its own (StatusDetail) shares the cause of the symptoms that have one, if they agree.
        FindingDraft[] known = symptoms.Where(s => s.Cause is not null).Select(s => s.Cause!).GroupBy(c => c.Rule.Rule.Id, StringComparer.Ordinal)
            .Select(g => g.First()).ToArray();
        foreach (FindingDraft symptom in symptoms.Where(s => s.First is null))
            symptom.Cause = known.Length == 1 ? known[0] : null;
    }

    private static FindingDraft? Before(FindingDraft symptom, DateTime began, FindingDraft[] causes, TimeSpan window)
    {
        FindingDraft? best = null;
        DateTime bestTime = DateTime.MinValue;
        foreach (FindingDraft cause in causes)
        {
            if (LastBefore(cause, symptom, began) is not { } time || began - time > window)
                continue;
            bool explains = cause.Rule.Rule.Explains.Contains(symptom.Rule.Rule.Id);
            bool bestExplains = best?.Rule.Rule.Explains.Contains(symptom.Rule.Rule.Id) ?? false;
            if (best is null || time > bestTime || (time == bestTime && explains && !bestExplains))
                (best, bestTime) = (cause, time);
        }
        return best;
    }

    private static DateTime? LastBefore(FindingDraft cause, FindingDraft symptom, DateTime began)
    {
        DateTime? last = null;
        foreach (FactItem item in cause.Items)
            if (item.At is { } at && at <= began && (last is null || at > last) && !symptom.RestsOn(item))
                last = at;
        return last;
    }
}
