using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using MrsDiag.Package.Tests.Help;
using Xunit;

namespace MrsDiag.Package.Tests;

/// <summary>What is committed in en-US, held against the cmdlets both ways.</summary>
public sealed class HelpTests
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly string[] HelpFile = ["en-US", "MrsDiag.dll-Help.xml"];
    private static readonly string[] Shells = ["any PowerShell", "Exchange Online PowerShell", "Exchange Management Shell"];

    [Fact]
    public void The_committed_help_is_what_its_sources_give() =>
        Repository.AssertCommitted(MamlWriter.Write(CmdletHelp.ReadAll()), HelpFile);

    [Fact]
    public void Every_cmdlet_has_help_and_all_help_has_a_cmdlet() =>
        Assert.Equal(ModuleUnderTest.Cmdlets.Keys.Order(StringComparer.Ordinal), Commands().Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_cmdlet_has_a_synopsis_a_description_notes_and_links()
    {
        foreach ((string name, XElement help) in Commands())
        {
            Assert.True(HasText(help.Element(Command + "details")?.Element(Maml + "description")), name + " has no synopsis");
            Assert.True(HasText(help.Element(Maml + "description")), name + " has no description");
            Assert.True(HasText(help.Element(Maml + "alertSet")), name + " has no notes");
            Assert.True(HasText(help.Element(Command + "inputTypes")), name + " does not say what it takes");
            Assert.NotEmpty(help.Element(Command + "relatedLinks")!.Elements());
        }
    }

    [Fact]
    public void Every_parameter_is_described_and_no_other()
    {
        foreach ((string name, XElement help) in Commands())
        {
            XElement[] described = help.Element(Command + "parameters")!.Elements(Command + "parameter").ToArray();
            Assert.Equal(
                ModuleUnderTest.ParametersOf(ModuleUnderTest.Cmdlets[name]).Select(p => name + " -" + p.Name).Order(StringComparer.Ordinal),
                described.Select(d => name + " -" + d.Element(Maml + "name")?.Value.Trim()).Order(StringComparer.Ordinal));
            Assert.All(described, d => Assert.True(HasText(d.Element(Maml + "description")), $"{name} -{d.Element(Maml + "name")?.Value} is not described"));
            Assert.All(described, d => Assert.True(HasText(d.Element(Dev + "defaultValue")), $"{name} -{d.Element(Maml + "name")?.Value} has no default"));
        }
    }

    [Fact]
    public void The_outputs_are_those_that_the_cmdlet_declares()
    {
        foreach ((string name, XElement help) in Commands())
            Assert.Equal(
                ModuleUnderTest.OutputsOf(ModuleUnderTest.Cmdlets[name]).Select(t => t.FullName),
                help.Descendants(Command + "returnValue").Select(r => r.Element(Dev + "type")!.Element(Maml + "name")!.Value));
    }

    [Theory]
    [InlineData("Get-MoveReportFinding", 4)]
    [InlineData("Get-MrsDiagRule", 2)]
    [InlineData("Test-LoadBalancerAffinity", 10)]
    [InlineData("Test-MrsDiagRulePack", 2)]
    [InlineData("Test-MrsProxyEndpoint", 12)]
    public void Examples_name_their_shell_and_show_what_one_sees(string name, int atLeast)
    {
        CmdletHelp cmdlet = CmdletHelp.ReadAll().Single(c => c.Name == name);
        Assert.True(cmdlet.Source.Examples.Count >= atLeast);
        foreach (HelpExample example in cmdlet.Source.Examples)
        {
            string place = example.Title[(example.Title.LastIndexOf('(') + 1)..].TrimEnd(')');
            Assert.True(Shells.Any(place.Contains), example.Title + " does not end with its shell");
            Assert.Contains(name, example.Code, StringComparison.Ordinal);
            HelpLines[] shown = example.Remarks.OfType<HelpLines>().ToArray();
            Assert.Equal("text", Assert.Single(shown).Language);
            // Get-Help indents by four, so that this fits 100 columns.
            Assert.All($"{example.Code}\n{shown[0].Text}\n---- Example 1: {example.Title} ----".Split('\n'), l => Assert.InRange(l.Length, 0, 96));
        }
    }

    [Fact]
    public void Links_lead_to_topics_and_commands_that_are_there_or_to_the_web()
    {
        string[] topics = Directory.GetFiles(Repository.PathOf("en-US"), "*.help.txt").Select(f => Path.GetFileName(f).Split('.')[0]).ToArray();
        IEnumerable<HelpLink> links = CmdletHelp.ReadAll().SelectMany(c => c.Source.Links);
        Assert.All(links, l => Assert.True(l.Address.Length > 0 || topics.Contains(l.Text) || ModuleUnderTest.Cmdlets.ContainsKey(l.Text), l.Text));
    }

    private static Dictionary<string, XElement> Commands() => XDocument.Load(Repository.PathOf(HelpFile)).Descendants(Command + "command")
        .ToDictionary(c => c.Element(Command + "details")!.Element(Command + "name")!.Value.Trim());

    private static bool HasText(XElement? element) => !string.IsNullOrWhiteSpace(element?.Value);
}
