using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.Rules;
using MrsDiag.Text;

namespace MrsDiag.RulePacks.Help;

/// <summary>Puts parts of a rule into words.</summary>
internal sealed class RuleReading(FactCatalog catalog)
{
    /// <summary>What a rule says of itself and what its cases say instead.</summary>
    /// <param name="own">The rule's own value.</param>
    /// <param name="cases">Those of its cases; <see langword="null"/> where a case says nothing.</param>
    /// <returns>For example <c>Error; by case also Warning</c>.</returns>
    public static string ByCase<T>(T own, IEnumerable<T?> cases)
        where T : struct, Enum
    {
        T[] others = cases.OfType<T>().Where(c => !c.Equals(own)).Distinct().OrderByDescending(c => c).ToArray();
        return others.Length == 0 ? own.ToString() : $"{own}; by case also {string.Join(", ", others)}";
    }

    /// <summary>Who has to act, by the rule and by its cases.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>In words; empty where nobody has to.</returns>
    public static string Owners(Rule rule)
    {
        FindingOwner[] owners = rule.Cases.Select(c => c.Owner).OfType<FindingOwner>().Prepend(rule.Owner).Distinct().ToArray();
        return owners.Length == 1 && owners[0] == FindingOwner.Nobody ? "" : string.Join("; by case also ", owners.Select(FindingRenderer.OwnerName));
    }

    /// <summary>The value of a setting with its unit and its limits.</summary>
    /// <param name="setting">The setting.</param>
    /// <returns>For example <c>45m (1m to 1d)</c>.</returns>
    public static string Value(RuleSettingInfo setting)
    {
        string unit = setting.Unit.Length > 0 ? " " + setting.Unit : "";
        string limits = (setting.Minimum.Length, setting.Maximum.Length) switch
        {
            (0, 0) => "",
            (_, 0) => $" (at least {setting.Minimum})",
            (0, _) => $" (at most {setting.Maximum})",
            _ => $" ({setting.Minimum} to {setting.Maximum})",
        };
        return setting.Value + unit + limits;
    }

    /// <summary>The observations that a rule selects and the fields that decide.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>One sentence or two.</returns>
    public string LooksAt(Rule rule)
    {
        FactSource source = catalog.Sources.First(s => s.Name == rule.Sources[0]);
        FactCollection? collection = source.Collections.FirstOrDefault(c => c.Name == rule.Select);
        string items = rule.Unclaimed ? $"those of the {rule.Select} that no other rule explains" : collection is null ? $"the {source.Parent.Name} itself" : $"the {rule.Select}";
        string[] fields = Fields(rule).Distinct().Select(f => Name(f, source)).ToArray();
        string decide = fields.Length == 0 ? "" : $"; {(fields.Length == 1 ? "field" : "fields")} {string.Join(", ", fields)}";
        string[] rules = Conditions(rule).SelectMany(FiredRules).Concat(rule.Group?.Sequence ?? []).Distinct().ToArray();
        string others = rules.Length == 0 ? "" : $". Also whether {string.Join(", ", rules)} {(rules.Length == 1 ? "was" : "were")} found";
        return $"In a {string.Join(" or ", rule.Sources)}: {items}{decide}{others}.";
    }

    private static string Name(FieldReference field, FactSource source) => field.Scope == FieldScope.Parent ? $"{source.Parent.Name}.{field.Name}" : field.Name;

    private static IEnumerable<FieldReference> Fields(Rule rule) =>
        rule.Needs.Concat(Conditions(rule).SelectMany(Fields)).Concat(rule.Group?.By ?? [])
            .Concat(rule.Group?.MeasuredField is { } measured ? [measured] : [])
            .Where(f => f.Scope != FieldScope.Group);

    private static IEnumerable<Condition> Conditions(Rule rule) =>
        new[] { rule.Where, rule.Group?.RatioOf }.Concat(rule.Cases.Select(c => c.Where)).OfType<Condition>();

    private static IEnumerable<FieldReference> Fields(Condition condition) => condition switch
    {
        LeafCondition leaf => [leaf.Field],
        _ => Parts(condition).SelectMany(Fields),
    };

    private static IEnumerable<string> FiredRules(Condition condition) => condition switch
    {
        RuleFiredCondition fired => [fired.RuleId],
        _ => Parts(condition).SelectMany(FiredRules),
    };

    private static IReadOnlyList<Condition> Parts(Condition condition) => condition switch
    {
        AllCondition all => all.Parts,
        AnyCondition any => any.Parts,
        NotCondition not => [not.Part],
        _ => [],
    };
}
