using System;
using System.IO;
using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Facts;
using MrsDiag.RulePacks;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Integration.Tests.AffinityTests.Support;

/// <summary>The judgement of what was seen, by the rules of src/rules as they are shipped.</summary>
internal static class AffinityRules
{
    private static readonly AffinityAnalyzer Analyzer = new(Load());

    /// <summary>Judges, and wants that verdict.</summary>
    public static AffinityResult MustBe(this AffinityObservation seen, AffinityVerdict verdict)
    {
        AffinityResult result = Analyzer.Judge(seen);
        Assert.True(verdict == result.Verdict, $"{verdict} expected. {result}\n{seen.Describe()}");
        Assert.NotEmpty(result.Findings);
        return result;
    }

    private static RuleEngine Load()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "MrsDiag.sln"))) root = root.Parent;
        string folder = Path.Combine(root?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository."), "src", "rules");
        RulePackFile[] files = [.. Directory.GetFiles(folder, "*.yml").Order(StringComparer.Ordinal).Select(f => new RulePackFile(Path.GetFileName(f), File.ReadAllText(f)))];
        RulePackLoad load = new RulePackReader().Read(files, FactCatalogs.Default);
        return load.HasErrors ? throw new InvalidOperationException("The shipped packs have errors.") : new RuleEngine(load.Packs, FactCatalogs.Default, new RuleEngineOptions());
    }
}
