using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Diagnostics;
using MrsDiag.Facts;
using MrsDiag.Rules;

namespace MrsDiag.RulePacks.Tests.Support;

/// <summary>The packs of src/rules, read once.</summary>
internal static class ShippedPacks
{
    /// <summary>What reading them gave.</summary>
    public static RulePackLoad Load { get; } = Read();

    /// <summary>All rules.</summary>
    public static IReadOnlyList<Rule> Rules => Load.Packs.SelectMany(p => p.Rules).ToList();

    /// <summary>Everything wrong with them, as a person reads it.</summary>
    public static string Problems => string.Join("\n", Load.Diagnostics.Select(DiagnosticRenderer.Render));

    /// <summary>The fixtures of one kind.</summary>
    /// <param name="kind">Folder under tests/fixtures.</param>
    /// <returns>Full names.</returns>
    public static IReadOnlyList<string> Fixtures(string kind) =>
        Directory.GetFiles(Path.Combine(Repository.Root, "tests", "fixtures", kind), "*.txt").OrderBy(f => f, StringComparer.Ordinal).ToList();

    private static RulePackLoad Read()
    {
        List<RulePackFile> files = Directory.GetFiles(Path.Combine(Repository.Root, "src", "rules"), "*.yml").OrderBy(f => f, StringComparer.Ordinal)
            .Select(f => new RulePackFile(Path.GetFileName(f), File.ReadAllText(f))).ToList();
        return new RulePackReader().Read(files, FactCatalogs.Default);
    }
}
