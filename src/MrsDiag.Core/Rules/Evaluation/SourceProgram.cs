using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>All rules of one source, compiled, with what they share.</summary>
internal sealed class SourceProgram
{
    private readonly IReadOnlyList<CompiledRule> _rules;
    private readonly CandidateFinder _finder;
    private readonly TextCache _texts;

    public SourceProgram(FactSource source, IEnumerable<Rule> ordered, SettingValues settings, RuleEngineOptions options)
    {
        PatternIndex patterns = new();
        _rules = ordered.Where(r => r.Sources.Contains(source.Name))
            .Select(r => CompiledRule.Compile(r, source, patterns, settings, options.RegexTimeout)).ToArray();
        patterns.Freeze();
        _finder = new CandidateFinder(_rules);
        _texts = new TextCache(patterns);
    }

    /// <summary>Judges one fact set.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="notEvaluated">Rules that could not tell, each with its reason.</param>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>The drafts in rule order.</returns>
    public List<FindingDraft> Run(FactSet facts, List<NotEvaluated> notEvaluated, CancellationToken cancellationToken)
    {
        List<FactItem>[] candidates = _finder.Find(facts, _texts);
        List<FindingDraft> drafts = [];
        HashSet<string> fired = new(StringComparer.Ordinal);
        HashSet<int> claimed = [];
        for (int i = 0; i < _rules.Count; i++)
        {
            EvaluationScope scope = new(facts, _texts, fired.Contains);
            RuleRun run = new(_rules[i], scope, claimed, cancellationToken);
            List<FindingDraft> found = run.Run(candidates[i], drafts);
            if (scope.TimedOut)
                notEvaluated.Add(new NotEvaluated(_rules[i].Rule, [], TimedOut: true));
            else if (run.CannotTell)
                notEvaluated.Add(new NotEvaluated(_rules[i].Rule, scope.UnknownFields.ToArray(), TimedOut: false));
            if (found.Count == 0)
                continue;
            fired.Add(_rules[i].Rule.Id);
            drafts.AddRange(found);
            foreach (FactItem item in found.SelectMany(d => d.Items))
                if (item.EvidenceKey >= 0)
                    claimed.Add(item.EvidenceKey);
        }
        return drafts;
    }
}
