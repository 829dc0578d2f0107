using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MrsDiag.Facts;

namespace MrsDiag.Rules;

/// <summary>Runs the tests that rules carry. All rules run on each test, as they do on real input; only the tested rule's word is compared.</summary>
public static class RuleSelfTest
{
    /// <summary>Runs tests.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="catalog">Their sources.</param>
    /// <param name="ruleId">Only this rule; <see langword="null"/>: all.</param>
    /// <returns>One result a test, in pack order.</returns>
    public static IEnumerable<RuleTestResult> Run(IReadOnlyList<RulePack> packs, FactCatalog catalog, string? ruleId = null) =>
        Run(packs, catalog, rule => ruleId is null || string.Equals(ruleId, rule.Id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Runs the tests of some rules.</summary>
    /// <param name="packs">The packs; all their rules judge.</param>
    /// <param name="catalog">Their sources.</param>
    /// <param name="isTested">Whether a rule's tests run.</param>
    /// <returns>One result a test, in pack order; lazily, one test at a time.</returns>
    public static IEnumerable<RuleTestResult> Run(IReadOnlyList<RulePack> packs, FactCatalog catalog, Func<Rule, bool> isTested)
    {
        RuleEngine engine = new(packs, catalog);
        foreach (Rule rule in packs.SelectMany(p => p.Rules).Where(isTested))
            foreach (RuleTest test in rule.Tests)
                yield return Run(rule, test, () => test.Settings.Count == 0 ? engine : WithSettings(packs, catalog, test));
    }

    private static RuleEngine WithSettings(IReadOnlyList<RulePack> packs, FactCatalog catalog, RuleTest test) =>
        new(packs, catalog, new RuleEngineOptions { Settings = test.Settings });

    private static RuleTestResult Run(Rule rule, RuleTest test, Func<RuleEngine> engine)
    {
        string reason;
        try
        {
            reason = Judge(rule, test, engine());
        }
        catch (RuleSettingException e)
        {
            // One test with a bad setting must not hide how the others end.
            reason = e.Message;
        }
        return new RuleTestResult(rule.Id, rule.Name, rule.Pack, test.Name, reason.Length == 0, reason, test.Location);
    }

    private static string Judge(Rule rule, RuleTest test, RuleEngine engine)
    {
        IReadOnlyList<Finding> all = engine.Evaluate(test.Given);
        Finding[] own = all.Where(f => f.RuleId == rule.Id).ToArray();
        bool cannotTell = all.Any(f => f.RuleId == BuiltInFindings.RulesNotEvaluatedId
            && f.Message.IndexOf(rule.Id + " ", StringComparison.Ordinal) >= 0);
        return Compare(test, own, cannotTell);
    }

    private static string Compare(RuleTest test, Finding[] own, bool cannotTell)
    {
        if (test.Expectation == Expectation.NotEvaluated)
            return cannotTell ? "" : "expected: not evaluated; got: " + (own.Length == 0 ? "none, and the rule could tell" : Describe(own));
        if (test.Expectation == Expectation.None)
            return own.Length > 0 ? "expected: none; got: " + Describe(own) : cannotTell ? "expected: none; got: not evaluated" : "";
        if (own.Length != test.Findings.Count)
            return $"expected: {test.Findings.Count.ToString(CultureInfo.InvariantCulture)} finding(s); got: "
                + (own.Length > 0 ? Describe(own) : cannotTell ? "not evaluated" : "none");
        return string.Join("; ", own.Zip(test.Findings, Differences).Where(d => d.Length > 0));
    }

    private static string Differences(Finding got, ExpectedFinding expected)
    {
        List<string> differences = [];
        Check("message", expected.Message, got.Message);
        Check("title", expected.Title, got.Title);
        Check("severity", expected.Severity?.ToString(), got.Severity.ToString());
        Check("confidence", expected.Confidence?.ToString(), got.Confidence.ToString());
        Check("count", expected.Count?.ToString(CultureInfo.InvariantCulture), got.Count.ToString(CultureInfo.InvariantCulture));
        Check("causedBy", expected.CausedBy, got.CausedBy);
        return string.Join("; ", differences);

        void Check(string what, string? wanted, string actual)
        {
            if (wanted is not null && !string.Equals(wanted, actual, StringComparison.Ordinal))
                differences.Add($"{what} expected: '{wanted}', got: '{actual}'");
        }
    }

    private static string Describe(Finding[] findings) => string.Join(" | ", findings.Select(f => $"{f.Severity}/{f.Confidence}: {f.Message}"));
}
