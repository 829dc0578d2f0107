using System;
using System.Collections.Generic;
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

    /// <summary>With every setting as shipped.</summary>
    public static EndpointAnalyzer AsShipped { get; } = new(Load(new RuleEngineOptions()));

    /// <summary>With patience: on a loaded machine a healthy peer may need more than a second for its 100.</summary>
    public static EndpointAnalyzer Patient { get; } = new(Load(new RuleEngineOptions { Settings = new Dictionary<string, string> { ["MRS1050.late"] = "5s" } }));

    private static RuleEngine Load(RuleEngineOptions options)
    {
        RulePackFile[] files = [.. Directory.GetFiles(Path.Combine(Root, "src", "rules"), "*.yml").Order(StringComparer.Ordinal)
            .Select(f => new RulePackFile(Path.GetFileName(f), File.ReadAllText(f)))];
        RulePackLoad load = new RulePackReader().Read(files, FactCatalogs.Default);
        return load.HasErrors ? throw new InvalidOperationException("The shipped packs have errors.") : new RuleEngine(load.Packs, FactCatalogs.Default, options);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "MrsDiag.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
