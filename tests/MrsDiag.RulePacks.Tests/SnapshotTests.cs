using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.RulePacks.Tests.Support;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

/// <summary>What authors see: the rendered diagnostics of broken packs. Files that differ in a number only are loaded together.</summary>
public class SnapshotTests
{
    private static string Folder => Path.Combine(Repository.Tests, "Broken");

    public static IEnumerable<object[]> Names =>
        Directory.GetFiles(Folder, "*.yml").Select(NameOf).Distinct().OrderBy(n => n, System.StringComparer.Ordinal).Select(n => new object[] { n });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_pack_is_explained_as_recorded(string name)
    {
        (string, string)[] files = Directory.GetFiles(Folder, "*.yml").Where(f => NameOf(f) == name).OrderBy(f => f, System.StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f).Replace("\r\n", "\n"))).ToArray();

        RulePackLoad load = Load.Files(files);

        Assert.True(load.HasErrors);
        Repository.AssertCommitted(Path.Combine(Folder, name + ".txt"), Load.Render(load.Diagnostics));
    }

    [Fact]
    public void There_are_snapshots_of_every_style_of_scalar() =>
        Assert.Superset(
            new HashSet<string> { "placeholders-plain", "placeholders-single-quoted", "placeholders-double-quoted", "placeholders-folded", "placeholders-literal" },
            new HashSet<string>(Names.Select(n => (string)n[0])));

    private static string NameOf(string path) => Path.GetFileName(path).Split('.')[0];
}
