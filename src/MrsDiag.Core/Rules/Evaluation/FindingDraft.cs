using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A finding before causes are linked: it still knows every item, not only the sample it will show.</summary>
internal sealed class FindingDraft(CompiledRule rule, CompiledCase? chosen, IReadOnlyList<FactItem> items, string message)
{
    private HashSet<int>? _keys;

    public CompiledRule Rule { get; } = rule;

    public CompiledCase? Case { get; } = chosen;

    /// <summary>All items, oldest first.</summary>
    public IReadOnlyList<FactItem> Items { get; } = items;

    public string Message { get; } = message;

    /// <summary>For a symptom, its cause on the same subject.</summary>
    public FindingDraft? Cause { get; set; }

    public string Title => Case?.Source.Title ?? Rule.Rule.Title;

    public FindingRole Role => Rule.Rule.Role;

    public DateTime? First => Items.Select(i => i.At).FirstOrDefault(t => t is not null);

    public DateTime? Last => Items.Select(i => i.At).LastOrDefault(t => t is not null);

    /// <summary>Whether one of its items is this observation.</summary>
    /// <param name="item">The observation.</param>
    /// <returns><see langword="true"/> if so.</returns>
    public bool RestsOn(FactItem item)
    {
        if (item.EvidenceKey < 0)
            return Items.Contains(item);
        _keys ??= [.. Items.Select(i => i.EvidenceKey)];
        return _keys.Contains(item.EvidenceKey);
    }
}
