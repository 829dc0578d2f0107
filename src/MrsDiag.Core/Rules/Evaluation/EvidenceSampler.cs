using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Chooses which observations a finding shows: one of each server first, then the first and the last ones.</summary>
internal static class EvidenceSampler
{
    private const int MaxText = 400;

    /// <summary>Chooses.</summary>
    /// <param name="items">All items, oldest first.</param>
    /// <param name="count">How many to show.</param>
    /// <returns>The sample, oldest first.</returns>
    public static Evidence[] Sample(IReadOnlyList<FactItem> items, int count)
    {
        SortedSet<int> chosen = [];
        HashSet<string> servers = new(System.StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < items.Count && chosen.Count < count; i++)
            if (items[i].Server is { Length: > 0 } server && servers.Add(server))
                chosen.Add(i);
        for (int i = 0; i < items.Count && chosen.Count < count; i++)
        {
            chosen.Add(i);
            if (chosen.Count < count)
                chosen.Add(items.Count - 1 - i);
        }
        // A rule on the subject itself rests on no single observation: an empty line would tell nothing.
        return chosen.Select(i => items[i]).Where(i => i.Text.Length > 0 || i.Server is { Length: > 0 } || i.At is not null).Select(ToEvidence).ToArray();
    }

    private static Evidence ToEvidence(FactItem item) => new()
    {
        Time = item.At,
        Server = item.Server,
        Text = FactText.Shorten(item.Text, MaxText),
        Source = item.Origin,
    };
}
