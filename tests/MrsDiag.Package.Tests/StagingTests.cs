using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MrsDiag.Package.Tests;

public sealed class StagingTests
{
    [Fact]
    public void Bin_holds_what_ships_and_nothing_else()
    {
        string rules = Repository.PathOf("src", "rules");
        string[] expected =
        [
            "MrsDiag.Core.dll", "MrsDiag.Core.pdb", "MrsDiag.Format.ps1xml", "MrsDiag.Types.ps1xml", "MrsDiag.dll", "MrsDiag.pdb",
            "private/MrsDiag.RulePacks.dll", "private/MrsDiag.RulePacks.pdb", "private/YamlDotNet.dll",
            .. Names(rules, "*.yml").Select(n => "rules/" + n),
            .. Names(Path.Combine(rules, "schema"), "*.json").Select(n => "rules/schema/" + n),
        ];
        string bin = Repository.PathOf("bin");
        string[] present = Directory.GetFiles(bin, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(bin, f).Replace('\\', '/')).ToArray();
        Assert.Equal(expected.Order(StringComparer.Ordinal), present.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Staged_rule_packs_are_those_of_the_source() =>
        Assert.All(
            Names(Repository.PathOf("src", "rules"), "*.yml"),
            n => Assert.Equal(File.ReadAllText(Repository.PathOf("src", "rules", n)), File.ReadAllText(Repository.PathOf("bin", "rules", n))));

    private static string[] Names(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, pattern).Select(f => Path.GetFileName(f)).ToArray() : [];
}
