using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;
using MrsDiag.Fixtures.MoveReports;
using MrsDiag.MoveReports;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>Files are read on one thread and judged on another; nobody must notice.</summary>
public sealed class AnalyzerFileTests : IDisposable
{
    private static readonly MoveReportFixtureOptions Options = new() { Mailboxes = 60, Entries = 50 };

    private readonly string _file = Path.Combine(Path.GetTempPath(), "mrsdiag-" + Guid.NewGuid().ToString("N") + ".clixml");
    private readonly MoveReportAnalyzer _analyzer = new(new RuleEngine([], FactCatalogs.Default), new MoveReportOptions());

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Results_come_in_the_order_of_the_file()
    {
        File.WriteAllBytes(_file, MoveReportFixture.ToBytes(Options));
        Assert.Equal(MoveReportFixture.Moves(Options).Select(m => m.DisplayName), _analyzer.AnalyzeFile(_file).Select(r => r.Subject));
    }

    [Fact]
    public void A_reader_that_has_enough_leaves_the_file_free()
    {
        File.WriteAllBytes(_file, MoveReportFixture.ToBytes(Options));
        Assert.Equal(2, _analyzer.AnalyzeFile(_file).Take(2).Count());
        using FileStream alone = new(_file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(alone.Length > 0);
    }

    [Fact]
    public void Stopping_between_two_mailboxes_ends_it_there()
    {
        File.WriteAllBytes(_file, MoveReportFixture.ToBytes(Options));
        using CancellationTokenSource source = new();
        List<string> seen = [];
        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (MoveReportResult result in _analyzer.AnalyzeFile(_file, source.Token))
            {
                seen.Add(result.Subject);
                source.Cancel();
            }
        });
        Assert.Single(seen);
    }

    [Fact]
    public void What_is_lost_in_the_last_mailbox_is_told_there_and_only_there()
    {
        byte[] whole = MoveReportFixture.ToBytes(Options);
        File.WriteAllBytes(_file, whole.Take(whole.Length - 2000).ToArray());
        List<MoveReportResult> results = _analyzer.AnalyzeFile(_file).ToList();
        Assert.Equal(Options.Mailboxes, results.Count);
        Assert.All(results, r => Assert.Null(r.Problem));
        Assert.Equal([Options.Mailboxes - 1], results.Select((r, i) => (r, i)).Where(p => p.r.Findings.Any(f => f.RuleId == BuiltInFindings.InputDamagedId)).Select(p => p.i));
    }
}
