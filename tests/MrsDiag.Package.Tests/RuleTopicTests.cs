using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using MrsDiag.Facts;
using MrsDiag.RulePacks;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Package.Tests;

public sealed class RuleTopicTests
{
    private static readonly RulePackLoad Shipped = new RulePackReader().Read(
        [.. Directory.GetFiles(Repository.PathOf("src", "rules"), "*.yml").Order(StringComparer.Ordinal).Select(f => new RulePackFile(Path.GetFileName(f), File.ReadAllText(f)))],
        FactCatalogs.Default);

    private static readonly string Topic = RuleHelp.ToText(Shipped, FactCatalogs.Default);

    [Fact]
    public void The_committed_topic_is_what_the_shipped_packs_give()
    {
        Assert.Empty(Shipped.Diagnostics);
        Repository.AssertCommitted(Topic, "en-US", "about_MrsDiag_Rules.help.txt");
    }

    [Fact]
    public void Every_rule_has_a_chapter_and_every_chapter_a_rule()
    {
        IEnumerable<string> chapters = Regex.Matches(Topic, @"^(MRS\d{4}) (\S+)$", RegexOptions.Multiline).Select(m => m.Value);
        Assert.Equal(Shipped.Packs.SelectMany(p => p.Rules).OrderBy(r => r.Id, StringComparer.Ordinal).Select(r => $"{r.Id} {r.Name}"), chapters);
    }

    [Fact]
    public void A_chapter_holds_all_that_its_rule_tells_a_user()
    {
        Dictionary<string, string> chapters = Regex.Split(Topic, @"^(?=\S)", RegexOptions.Multiline).Where(c => c.StartsWith("MRS", StringComparison.Ordinal))
            .ToDictionary(c => c[..7], c => OneLine(c));
        foreach (RuleInfo rule in RuleListing.List(Shipped))
        {
            string[] told =
            [
                rule.Title, rule.Description, $"Severity: {rule.Severity}", $"Confidence: {rule.Confidence}", $"Role: {rule.Role}",
                .. rule.Settings.SelectMany(s => new[] { $"{s.Name} = {s.Default}", s.Description }), .. rule.Remediation.Select(r => r.ToString()),
                .. rule.References, .. rule.FalsePositives, .. rule.Scenarios, .. rule.Transports, .. rule.Related,
            ];
            Assert.All(told, t => Assert.Contains(OneLine(t), chapters[rule.Id], StringComparison.Ordinal));
        }
    }

    private static string OneLine(string text) => Regex.Replace(text, @"\s+", " ").Trim();
}
