using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using MrsDiag.Rules;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>Makes many rules out of few: the shipped ones again with texts that differ a little, as rules of one field do.</summary>
internal static class ManyRules
{
    /// <summary>Makes copies of the shipped rules.</summary>
    /// <param name="copies">How many of each.</param>
    public static RulePack Make(int copies) => new()
    {
        Name = "many",
        Version = "1.0.0",
        Rules = Enumerable.Range(1, copies).SelectMany(n => ShippedRules.Load.Packs.SelectMany(p => p.Rules).Select(r => Copy(r, n))).ToArray(),
    };

    private static Rule Copy(Rule rule, int number)
    {
        string suffix = "-" + number.ToString(CultureInfo.InvariantCulture);
        return rule with
        {
            Id = rule.Id + suffix,
            Name = rule.Name + suffix,
            Pack = "many",
            Where = rule.Where is null ? null : Vary(rule.Where, number),
            Explains = rule.Explains.Select(id => id + suffix).ToArray(),
            Group = rule.Group is { } group ? group with { Sequence = group.Sequence.Select(id => id + suffix).ToArray() } : null,
        };
    }

    private static Condition Vary(Condition condition, int number) => condition switch
    {
        AllCondition all => new AllCondition(all.Parts.Select(p => Vary(p, number)).ToArray()),
        AnyCondition any => new AnyCondition(any.Parts.Select(p => Vary(p, number)).ToArray()),
        NotCondition not => new NotCondition(Vary(not.Part, number)),
        RuleFiredCondition fired => new RuleFiredCondition(fired.RuleId + "-" + number.ToString(CultureInfo.InvariantCulture)),
        LeafCondition { Field.Scope: FieldScope.Item } leaf => leaf with { Operand = Vary(leaf.Operand, number) },
        _ => condition,
    };

    private static object Vary(object operand, int number) => operand switch
    {
        string text => Vary(text, number),
        IEnumerable<object> list => list.Select(o => o is string text ? Vary(text, number) : o).ToArray(),
        _ => operand,
    };

    // One letter, at another place in each copy: up to there the text is the same, so that a search has to follow it.
    private static string Vary(string text, int number)
    {
        StringBuilder varied = new(text);
        int at = (text.Length * number / 10) % text.Length;
        varied[at] = varied[at] == 'q' ? 'j' : 'q';
        return varied.ToString();
    }
}
