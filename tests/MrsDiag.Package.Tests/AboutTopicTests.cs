using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using MrsDiag.Endpoints;
using MrsDiag.MoveReports;
using MrsDiag.Pipeline;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Package.Tests;

/// <summary>The topics in en-US: their form, and that what about_MrsDiag tells by hand is what the source has.</summary>
public sealed class AboutTopicTests
{
    private static readonly string Topic = File.ReadAllText(Repository.PathOf("en-US", "about_MrsDiag.help.txt"));

    private static readonly string[] Names = ["about_MrsDiag", "about_MrsDiag_RulePack", "about_MrsDiag_Rules"];

    public static TheoryData<string> Topics => new(Names);

    [Fact]
    public void The_help_folder_holds_the_topics_and_the_help_of_the_cmdlets() =>
        Assert.Equal(
            Names.Select(t => t + ".help.txt").Append("MrsDiag.dll-Help.xml").Order(StringComparer.Ordinal),
            Directory.GetFiles(Repository.PathOf("en-US")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_is_plain_text_that_fits_eighty_columns(string topic)
    {
        string text = File.ReadAllText(Repository.PathOf("en-US", topic + ".help.txt"));
        Assert.StartsWith($"TOPIC\n    {topic}\n\nSHORT DESCRIPTION\n    ", text, StringComparison.Ordinal);
        Assert.Contains("\n\nLONG DESCRIPTION\n    ", text, StringComparison.Ordinal);
        Assert.Contains("\n\nSEE ALSO\n    ", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        string[] lines = text.Split('\n');
        Assert.All(lines, l => Assert.Matches(@"^(|[ -~]*[!-~])$", l));
        // Addresses and parts of commands are not broken, so that they can be copied.
        Assert.All(lines, l => Assert.True(l.Length <= 80 || Regex.IsMatch(l, @"^ +\S+$"), l));
    }

    [Fact]
    public void Every_error_id_is_explained_and_no_other()
    {
        IEnumerable<string> ids = typeof(Errors).GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(m => m.IsAssembly).Select(m => m.Name).Where(n => n != nameof(Errors.InputNotJudged))
            .Concat(new[] { typeof(MoveReportException), typeof(EndpointInputException) }
                .SelectMany(t => t.GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)))
            .Concat(Enum.GetNames<ClixmlFault>())
            .Concat(InSource(@"(?:Failed|new InputProblem|new InputFileException|new EndpointInputException)\(\s*""(\w+)"""))
            // Files are opened before they are read as CLIXML, and what keeps them shut has the ids of InputFile.
            .Except([nameof(ClixmlFault.NotFound), nameof(ClixmlFault.Directory), nameof(ClixmlFault.InUse)]);
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), Terms("ERROR IDS").SelectMany(t => t.Split(", ")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_finding_about_the_input_is_explained_and_no_other() =>
        Assert.Equal(
            InSource(@"""(MRS0\d{3})""").Distinct().Order(StringComparer.Ordinal),
            Terms("FINDINGS ABOUT THE INPUT").Where(t => t.StartsWith("MRS", StringComparison.Ordinal)).Select(t => t[..7]).Order(StringComparer.Ordinal));

    [Fact]
    public void Findings_about_the_input_have_the_names_that_the_topic_gives() =>
        Assert.All(
            Terms("FINDINGS ABOUT THE INPUT").Where(t => t.StartsWith("MRS", StringComparison.Ordinal)),
            t => Assert.Contains(t[8..], InSource(@"""([a-z]+(?:-[a-z]+)+)""")));

    [Fact]
    public void Every_property_of_a_finding_is_explained()
    {
        string chapter = Chapter("READING A FINDING");
        Assert.All(typeof(Finding).GetProperties().Where(p => p.Name != nameof(Finding.Title)), p => Assert.Matches($@"\b{p.Name}\b", chapter));
        Assert.All(Enum.GetNames<Severity>().Concat(Enum.GetNames<Confidence>()).Concat(Enum.GetNames<FindingOwner>()), w => Assert.Matches($@"\b{w}\b", chapter));
    }

    [Fact]
    public void Every_option_of_the_program_is_named_and_no_other() =>
        Assert.Equal(
            InSource(@"""(--[a-z-]+)""").Distinct().Order(StringComparer.Ordinal),
            Regex.Matches(Chapter("THE PROGRAM MRSDIAG"), @"--[a-z]+(?:-[a-z]+)*").Select(m => m.Value).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_cmdlet_is_named() => Assert.All(ModuleUnderTest.Cmdlets.Keys, c => Assert.Matches($@"(?m)^    {c}$", Chapter("SEE ALSO")));

    private static string Chapter(string title) => Regex.Match(Topic, $@"(?ms)^{title}\n(.*?)(?=^\S|\z)").Groups[1].Value;

    // The lines of a chapter that stand at its margin and have an explanation below them.
    private static IEnumerable<string> Terms(string chapter) => Regex.Matches(Chapter(chapter), @"(?m)^ {4}(\S.*)\n {8}\S").Select(m => m.Groups[1].Value);

    private static IEnumerable<string> InSource(string pattern) =>
        Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar).Contains("obj"))
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), pattern).Select(m => m.Groups[1].Value));
}
