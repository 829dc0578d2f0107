using System.Collections.Generic;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Yaml;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Binding;

/// <summary>Binds the tests of a rule.</summary>
internal sealed class TestBinder(PackTables tables, RuleScope scope)
{
    /// <summary>Binds the tests.</summary>
    /// <param name="status">The rule's status, which decides whether tests are needed.</param>
    /// <returns>The tests whose facts could be read.</returns>
    public IReadOnlyList<RuleTest> Bind(RuleStatus status)
    {
        YamlMapping[] nodes = scope.Rule.Node.Items("tests").OfType<YamlMapping>().ToArray();
        RuleTest[] tests = nodes.Select(BindOne).OfType<RuleTest>().ToArray();
        if (status is RuleStatus.Test or RuleStatus.Stable)
            CheckCoverage(nodes);
        return tests;
    }

    private RuleTest? BindOne(YamlMapping node)
    {
        FactSet? given = BindGiven(node);
        IReadOnlyDictionary<string, string> settings = SettingOverrides.Read(scope.File, node.Mapping("settings"), scope.Rules, DiagnosticCodes.UnknownRule);
        ExpectedFinding[] findings = node.Items("expect").OfType<YamlMapping>().Select(BindExpected).ToArray();
        return given is null ? null : new RuleTest
        {
            Name = node.Text("name") ?? "",
            Given = given,
            Expectation = node.Text("expect") switch
            {
                TestKeys.None => Expectation.None,
                TestKeys.NotEvaluated => Expectation.NotEvaluated,
                _ => Expectation.Findings,
            },
            Findings = findings,
            Settings = settings,
            Location = scope.File.LocationOf(node.Find("name")?.Value ?? node),
        };
    }

    private FactSet? BindGiven(YamlMapping node)
    {
        if (FindSource(node) is not { } source || node.Mapping("given") is not { } given)
            return null;
        int before = scope.File.ErrorCount;
        new ShapeChecker(scope.File).Check(given, new TableShape(() => tables.Given[source.Name]), "given");
        return scope.File.ErrorCount == before ? new GivenReader(scope.File, source).Read(given) : null;
    }

    private FactSource? FindSource(YamlMapping node)
    {
        if (scope.Sources.Count == 0)
            return null;
        if (node.Scalar("source") is not { } named)
            return scope.Sources[0];
        FactSource? source = scope.Sources.FirstOrDefault(s => s.Name == named.Value);
        if (source is null)
        {
            string[] names = scope.Sources.Select(s => s.Name).ToArray();
            scope.File.Report(DiagnosticCodes.NotTheRulesSource, named, $"the rule is not judged on source '{ScalarCheck.Show(named.Value)}'.{Suggestion.For(named.Value, names)}",
                "its sources: " + Suggestion.List(names));
        }
        return source;
    }

    private ExpectedFinding BindExpected(YamlMapping node)
    {
        if (node.Scalar("causedBy") is { Value.Length: > 0 } cause)
            _ = scope.Rules.Knows(scope.File, cause, DiagnosticCodes.UnknownRule);
        return new ExpectedFinding
        {
            Message = node.Text("message"),
            Title = node.Text("title"),
            Severity = WordLists.Value(WordLists.Severities, node.Text("severity")),
            Confidence = WordLists.Value(WordLists.Confidences, node.Text("confidence")),
            Count = node.Text("count") is { } count && ValueText.Number(count) is >= 0 and <= int.MaxValue and { } number ? (int)number : null,
            CausedBy = node.Text("causedBy"),
        };
    }

    private void CheckCoverage(YamlMapping[] nodes)
    {
        YamlNode place = scope.Rule.Node.Find("tests")?.Key ?? scope.Rule.Node.Find("id")?.Value ?? scope.Rule.Node;
        bool hasHit = nodes.Any(n => n.Find("expect")?.Value is YamlSequence);
        bool hasMiss = nodes.Any(n => n.Text("expect") is TestKeys.None or TestKeys.NotEvaluated);
        if (!hasHit || !hasMiss)
            scope.File.Report(DiagnosticCodes.TestsMissing, place,
                hasHit ? "no test shows a near miss." : hasMiss ? "no test shows a hit." : "the rule has no tests.", DiagnosticCodes.TestsMissing.Fix);
    }
}
