using System.Collections.Generic;
using System.Linq;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds the cases of a rule and checks that each outcome has a message and, where it must, remediation.</summary>
internal sealed class CaseBinder(RuleScope scope, FindingOwner owner)
{
    private static readonly string[] Conditions = ["where", "within", "maxGap"];

    private YamlMapping Rule => scope.Rule.Node;

    /// <summary>Binds the cases.</summary>
    /// <returns>The cases, in order.</returns>
    public IReadOnlyList<RuleCase> Bind()
    {
        List<RuleCase> cases = [];
        bool isSettled = false;
        foreach (YamlMapping node in Rule.Items("cases").OfType<YamlMapping>())
        {
            if (isSettled)
                scope.File.Report(DiagnosticCodes.CaseNeverReached, node, "this case is never reached: the one above has no condition.", DiagnosticCodes.CaseNeverReached.Fix);
            isSettled |= !Conditions.Any(c => node.Find(c) is not null);
            cases.Add(BindOne(node));
            CheckOutcome(node);
        }
        if (!isSettled)
            CheckOutcome(null);
        return cases;
    }

    private RuleCase BindOne(YamlMapping node)
    {
        TemplateCheck.Check(scope, node.Scalar("message"));
        FindingOwner? own = WordLists.Value(WordLists.Owners, node.Text("owner"));
        return new RuleCase
        {
            Where = new ConditionBinder(scope, allowsGroup: true).Bind(node.Find("where")?.Value),
            Within = Window(node, "within"),
            MaxGap = Window(node, "maxGap"),
            Severity = WordLists.Value(WordLists.Severities, node.Text("severity")),
            Confidence = WordLists.Value(WordLists.Confidences, node.Text("confidence")),
            Owner = own,
            Title = node.Text("title"),
            Message = node.Text("message"),
            Remediation = node.Find("remediation") is null ? null : RemedyBinder.Bind(node, own ?? owner),
        };
    }

    private object? Window(YamlMapping node, string key)
    {
        if (node.Find(key) is not { } entry)
            return null;
        if (scope.Group is not null)
            return new GroupBinder(scope).Window(entry);
        scope.File.Report(DiagnosticCodes.GroupedOnly, entry.Key, $"'{key}' needs a group, and this rule has none.", DiagnosticCodes.GroupedOnly.Fix);
        return null;
    }

    // A case speaks with its own values where it has them; no case at all is the rule itself.
    private void CheckOutcome(YamlMapping? node)
    {
        YamlNode place = node ?? Rule.Find("id")?.Value ?? Rule;
        string who = node is null ? "the rule" : "this case";
        if (node?.Find("message") is null && Rule.Find("message") is null)
            scope.File.Report(DiagnosticCodes.NoMessage, place, $"{who} has no message.", DiagnosticCodes.NoMessage.Fix);
        string? severity = node?.Text("severity") ?? Rule.Text("severity");
        bool needsRemedy = WordLists.Value(WordLists.Severities, severity) >= Severity.Warning;
        if (needsRemedy && node?.Find("remediation") is null && Rule.Find("remediation") is null)
            scope.File.Report(DiagnosticCodes.NoRemediation, place, $"{who} is of severity {severity} and has no remediation.", DiagnosticCodes.NoRemediation.Fix);
    }
}
