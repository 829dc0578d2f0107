using System;
using System.IO;
using System.Linq;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using MrsDiag.RulePacks;
using MrsDiag.Rules;

namespace MrsDiag.Integration.Tests.EndpointTests.Support;

/// <summary>The rules of src/rules, loaded as the programs load them.</summary>
internal static class ShippedRules
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    public static EndpointAnalyzer Analyzer { get; } = new(Load());

    private static RuleEngine Load()
    {
        RulePackFile[] files = [.. Directory.GetFiles(Path.Combine(Root, "src", "rules"), "*.yml").Order(StringComparer.Ordinal)
            .Select(f => new RulePackFile(Path.GetFileName(f), File.ReadAllText(f)))];
        RulePackLoad load = new RulePackReader().Read(files, FactCatalogs.Default);
        return load.HasErrors ? throw new InvalidOperationException("The shipped packs have errors.") : new RuleEngine(load.Packs, FactCatalogs.Default);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
