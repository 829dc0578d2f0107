using System;
using System.IO;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.RulePacks;
using MrsDiag.Rules;

namespace MrsDiag.Benchmarks.Inputs;

/// <summary>The rule packs that come with the module.</summary>
internal static class ShippedRules
{
    private static readonly Lazy<RulePackLoad> Shipped = new(Read);

    public static RulePackLoad Load => Shipped.Value;

    /// <summary>An analyzer with these rules, and others beside them.</summary>
    public static MoveReportAnalyzer Analyzer(params RulePack[] others) =>
        new(new RuleEngine([.. Load.Packs, .. others], FactCatalogs.Default), new MoveReportOptions());

    private static RulePackLoad Read()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "rules");
        RulePackLoad load = new RulePackReader().Read(RulePackFolder.Files(folder).Select(RulePackFolder.Read).ToArray(), FactCatalogs.Default);
        return load.HasErrors || load.Packs.Count == 0
            ? throw new InvalidOperationException("The shipped rule packs could not be read: " + string.Join("; ", load.Diagnostics))
            : load;
    }
}
