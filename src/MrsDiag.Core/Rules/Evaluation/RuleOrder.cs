using System;
using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Puts rules after those whose outcome they ask for; catch-alls come last.</summary>
internal static class RuleOrder
{
    /// <summary>Orders rules; ties keep the order given.</summary>
    /// <param name="rules">The rules.</param>
    /// <returns>The ordered list.</returns>
    /// <exception cref="ArgumentException">Rules ask for each other in a circle (the pack reader tells this with its place).</exception>
    public static IReadOnlyList<Rule> Sort(IReadOnlyList<Rule> rules)
    {
        Dictionary<string, Rule> byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        List<Rule> ordered = [];
        HashSet<string> done = new(StringComparer.Ordinal);
        HashSet<string> open = new(StringComparer.Ordinal);
        foreach (Rule rule in rules.Where(r => !r.Unclaimed).Concat(rules.Where(r => r.Unclaimed)))
            Visit(rule);
        return ordered;

        void Visit(Rule rule)
        {
            if (done.Contains(rule.Id))
                return;
            if (!open.Add(rule.Id))
                throw new ArgumentException($"Rule {rule.Id} asks for itself through other rules.");
            foreach (string id in Dependencies(rule))
                if (byId.TryGetValue(id, out Rule? other))
                    Visit(other);
            done.Add(rule.Id);
            ordered.Add(rule);
        }
    }

    /// <summary>Ids of the rules whose outcome a rule asks for.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The ids.</returns>
    public static IEnumerable<string> Dependencies(Rule rule) =>
        Fired(rule.Where).Concat(rule.Cases.SelectMany(c => Fired(c.Where)))
            .Concat(Fired(rule.Group?.RatioOf)).Concat(rule.Group?.Sequence ?? []);

    private static IEnumerable<string> Fired(Condition? condition) => condition switch
    {
        AllCondition all => all.Parts.SelectMany(Fired),
        AnyCondition any => any.Parts.SelectMany(Fired),
        NotCondition not => Fired(not.Part),
        RuleFiredCondition fired => [fired.RuleId],
        _ => [],
    };
}
