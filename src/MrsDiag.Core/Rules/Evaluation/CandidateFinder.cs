using System;
using System.Collections.Generic;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>For one source: which rules are worth judging on which items, found from one reading of each text.</summary>
internal sealed class CandidateFinder
{
    private static readonly List<FactItem> NoItems = [];
    private readonly Dictionary<string, Dictionary<int, Dictionary<int, List<int>>>> _triggers = new(StringComparer.Ordinal);
    private readonly int _ruleCount;

    /// <summary>Prepares the look-up.</summary>
    /// <param name="rules">The compiled rules of one source; positions in this list name them.</param>
    public CandidateFinder(IReadOnlyList<CompiledRule> rules)
    {
        _ruleCount = rules.Count;
        for (int i = 0; i < rules.Count; i++)
            foreach (Trigger trigger in rules[i].Triggers ?? [])
            {
                Dictionary<int, Dictionary<int, List<int>>> byField = GetOrAdd(_triggers, rules[i].Rule.Select);
                List<int> list = GetOrAdd(GetOrAdd(byField, trigger.Ordinal), trigger.Pattern);
                if (list.Count == 0 || list[list.Count - 1] != i)
                    list.Add(i);
            }
    }

    /// <summary>Reads every text that a trigger looks at.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="texts">The shared readings.</param>
    /// <returns>For each rule its candidate items in input order; rules without triggers have none here and try every item.</returns>
    public List<FactItem>[] Find(FactSet facts, TextCache texts)
    {
        List<FactItem>[] candidates = new List<FactItem>[_ruleCount];
        for (int i = 0; i < candidates.Length; i++)
            candidates[i] = NoItems;
        foreach (KeyValuePair<string, Dictionary<int, Dictionary<int, List<int>>>> collection in _triggers)
            foreach (FactItem item in facts.Items(collection.Key))
                foreach (KeyValuePair<int, Dictionary<int, List<int>>> field in collection.Value)
                    if (item[field.Key] is { } value)
                        Collect(value, field.Value, item, candidates, texts);
        return candidates;
    }

    private static void Collect(object value, Dictionary<int, List<int>> rulesByPattern, FactItem item, List<FactItem>[] candidates, TextCache texts)
    {
        if (value is string text)
            CollectText(text, rulesByPattern, item, candidates, texts);
        else
            foreach (string one in (IEnumerable<string>)value)
                CollectText(one, rulesByPattern, item, candidates, texts);
    }

    private static void CollectText(string text, Dictionary<int, List<int>> rulesByPattern, FactItem item, List<FactItem>[] candidates, TextCache texts)
    {
        foreach (int pattern in texts.Get(text).Hits)
        {
            if (!rulesByPattern.TryGetValue(pattern, out List<int>? rules))
                continue;
            foreach (int rule in rules)
            {
                if (candidates[rule] == NoItems)
                    candidates[rule] = [];
                List<FactItem> list = candidates[rule];
                // Items come in order, so a second trigger of the same item finds it at the end.
                if (list.Count == 0 || list[list.Count - 1] != item)
                    list.Add(item);
            }
        }
    }

    private static TValue GetOrAdd<TKey, TValue>(Dictionary<TKey, TValue> map, TKey key)
        where TKey : notnull
        where TValue : new()
    {
        if (!map.TryGetValue(key, out TValue? value))
            map.Add(key, value = new TValue());
        return value;
    }
}
