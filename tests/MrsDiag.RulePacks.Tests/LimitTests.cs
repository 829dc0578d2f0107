using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using MrsDiag.Diagnostics;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class LimitTests
{
    // Ten times and more of what it takes; the test is against hanging, not a measurement.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Fifty_errors_are_shown_and_the_rest_is_counted()
    {
        string many = GoodPacks.Full + string.Concat(Enumerable.Range(0, 70).Select(i => $"wrong{i}: x\n"));

        RulePackLoad load = Load.Text(many, GoodPacks.AllMeasures.Replace("MRS4008", "MRS0008"));

        Assert.Equal(50, load.Diagnostics.Count(d => d.Level == DiagnosticLevel.Error));
        Diagnostic last = load.Diagnostics[load.Diagnostics.Count - 1];
        Assert.Equal(("RP0019", DiagnosticLevel.Warning), (last.Code, last.Level));
        Assert.Contains("21 more errors", last.Message);
        // The second pack's error is among those not shown; the pack is left out all the same.
        Assert.Empty(load.Packs);
    }

    [Fact]
    public void Diagnostics_come_in_the_order_of_files_and_places()
    {
        RulePackLoad load = Load.Text(
            GoodPacks.Full.Replace("evidence: 7", "evidence: 0").Replace("name: mailbox-busy", "name: X").Replace("description: A pack for tests.", "descr: x"),
            GoodPacks.AllMeasures.Replace("sum: code", "sum: server").Replace("pack: measures", "pack: M"));

        Assert.True(load.Diagnostics.Count > 4);
        Assert.Equal(load.Diagnostics.Select(d => d.Location.ToString()), load.Diagnostics
            .OrderBy(d => d.Location.File, StringComparer.Ordinal).ThenBy(d => d.Location.Start.Line).ThenBy(d => d.Location.Start.Column).Select(d => d.Location.ToString()));
    }

    [Fact]
    public void An_id_used_in_two_files_names_both_and_keeps_the_first_file()
    {
        RulePackLoad load = Load.Files(("one.yml", GoodPacks.Full), ("two.yml", GoodPacks.AllMeasures.Replace("MRS4001\n", "MRS3001\n").Replace("[MRS4001,", "[MRS4003,")));

        Diagnostic diagnostic = Assert.Single(load.Diagnostics);
        Assert.Equal(("RP0110", "two.yml", "one.yml"), (diagnostic.Code, diagnostic.Location.File, diagnostic.Related!.File));
        Assert.Equal(["one.yml"], load.Packs.Select(p => p.File));
    }

    [Fact]
    public void A_rule_may_refer_to_one_in_a_later_file() =>
        Assert.Equal("", Load.Render(Load.Text(GoodPacks.AllMeasures.Replace("[MRS4001,", "[MRS3002,"), GoodPacks.Full).Diagnostics));

    [Fact]
    public void No_file_gives_nothing()
    {
        RulePackLoad load = Load.Files();

        Assert.False(load.HasErrors);
        Assert.Empty(load.Packs);
    }

    [Theory]
    [InlineData("unknown keys", "k{0}: v\n")]
    [InlineData("list items", "- {0}\n")]
    [InlineData("flow items", "[a, [b, {{c: {0}}}]], ")]
    [InlineData("quotes", "'a''b\" {0} ")]
    [InlineData("colons", "a:b :c: ")]
    [InlineData("dashes", "- - ")]
    [InlineData("question marks", "? a\n")]
    [InlineData("block scalars", "k{0}: |\n  x\n")]
    [InlineData("comments", "# {0}\n\n")]
    [InlineData("anchors", "k{0}: &a b\n")]
    [InlineData("documents", "---\na: {0}\n")]
    [InlineData("braces", "{{{{")]
    [InlineData("percent", "%A {0}\n")]
    [InlineData("backslashes", "\"\\\\ ")]
    public void A_megabyte_of_anything_is_answered_in_time(string what, string piece) =>
        AnswersInTime(what, Fill("format: mrsdiag/v1\n", piece), Fill("", piece), Fill("a: [", piece), Fill("a: \"", piece));

    [Theory]
    [InlineData("unknown keys of a rule", "    k{0}: v\n")]
    [InlineData("unknown rules", "    r{0}: x\n    explains: [MRS{0:0000}]\n")]
    [InlineData("placeholders", "    message: \"\n", " {{x{0}}}")]
    [InlineData("open placeholders", "    message: \"\n", " {{")]
    [InlineData("good placeholders", "    message: \"\n", " {{message}}")]
    [InlineData("conditions", "    where:\n      any:\n", "        - {{ field: mesage, contains: x }}\n")]
    [InlineData("rules that wait", "    where:\n      any:\n", "        - {{ rule: MRS3001 }}\n")]
    [InlineData("setting references", "    where:\n      any:\n", "        - {{ field: code, gt: '${{s{0}}}' }}\n")]
    [InlineData("settings", "    settings:\n", "      s{0}: {{ default: 1, description: d }}\n")]
    [InlineData("long address", "    related: [x]\n    explains: [https://", "a.")]
    [InlineData("pattern", "    where: {{ field: message, match: '", "(a*)*")]
    [InlineData("tests", "    tests:\n", "      - {{ name: n, given: {{ failures: [{{ code: x }}] }}, expect: none }}\n")]
    public void A_megabyte_inside_a_rule_is_answered_in_time(string what, string head, string? piece = null)
    {
        const string Start = "format: mrsdiag/v1\npack: p\nversion: 1.0.0\ndescription: d\nsources: [journey]\nrules:\n  - id: MRS3001\n    select: failures\n";
        string close = head.Contains("message") && !head.Contains("match") ? "\"\n" : head.Contains("match") ? "' }\n" : head.Contains("https") ? "]\n" : "";
        AnswersInTime(what, Fill(Start + (piece is null ? "" : head.Replace("{{", "{")), piece ?? head, close));
    }

    [Fact]
    public void A_long_chain_of_rules_is_no_cycle_and_no_overflow()
    {
        StringBuilder text = new("format: mrsdiag/v1\npack: p\nversion: 1.0.0\ndescription: d\nsources: [journey]\nrules:\n");
        for (int i = 1000; i < 9000; i++)
            text.Append($"  - id: MRS{i}\n    select: failures\n    where: {{ rule: MRS{i + 1} }}\n");

        RulePackLoad load = Load.Text(text.ToString());

        Assert.DoesNotContain(load.Diagnostics, d => d.Code == "RP0308");
        Assert.Equal("RP0019", load.Diagnostics[load.Diagnostics.Count - 1].Code);
    }

    private static void AnswersInTime(string what, params string[] texts)
    {
        foreach (string text in texts)
        {
            Stopwatch watch = Stopwatch.StartNew();
            RulePackLoad load = Load.Text(text);
            Assert.True(watch.Elapsed < Patience, $"{what}: {watch.Elapsed}");
            Assert.True(load.HasErrors);
            Assert.Empty(load.Packs);
        }
    }

    private static string Fill(string start, string piece, string end = "")
    {
        StringBuilder text = new(start);
        for (int i = 0; text.Length < 1_000_000; i++)
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, piece, i);
        return text.Append(end).ToString();
    }
}
