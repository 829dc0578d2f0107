using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;
using MrsDiag.Rules.Evaluation;

namespace MrsDiag.Rules;

/// <summary>Judges facts by rules. Rules are compiled once; threads that share an engine take turns.</summary>
public sealed class RuleEngine
{
    private readonly Dictionary<string, SourceProgram> _programs;
    private readonly FindingFactory _factory;
    private readonly RuleEngineOptions _options;

    // Scanned texts are remembered across subjects, in one store for all.
    private readonly object _turn = new();

    /// <summary>Compiles rules.</summary>
    /// <param name="packs">The packs, already free of errors.</param>
    /// <param name="catalog">The sources they name.</param>
    /// <param name="options">Overlays, settings and limits.</param>
    /// <exception cref="RuleSettingException">A setting name or value is not accepted by any rule.</exception>
    public RuleEngine(IReadOnlyList<RulePack> packs, FactCatalog catalog, RuleEngineOptions? options = null)
    {
        _options = options ?? new RuleEngineOptions();
        HashSet<string> disabled = new(_options.Overlays.SelectMany(o => o.Disable), StringComparer.OrdinalIgnoreCase);
        Rule[] all = packs.SelectMany(p => p.Rules).ToArray();
        SettingValues settings = new(all, _options);
        Rules = RuleOrder.Sort(all.Where(r => r.Status != RuleStatus.Deprecated && !disabled.Contains(r.Id)).ToArray());
        _programs = catalog.Sources.ToDictionary(s => s.Name, s => new SourceProgram(s, Rules, settings, _options), StringComparer.Ordinal);
        _factory = new FindingFactory(_options);
    }

    /// <summary>The rules that run, in running order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Judges one subject.</summary>
    /// <param name="facts">Its facts.</param>
    /// <param name="cancellationToken">Stops between items.</param>
    /// <returns>
    /// Causes before symptoms before the rest, each by severity and time; then one finding that names the rules which could not tell;
    /// then what the reader had to say about the input.
    /// </returns>
    public IReadOnlyList<Finding> Evaluate(FactSet facts, CancellationToken cancellationToken = default)
    {
        lock (_turn)
            return Judge(facts, cancellationToken);
    }

    private List<Finding> Judge(FactSet facts, CancellationToken cancellationToken)
    {
        List<NotEvaluated> notEvaluated = [];
        List<FindingDraft> drafts = _programs[facts.Source.Name].Run(facts, notEvaluated, cancellationToken);
        CauseLinker.Link(drafts, _options.CauseWindow);
        List<Finding> findings = drafts.Select(_factory.Make)
            .OrderBy(f => f.Role).ThenByDescending(f => f.Severity).ThenBy(f => f.FirstSeen ?? DateTime.MaxValue)
            .ThenBy(f => f.RuleId, StringComparer.Ordinal).ToList();
        if (notEvaluated.Count > 0)
            findings.Add(BuiltInFindings.RulesNotEvaluated(notEvaluated));
        findings.AddRange(facts.Notes);
        foreach (Finding finding in findings)
            finding.Subject = facts.Subject;
        return findings;
    }
}
