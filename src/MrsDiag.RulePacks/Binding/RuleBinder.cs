using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds one rule. What it returns is only used when its file has no error.</summary>
internal sealed class RuleBinder(PackTables tables, RuleBase rules)
{
    /// <summary>Binds a rule.</summary>
    /// <param name="declared">The rule as declared.</param>
    /// <returns>The rule.</returns>
    public Rule Bind(RuleNode declared)
    {
        YamlMapping node = declared.Node;
        YamlMapping pack = declared.File.Root!;
        FileDiagnostics file = declared.File.Diagnostics;
        RuleScope scope = new(declared, rules, FindSources(declared));
        CheckSelect(scope);
        FindingOwner owner = WordLists.Value(WordLists.Owners, node.Text("owner")) ?? default;
        RuleStatus status = WordLists.Value(WordLists.Status, node.Text("status")) ?? default;
        TemplateCheck.Check(scope, node.Scalar("message"));
        Rule rule = new()
        {
            Id = declared.Id ?? "",
            Name = node.Text("name") ?? "",
            Title = node.Text("title") ?? "",
            Pack = pack.Text("pack") ?? "",
            PackVersion = pack.Text("version") ?? "",
            Status = status,
            ReplacedBy = node.Text("replacedBy"),
            Severity = WordLists.Value(WordLists.Severities, node.Text("severity")) ?? default,
            Confidence = WordLists.Value(WordLists.Confidences, node.Text("confidence")) ?? default,
            Role = WordLists.Value(WordLists.Roles, node.Text("role")) ?? default,
            Owner = owner,
            Description = node.Text("description") ?? "",
            Sources = scope.Sources.Select(s => s.Name).ToArray(),
            Scenarios = BindParentValues(scope, "scenarios", "scenario"),
            Transports = BindParentValues(scope, "transports", "transport"),
            Settings = declared.Settings,
            Select = scope.Select,
            Needs = node.Scalars("needs").Select(s => FieldFinder.Find(scope, s)?.Reference).OfType<FieldReference>().ToArray(),
            Where = new ConditionBinder(scope, allowsGroup: false).Bind(node.Find("where")?.Value),
            Unclaimed = node.Scalar("unclaimed") is { Kind: ScalarKind.Boolean } unclaimed && ScalarCheck.IsTrue(unclaimed),
            Group = new GroupBinder(scope).Bind(node.Mapping("group")),
            Cases = new CaseBinder(scope, owner).Bind(),
            Message = node.Text("message") ?? "",
            Uncaused = node.Text("uncaused") ?? "",
            EvidenceCount = node.Text("evidence") is { } evidence && ValueText.Number(evidence) is >= 1 and <= 100 and { } count ? (int)count : 5,
            Explains = RuleIds(file, node, "explains"),
            Remediation = RemedyBinder.Bind(node, owner),
            References = RemedyBinder.BindReferences(node),
            FalsePositives = Texts(node, "falsepositives"),
            Tags = Texts(node, "tags"),
            Related = RuleIds(file, node, "related"),
            Tests = new TestBinder(tables, scope).Bind(status),
            Location = file.LocationOf(node.Find("id")?.Value ?? node),
        };
        CheckStatus(file, node, rule);
        ReportUnusedSettings(scope);
        return rule;
    }

    private FactSource[] FindSources(RuleNode declared)
    {
        YamlMapping node = declared.Node;
        if (node.Find("sources") is null && declared.File.Root!.Find("sources") is null)
            declared.File.Diagnostics.Report(DiagnosticCodes.MissingKey, node.Find("id")?.Value ?? node, "neither the rule nor its pack names 'sources'.",
                "its sources: " + Suggestion.List(tables.Catalog.Sources.Select(s => s.Name)));
        YamlMapping owner = node.Find("sources") is not null ? node : declared.File.Root!;
        FactSource?[] sources = owner.Scalars("sources").Select(s => tables.Catalog.Find(s.Value)).ToArray();
        // One that is unknown was reported; what the others lack would only confuse.
        return sources.Any(s => s is null) ? [] : sources.Select(s => s!).Distinct().ToArray();
    }

    private void CheckSelect(RuleScope scope)
    {
        if (scope.Rule.Node.Scalar("select") is not { } place || tables.Names.Collections.All(c => c.Word != place.Value))
            return;
        FactSource[] lacking = scope.Sources.Where(s => s.FindCollection(place.Value) is null).ToArray();
        if (lacking.Length > 0 && lacking.Length == scope.Sources.Count)
            scope.File.Report(DiagnosticCodes.UnknownCollection, place, $"source '{lacking[0].Name}' has no collection '{place.Value}'.",
                "its collections: " + Suggestion.List(lacking[0].Collections.Select(c => c.Name)) + ", self");
        else if (lacking.Length > 0)
            scope.File.Report(DiagnosticCodes.NotInEverySource, place, $"source '{lacking[0].Name}' has no collection '{place.Value}'.", DiagnosticCodes.NotInEverySource.Fix);
    }

    private static string[] BindParentValues(RuleScope scope, string key, string field)
    {
        if (scope.Rule.Node.Mapping("appliesTo")?.Find(key) is not { Value: YamlSequence list } entry)
            return [];
        foreach (FactSource source in scope.Sources)
        {
            FactField? found = source.Parent.Find(field);
            if (found is null)
                scope.File.Report(DiagnosticCodes.UnknownField, entry.Key, $"source '{source.Name}' has no field '{source.Parent.Name}.{field}' to compare with.", DiagnosticCodes.UnknownField.Fix);
            foreach (YamlScalar scalar in list.Items.OfType<YamlScalar>())
                if (found?.Values is { Count: > 0 } values && !values.Contains(scalar.Value))
                    scope.File.Report(DiagnosticCodes.NotAValue, scalar, $"'{field}' is never '{ScalarCheck.Show(scalar.Value)}'.{Suggestion.For(scalar.Value, values)}",
                        "its values: " + Suggestion.List(values));
        }
        return list.Items.OfType<YamlScalar>().Select(s => s.Value).ToArray();
    }

    private string[] RuleIds(FileDiagnostics file, YamlMapping node, string key) =>
        node.Scalars(key).Where(id => rules.Knows(file, id, DiagnosticCodes.UnknownRule)).Select(id => id.Value).ToArray();

    private static string[] Texts(YamlMapping node, string key) => node.Scalars(key).Select(s => s.Value).ToArray();

    private void CheckStatus(FileDiagnostics file, YamlMapping node, Rule rule)
    {
        if (node.Scalar("replacedBy") is { } successor)
        {
            _ = rules.Knows(file, successor, DiagnosticCodes.UnknownRule);
            if (rule.Status != RuleStatus.Deprecated)
                file.Report(DiagnosticCodes.ReplacedBy, node.Find("replacedBy")!.Key, "'replacedBy' is for deprecated rules.", DiagnosticCodes.ReplacedBy.Fix);
        }
        if (rule.Status == RuleStatus.Deprecated)
            file.Report(DiagnosticCodes.Deprecated, node.Find("status")!.Value,
                $"rule {rule.Id} is deprecated and does not run.{(rule.ReplacedBy is null ? "" : $" {rule.ReplacedBy} took its place.")}");
    }

    private static void ReportUnusedSettings(RuleScope scope)
    {
        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (string key in RuleScope.JudgingKeys)
            CollectReferences(scope.Rule.Node.Find(key)?.Value, used);
        foreach (YamlEntry entry in scope.Rule.Node.Mapping("settings")?.Entries ?? [])
            if (!used.Contains(entry.Key.Value))
                scope.File.Report(DiagnosticCodes.UnusedSetting, entry.Key, $"setting '{entry.Key.Value}' is not used.", DiagnosticCodes.UnusedSetting.Fix);
    }

    // By the tree and not by what was bound: a condition with an error of its own still uses its setting.
    private static void CollectReferences(YamlNode? node, HashSet<string> used)
    {
        switch (node)
        {
            case YamlScalar scalar when RuleScope.IsSetting(scalar):
                used.Add(scalar.Value.Substring(2, scalar.Value.Length - 3));
                break;
            case YamlSequence sequence:
                foreach (YamlNode item in sequence.Items)
                    CollectReferences(item, used);
                break;
            case YamlMapping mapping:
                foreach (YamlEntry entry in mapping.Entries)
                    CollectReferences(entry.Value, used);
                break;
        }
    }
}
