using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.Facts;
using MrsDiag.Text;

namespace MrsDiag.Rules.Evaluation;

/// <summary>Turns the condition trees of one rule, over one source, into runnable ones.</summary>
internal sealed class ConditionCompiler(Rule rule, FactSource source, FactCollection collection, PatternIndex patterns, SettingValues settings, TimeSpan regexTimeout)
{
    /// <summary>Compiles a tree.</summary>
    /// <param name="condition">The tree.</param>
    /// <returns>The runnable tree.</returns>
    public CompiledCondition Compile(Condition condition) => condition switch
    {
        AllCondition all => new CompiledAll(all.Parts.Select(Compile).ToArray()),
        AnyCondition any => new CompiledAny(any.Parts.Select(Compile).ToArray()),
        NotCondition not => new CompiledNot(Compile(not.Part)),
        RuleFiredCondition fired => new CompiledRuleFired(fired.RuleId),
        LeafCondition leaf => Leaf(leaf),
        _ => throw new ArgumentException($"Rule {rule.Id}: unknown condition {condition.GetType().Name}."),
    };

    /// <summary>The value of an operand or threshold, with settings filled in.</summary>
    /// <param name="operand">Value or <see cref="SettingReference"/>.</param>
    /// <returns>The value.</returns>
    public object Resolve(object operand) => operand is SettingReference reference ? settings.Get(rule.Id, reference.Name) : operand;

    /// <summary>Finds the field that a rule names.</summary>
    /// <param name="reference">Item or parent field.</param>
    /// <returns>The field.</returns>
    public FactField Field(FieldReference reference) =>
        (reference.Scope == FieldScope.Parent ? source.Parent : collection).Find(reference.Name)
        ?? throw new ArgumentException($"Rule {rule.Id}: source {source.Name} has no field '{reference.Name}'.");

    private CompiledCondition Leaf(LeafCondition leaf)
    {
        object operand = Resolve(leaf.Operand);
        if (leaf.Field.Scope == FieldScope.Group)
            return new GroupLeaf(leaf.Field.Name, leaf.Operator, Comparables(operand));
        FactField field = Field(leaf.Field);
        FieldScope scope = leaf.Field.Scope;
        if (leaf.Operator == Operator.Exists)
            return new ExistsLeaf(scope, field, (bool)operand);
        bool needed = rule.Needs.Contains(leaf.Field);
        if (field.Type is not (FactType.Text or FactType.TextList))
            return new OrderLeaf(scope, field, needed, leaf.Operator, Comparables(operand));
        return TextLeaf(leaf, scope, field, needed, operand);
    }

    private CompiledCondition TextLeaf(LeafCondition leaf, FieldScope scope, FactField field, bool needed, object operand)
    {
        if (leaf.Operator is Operator.Match or Operator.Like)
            return new RegexLeaf(scope, field, needed, Expression(leaf, (string)operand), normalized: !leaf.CaseSensitive);
        TextTest test = leaf.Operator switch
        {
            Operator.Contains => TextTest.Contains,
            Operator.StartsWith => TextTest.StartsWith,
            Operator.EndsWith => TextTest.EndsWith,
            _ => TextTest.Equals,
        };
        string[] texts = operand is string one ? [one] : ((IEnumerable<object>)operand).Cast<string>().ToArray();
        return leaf.CaseSensitive
            ? new ExactTextLeaf(scope, field, needed, test, texts)
            : new PatternLeaf(scope, field, needed, test, texts.Select(patterns.Add).ToArray(), patterns);
    }

    private Regex Expression(LeafCondition leaf, string pattern)
    {
        RegexOptions options = RegexOptions.CultureInvariant | (leaf.CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
        if (leaf.Operator == Operator.Match)
            return new Regex(pattern, options, regexTimeout);
        string literal = leaf.CaseSensitive ? pattern : TextNormalizer.Normalize(pattern);
        string wild = "^" + Regex.Escape(literal).Replace("\\*", ".*").Replace("\\?", ".") + "$";
        return new Regex(wild, options | RegexOptions.Singleline, regexTimeout);
    }

    private static IComparable[] Comparables(object operand) =>
        operand is IComparable one ? [one] : ((IEnumerable<object>)operand).Cast<IComparable>().ToArray();
}
