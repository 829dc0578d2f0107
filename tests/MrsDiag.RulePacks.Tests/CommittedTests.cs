using System.IO;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks.Help;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Tests.Json;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

/// <summary>The files that are made from the tables: schema and help.</summary>
public class CommittedTests
{
    [Fact]
    public void The_committed_schema_is_the_one_that_the_tables_give()
    {
        string json = RulePackSchema.ToJson(FactCatalogs.Default);

        Repository.AssertCommitted(Path.Combine(Repository.Root, "src", "rules", "schema", "rulepack-v1.schema.json"), json);
        Assert.NotNull(JsonReader.Read(json));
    }

    [Fact]
    public void The_committed_help_is_the_one_that_the_tables_give() =>
        Repository.AssertCommitted(Path.Combine(Repository.Root, "en-US", "about_MrsDiag_RulePack.help.txt"), RulePackHelp.ToText(FactCatalogs.Default));

    [Fact]
    public void The_help_is_plain_text_of_eighty_columns()
    {
        string[] lines = RulePackHelp.ToText(FactCatalogs.Default).Split('\n');

        Assert.DoesNotContain(lines, l => l.Length > HelpText.Width);
        Assert.DoesNotContain(lines, l => l.Any(c => c is < ' ' or > '~'));
        Assert.DoesNotContain(lines, l => l.EndsWith(" ", System.StringComparison.Ordinal));
        Assert.Equal("TOPIC", lines[0]);
    }

    [Fact]
    public void The_help_explains_every_code_operator_source_and_field()
    {
        string help = string.Join(" ", RulePackHelp.ToText(FactCatalogs.Default).Split([' ', '\n'], System.StringSplitOptions.RemoveEmptyEntries));

        Assert.All(DiagnosticCodes.All, c => Assert.Contains($"{c.Id} {c.Title}", help));
        Assert.All(DiagnosticCodes.All, c => Assert.Contains(c.Explanation, help));
        Assert.All(DiagnosticCodes.All, c => Assert.Contains("Fix: " + c.Fix, help));
        Assert.All(OperatorTable.Rows, r => Assert.Contains($"{r.Name} {r.Description}.", help));
        foreach (FactSource source in FactCatalogs.Default.Sources)
        {
            Assert.Contains("Source " + source.Name, help);
            Assert.All(source.Collections.SelectMany(c => c.Fields).Concat(source.Parent.Fields), f => Assert.Contains(f.Description, help));
        }
    }

    [Fact]
    public void The_examples_of_the_help_load_and_their_tests_pass()
    {
        // Without the hooks of the real source: the example gives all the fields that it needs.
        FactSource real = FactCatalogs.Default.Sources[0];
        FactCatalog catalog = new(new FactSource(real.Name, real.Description, real.Parent, [.. real.Collections]));

        RulePackLoad load = new RulePackReader().Read([new("pack.yml", HelpExamples.Pack), new("overlay.yml", HelpExamples.Overlay)], catalog);

        Assert.Equal("", Load.Render(load.Diagnostics));
        RuleTestResult[] results = RuleSelfTest.Run(load.Packs, catalog).ToArray();
        Assert.Equal(2, results.Length);
        Assert.All(results, r => Assert.True(r.Passed, r.Reason));
    }
}
