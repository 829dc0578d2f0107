using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace MrsDiag.Package.Tests;

public sealed class ManifestTests
{
    [Fact]
    public void The_manifest_exports_every_cmdlet_and_nothing_that_is_not_there() =>
        Assert.Equal(
            ModuleUnderTest.Cmdlets.Keys.Order(StringComparer.Ordinal),
            ((string[])ModuleUnderTest.Manifest["CmdletsToExport"]).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("FunctionsToExport")]
    [InlineData("AliasesToExport")]
    [InlineData("VariablesToExport")]
    public void Nothing_else_is_exported_and_no_wildcard_forces_a_search(string key) => Assert.Empty((string[])ModuleUnderTest.Manifest[key]);

    [Fact]
    public void Files_that_the_manifest_names_are_staged()
    {
        string[] files =
        [
            (string)ModuleUnderTest.Manifest["RootModule"],
            .. (string[])ModuleUnderTest.Manifest["FormatsToProcess"],
            .. (string[])ModuleUnderTest.Manifest["TypesToProcess"],
        ];
        Assert.All(files, f => Assert.True(File.Exists(Repository.PathOf(f)), f));
    }

    [Fact]
    public void The_version_is_one_in_manifest_build_settings_assemblies_and_changelog()
    {
        string? settings = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Equal(settings, ModuleUnderTest.Version);
        Assert.Equal(settings, ModuleUnderTest.Assembly.GetName().Version!.ToString(3));
        Assert.Equal(settings, ModuleUnderTest.Core.GetName().Version!.ToString(3));

        string changelog = File.ReadAllText(Repository.PathOf("CHANGELOG.md"));
        Assert.Equal("v" + settings, Regex.Match(changelog, @"^## (\S+)", RegexOptions.Multiline).Groups[1].Value);
    }

    [Fact]
    public void Both_editions_and_the_oldest_PowerShell_and_framework_are_named()
    {
        Assert.Equal(["Desktop", "Core"], (string[])ModuleUnderTest.Manifest["CompatiblePSEditions"]);
        Assert.Equal("5.1", ModuleUnderTest.Manifest["PowerShellVersion"]);
        Assert.Equal("4.7.2", ModuleUnderTest.Manifest["DotNetFrameworkVersion"]);
    }
}
