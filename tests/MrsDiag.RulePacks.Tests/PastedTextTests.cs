using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

/// <summary>Texts as administrators paste them, against what the shipped packs say: id, severity, confidence and, behind an arrow, the cause.</summary>
public class PastedTextTests
{
    public static TheoryData<string, string> Table => new()
    {
        // What is pasted                what is found
        { "two-cas-2010",                "MRS3001 Error High; MRS3003 Warning High <- MRS3001" },
        { "two-cas-clixml-lines",        "MRS3001 Warning Low" },
        { "endpoint-test-503",           "MRS7010 Error Low" },
        { "endpoint-test-403",           "MRS7003 Error Low" },
        { "no-endpoint-timeout",         "MRS7015 Error Medium" },
        { "kemp-501",                    "MRS7008 Error High" },
        { "connection-sentence",         "MRS7026 Warning Low" },
        { "powershell-wrapper-only",     "MRS7026 Warning Low" },
        { "access-denied-wrapped",       "MRS7024 Error Medium" },
        { "exchange-online-host",        "MRS7002 Error Low" },
        { "basic-only",                  "MRS7001 Error Medium" },
        { "hybrid-agent-504",            "MRS7032 Error Medium" },
        { "flood-behind-report",         "MRS7030 Error High; MRS3099 Warning Low" },
        { "pending-request",             "MRS3020 Error High" },
        { "quota-1252",                  "MRS3012 Error Medium" },
        { "status-detail-alone",         "MRS3004 Warning High" },
        { "offboarding-stalled",         "MRS3031 Warning Medium" },
        { "archive-only-2010",           "MRS3002 Warning Medium; MRS3004 Warning High" },
        { "one-server-three-pickups",    "MRS3002 Information Medium; MRS3003 Information High <- MRS3002" },
        { "healthy-lines-only",          "MRS3015 Information Low; MRS3099 Information Low; MRS7022 Information Low" },
        { "symptom-days-later",          "MRS3003 Warning High; MRS7010 Information Low" },
        { "two-causes",                  "MRS3009 Error High; MRS7010 Error Low" },
        { "nonsense",                    "MRS3099 Warning Low" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Says(string file, string expected)
    {
        IReadOnlyList<Finding> findings = Judge(file);

        Assert.Equal(expected.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim()).OrderBy(p => p, StringComparer.Ordinal), findings.Select(Short));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Never_prints_a_label_without_a_value_or_a_name_that_is_unknown(string file, string expected)
    {
        Assert.NotEmpty(expected);
        Assert.All(Judge(file), f =>
        {
            Assert.DoesNotContain(": unknown", f.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("from unknown", f.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("on unknown", f.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Every_pasted_text_is_in_the_table() =>
        Assert.Equal(ShippedPacks.Fixtures("pasted").Select(f => Path.GetFileNameWithoutExtension(f)!),
            Table.Select(row => (string)((object[])row)[0]).OrderBy(n => n, StringComparer.Ordinal));

    // What the engine says about the input itself has tests of its own.
    private static IReadOnlyList<Finding> Judge(string file)
    {
        FactSet facts = MoveReportFacts.FromText(File.ReadAllText(ShippedPacks.Fixtures("pasted").Single(f => Path.GetFileNameWithoutExtension(f) == file)));
        return new RuleEngine(ShippedPacks.Load.Packs, FactCatalogs.Default).Evaluate(facts)
            .Where(f => !f.RuleId.StartsWith("MRS0", StringComparison.Ordinal))
            .OrderBy(f => Short(f), StringComparer.Ordinal).ToList();
    }

    private static string Short(Finding finding) =>
        $"{finding.RuleId} {finding.Severity} {finding.Confidence}" + (finding.CausedBy.Length > 0 ? " <- " + finding.CausedBy : "");
}
