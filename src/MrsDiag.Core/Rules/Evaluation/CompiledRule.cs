using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules.Evaluation;

/// <summary>A field with its scope, resolved for one source.</summary>
internal readonly record struct BoundField(FieldScope Scope, FactField Field);

/// <summary>One rule over one source, ready to run.</summary>
internal sealed class CompiledRule
{
    private CompiledRule(Rule rule, FactSource source, FactCollection collection)
    {
        Rule = rule;
        Source = source;
        Collection = collection;
    }

    public Rule Rule { get; }

    public FactSource Source { get; }

    public FactCollection Collection { get; }

    /// <summary>Conditions that are the same for every item of a subject; judged once.</summary>
    public CompiledCondition? SubjectCondition { get; private init; }

    /// <summary>Conditions on the item.</summary>
    public CompiledCondition? ItemCondition { get; private init; }

    /// <summary>Literals of which one must be in an item; <see langword="null"/>: every item is tried.</summary>
    public IReadOnlyList<Trigger>? Triggers { get; private init; }

    public Grouping? Group => Rule.Group;

    public FactField? MeasuredField { get; private init; }

    public CompiledCondition? RatioOf { get; private init; }

    public IComparable? Threshold { get; private init; }

    public TimeSpan? Within { get; private init; }

    public IReadOnlyList<BoundField> By { get; private init; } = [];

    public IReadOnlyList<CompiledCase> Cases { get; private init; } = [];

    public required MessageTemplate Message { get; init; }

    public required SettingValues Settings { get; init; }

    /// <summary>Compiles a rule for one of its sources.</summary>
    public static CompiledRule Compile(Rule rule, FactSource source, PatternIndex patterns, SettingValues settings, TimeSpan regexTimeout)
    {
        FactCollection collection = source.FindCollection(rule.Select)
            ?? throw new ArgumentException($"Rule {rule.Id}: source {source.Name} has no collection '{rule.Select}'.");
        ConditionCompiler compiler = new(rule, source, collection, patterns, settings, regexTimeout);
        (CompiledCondition? subject, CompiledCondition? item) = Split(rule.Where is null ? null : compiler.Compile(rule.Where));
        Grouping? group = rule.Group;
        MessageTemplate message = MessageTemplate.Parse(rule.Message, out _);
        return new CompiledRule(rule, source, collection)
        {
            SubjectCondition = subject,
            ItemCondition = item,
            Triggers = RequiredPatterns.Of(item),
            MeasuredField = group?.MeasuredField is { } measured ? compiler.Field(measured) : null,
            RatioOf = group?.RatioOf is { } ratio ? compiler.Compile(ratio) : null,
            Threshold = group is null ? null : (IComparable)compiler.Resolve(group.Threshold),
            Within = group?.Within is { } within ? (TimeSpan)compiler.Resolve(within) : null,
            By = group?.By.Select(f => new BoundField(f.Scope, compiler.Field(f))).ToArray() ?? [],
            Cases = rule.Cases.Select(c => CompileCase(c, compiler, message)).ToArray(),
            Message = message,
            Settings = settings,
        };
    }

    private static CompiledCase CompileCase(RuleCase source, ConditionCompiler compiler, MessageTemplate message) => new()
    {
        Source = source,
        Where = source.Where is null ? null : compiler.Compile(source.Where),
        Within = source.Within is null ? null : (TimeSpan)compiler.Resolve(source.Within),
        MaxGap = source.MaxGap is null ? null : (TimeSpan)compiler.Resolve(source.MaxGap),
        Message = source.Message is null ? message : MessageTemplate.Parse(source.Message, out _),
    };

    private static (CompiledCondition? Subject, CompiledCondition? Item) Split(CompiledCondition? where)
    {
        if (where is null)
            return (null, null);
        if (where is not CompiledAll all)
            return where.DependsOnItem ? (null, where) : (where, null);
        CompiledCondition[] subject = all.Parts.Where(p => !p.DependsOnItem).ToArray();
        CompiledCondition[] item = all.Parts.Where(p => p.DependsOnItem).ToArray();
        return (subject.Length == 0 ? null : new CompiledAll(subject), item.Length == 0 ? null : new CompiledAll(item));
    }
}
