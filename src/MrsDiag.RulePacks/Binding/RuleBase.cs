using System;
using System.Collections.Generic;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Yaml;

namespace MrsDiag.RulePacks.Binding;

/// <summary>All rules declared in one load, by id.</summary>
internal sealed class RuleBase
{
    private readonly Dictionary<string, RuleNode> _rules = new(StringComparer.Ordinal);

    /// <summary>The ids.</summary>
    public IReadOnlyCollection<string> Ids => _rules.Keys;

    /// <summary>Adds a rule; an id used before is reported with both places.</summary>
    /// <param name="rule">The rule.</param>
    public void Add(RuleNode rule)
    {
        if (rule.Id is null || rule.Node.Scalar("id") is not { } place)
            return;
        if (!_rules.TryGetValue(rule.Id, out RuleNode? first))
            _rules.Add(rule.Id, rule);
        else
            rule.File.Diagnostics.ReportClash(DiagnosticCodes.DuplicateId, place, $"rule id {rule.Id} is already used.",
                first.File.Diagnostics.LocationOf(first.Node.Scalar("id")!), "first used at");
    }

    /// <summary>Looks a rule up.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The rule, or <see langword="null"/>.</returns>
    public RuleNode? Find(string id) => _rules.TryGetValue(id, out RuleNode? rule) ? rule : null;

    /// <summary>Checks that a rule id is known, and reports where it is not.</summary>
    /// <param name="file">The file that names it.</param>
    /// <param name="place">The scalar that names it.</param>
    /// <param name="code">The code to report.</param>
    /// <returns>Whether it is known.</returns>
    public bool Knows(FileDiagnostics file, YamlScalar place, DiagnosticCode code)
    {
        if (_rules.ContainsKey(place.Value))
            return true;
        // Another form than MRSnnnn was reported by shape.
        if (ScalarCheck.FitsForm(place.Value, Schema.CommonShapes.RuleId) && !file.SkipsError())
            file.Report(code, place, $"there is no rule {place.Value}.{Suggestion.For(place.Value, _rules.Keys)}", code.Fix);
        return false;
    }
}
