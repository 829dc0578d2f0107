using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Xunit;

namespace MrsDiag.Package.Tests;

public sealed class HelpTests
{
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly string HelpFile = Repository.PathOf("en-US", "MrsDiag.dll-Help.xml");

    [SkippableFact]
    public void Every_cmdlet_has_help_and_all_help_has_a_cmdlet() =>
        Assert.Equal(ModuleUnderTest.Cmdlets.Keys.Order(StringComparer.Ordinal), Commands().Keys.Order(StringComparer.Ordinal));

    [SkippableFact]
    public void Every_cmdlet_has_a_synopsis_a_description_and_an_example()
    {
        foreach ((string name, XElement help) in Commands())
        {
            Assert.True(HasText(help.Element(Command + "details")?.Element(Maml + "description")), name + " has no synopsis");
            Assert.True(HasText(help.Element(Maml + "description")), name + " has no description");
            Assert.True(help.Element(Command + "examples")?.Elements(Command + "example").Any() == true, name + " has no example");
        }
    }

    [SkippableFact]
    public void Every_parameter_is_described_and_no_other()
    {
        foreach ((string name, XElement help) in Commands().Where(c => ModuleUnderTest.Cmdlets.ContainsKey(c.Key)))
        {
            XElement[] described = help.Element(Command + "parameters")?.Elements(Command + "parameter").ToArray() ?? [];
            Assert.Equal(
                ModuleUnderTest.ParametersOf(ModuleUnderTest.Cmdlets[name]).Select(p => name + " -" + p.Name).Order(StringComparer.Ordinal),
                described.Select(d => name + " -" + d.Element(Maml + "name")?.Value.Trim()).Order(StringComparer.Ordinal));
            Assert.All(described, d => Assert.True(HasText(d.Element(Maml + "description")), $"{name} -{d.Element(Maml + "name")?.Value} is not described"));
        }
    }

    private static Dictionary<string, XElement> Commands()
    {
        Skip.IfNot(File.Exists(HelpFile), "There is no en-US/MrsDiag.dll-Help.xml yet.");
        return XDocument.Load(HelpFile).Descendants(Command + "command")
            .ToDictionary(c => c.Element(Command + "details")!.Element(Command + "name")!.Value.Trim());
    }

    private static bool HasText(XElement? element) => !string.IsNullOrWhiteSpace(element?.Value);
}
