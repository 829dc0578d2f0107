using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>What the parts of one rule need to know while they are bound.</summary>
internal sealed class RuleScope
{
    private HashSet<string>? _placeholders;

    /// <summary>The keys of a rule that decide when it speaks: where settings are used and other rules are waited for.</summary>
    public static readonly IReadOnlyList<string> JudgingKeys = ["where", "group", "cases"];

    /// <summary>Makes the scope of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="rules">All rules of the load.</param>
    /// <param name="sources">Its sources; empty where they are not known, then fields are not checked.</param>
    public RuleScope(RuleNode rule, RuleBase rules, IReadOnlyList<FactSource> sources)
    {
        Rule = rule;
        Rules = rules;
        Sources = sources;
        Select = rule.Node.Text("select") ?? "";
        FactCollection?[] collections = sources.Select(s => s.FindCollection(Select)).ToArray();
        Collections = collections.All(c => c is not null) ? collections.Select(c => c!).ToArray() : [];
        Group = TypeOfMeasure() is { } measured ? GroupValues.Make(measured) : null;
    }

    /// <summary>The rule.</summary>
    public RuleNode Rule { get; }

    /// <summary>All rules of the load.</summary>
    public RuleBase Rules { get; }

    /// <summary>Where to report.</summary>
    public FileDiagnostics File => Rule.File.Diagnostics;

    /// <summary>The sources.</summary>
    public IReadOnlyList<FactSource> Sources { get; }

    /// <summary>What is selected.</summary>
    public string Select { get; }

    /// <summary>The selected collection in each source; empty where one lacks it, then fields are not checked.</summary>
    public IReadOnlyList<FactCollection> Collections { get; }

    /// <summary>Whether fields can be looked up; otherwise what is wrong was reported.</summary>
    public bool HasFields => Collections.Count > 0;

    /// <summary>The values of the group; <see langword="null"/> for a rule without one.</summary>
    public FactCollection? Group { get; }

    /// <summary>The placeholders that its messages may hold, once they are asked for.</summary>
    public HashSet<string> Placeholders => _placeholders ??= new HashSet<string>(TemplateCheck.Names(this), StringComparer.Ordinal);

    /// <summary>Looks a setting up.</summary>
    /// <param name="place">The scalar <c>${name}</c>.</param>
    /// <returns>The setting, or <see langword="null"/> with a report.</returns>
    public RuleSetting? FindSetting(YamlScalar place)
    {
        string name = place.Value.Substring(2, place.Value.Length - 3);
        if (Rule.Settings.TryGetValue(name, out RuleSetting? setting))
            return setting;
        // A setting with an error of its own is not bound, yet it is there.
        if (Rule.Node.Mapping("settings")?.Find(name) is null)
            ReportUnknownSetting(place.Start, place.End, name);
        return null;
    }

    /// <summary>Reports a setting that the rule does not have.</summary>
    /// <param name="start">Index of the first character.</param>
    /// <param name="end">Index behind the last one.</param>
    /// <param name="name">The name.</param>
    public void ReportUnknownSetting(int start, int end, string name)
    {
        if (File.SkipsError())
            return;
        string[] known = Rule.Node.Mapping("settings")?.Entries.Select(e => e.Key.Value).ToArray() ?? [];
        File.Report(DiagnosticCodes.UnknownSetting, start, end, $"the rule has no setting '{name}'.{Suggestion.For(name, known)}",
            known.Length > 0 ? "its settings: " + Suggestion.List(known) : "the rule has no settings");
    }

    /// <summary>Whether a scalar is a reference to a setting.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <returns><see langword="true"/> for <c>${name}</c>.</returns>
    public static bool IsSetting(YamlScalar scalar) =>
        scalar.Value.Length > 0 && scalar.Value[0] == '$' && ScalarCheck.FitsForm(scalar.Value, CommonShapes.SettingReference);

    // Number or duration; null for a rule without group.
    private FactType? TypeOfMeasure()
    {
        if (Rule.Node.Find("group") is not { } entry)
            return null;
        if (entry.Value is not YamlMapping group)
            return FactType.Number;
        if (group.Find("gap") is not null)
            return FactType.Duration;
        string? field = group.Text("sum") ?? group.Text("avg") ?? group.Text("max") ?? group.Mapping("percentile")?.Text("field");
        return field is not null && FieldFinder.TypeOf(this, field) == FactType.Duration ? FactType.Duration : FactType.Number;
    }
}
