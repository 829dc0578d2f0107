using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Finds rules that wait for each other by <c>rule:</c> or <c>sequence:</c>.</summary>
internal sealed class RuleCycles(RuleBase rules)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _path = [];
    private readonly HashSet<string> _onPath = new(StringComparer.Ordinal);

    /// <summary>Finds the cycles and reports each once, where it closes.</summary>
    public void Report()
    {
        foreach (string id in rules.Ids.OrderBy(i => i, StringComparer.Ordinal))
            if (!_done.Contains(id))
                Walk(id);
    }

    // With a stack of its own: a pack of thousands of rules in one chain must not exhaust the thread's.
    private void Walk(string start)
    {
        Stack<IEnumerator<YamlScalar>> stack = new();
        Enter(start, stack);
        while (stack.Count > 0)
        {
            IEnumerator<YamlScalar> edges = stack.Peek();
            if (!edges.MoveNext())
            {
                Leave(stack);
                continue;
            }
            string target = edges.Current.Value;
            if (_onPath.Contains(target))
                ReportCycle(edges.Current, target);
            else if (!_done.Contains(target) && rules.Find(target) is not null)
                Enter(target, stack);
        }
    }

    private void Enter(string id, Stack<IEnumerator<YamlScalar>> stack)
    {
        _path.Add(id);
        _onPath.Add(id);
        stack.Push(References(rules.Find(id)!.Node).ToList().GetEnumerator());
    }

    private void Leave(Stack<IEnumerator<YamlScalar>> stack)
    {
        stack.Pop().Dispose();
        string id = _path[_path.Count - 1];
        _path.RemoveAt(_path.Count - 1);
        _onPath.Remove(id);
        _done.Add(id);
    }

    private void ReportCycle(YamlScalar place, string target)
    {
        FileDiagnostics file = rules.Find(_path[_path.Count - 1])!.File.Diagnostics;
        if (file.SkipsError())
            return;
        IEnumerable<string> cycle = _path.Skip(_path.IndexOf(target)).Concat([target]);
        file.Report(DiagnosticCodes.Cycle, place, $"rules wait for each other: {ScalarCheck.Show(string.Join(" -> ", cycle))}.", DiagnosticCodes.Cycle.Fix);
    }

    private static IEnumerable<YamlScalar> References(YamlMapping rule) =>
        RuleScope.JudgingKeys.SelectMany(key => References(rule.Find(key)?.Value));

    private static IEnumerable<YamlScalar> References(YamlNode? node) => node switch
    {
        YamlSequence sequence => sequence.Items.SelectMany(References),
        YamlMapping mapping => mapping.Entries.SelectMany(e => (e.Key.Value, e.Value) switch
        {
            ("rule", YamlScalar scalar) => [scalar],
            ("sequence", YamlSequence list) => list.Items.OfType<YamlScalar>(),
            _ => References(e.Value),
        }),
        _ => [],
    };
}
