using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using MrsDiag.Rules;
using Xunit;

namespace MrsDiag.Core.Tests.MoveReports;

public class AnalyzerTests
{
    private const string Report = """
        5/1/2024 9:58:00 AM [AM6PR01MB111] Request processing started.
        5/1/2024 9:59:00 AM [AM6PR01MB111] Stage: CopyingMessages. Percent complete: 30.
        5/1/2024 10:00:00 AM [AM6PR01MB111] Relinquishing job because the mailbox is locked. The job will attempt to continue again after 5/1/2024 10:05:00 AM.
        """;

    private static MoveReportAnalyzer Analyzer(params Rule[] rules) =>
        new(new RuleEngine([new RulePack { Name = "test", Version = "1.0.0", Rules = rules }], FactCatalogs.Default), new MoveReportOptions());

    private static readonly Rule Locked = new()
    {
        Id = "MRS9001",
        Name = "locked",
        Title = "Locked",
        Pack = "test",
        PackVersion = "1.0.0",
        Sources = ["move-report"],
        Select = "entries",
        Severity = Severity.Warning,
        Where = new LeafCondition(new FieldReference(FieldScope.Item, "message"), Operator.Contains, "mailbox is locked"),
        Message = "locked {count}",
    };

    private static IReadOnlyList<MoveReportResult> Judge(byte[] bytes, params Rule[] rules)
    {
        using MemoryStream stream = new(bytes);
        return Analyzer(rules).AnalyzeStream(stream, "sample.txt").ToList();
    }

    [Fact]
    public void A_report_without_need_for_action_gets_its_one_line()
    {
        MoveReportResult result = Assert.Single(Judge(Encoding.UTF8.GetBytes(Report)));
        Finding line = Assert.Single(result.Findings, f => f.RuleId == BuiltInFindings.NothingNeedsActionId);
        Assert.Equal("3 entries, 0 failures, last progress 2024-05-01 09:59 UTC: nothing that needs action.", line.Message);
    }

    [Fact]
    public void A_warning_takes_the_place_of_that_line()
    {
        MoveReportResult result = Assert.Single(Judge(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Report)).ToArray(), Locked));
        Assert.Contains(result.Findings, f => f.RuleId == "MRS9001" && f.Message == "locked 1");
        Assert.DoesNotContain(result.Findings, f => f.RuleId == BuiltInFindings.NothingNeedsActionId);
    }

    [Fact]
    public void A_failed_request_without_a_reason_is_never_called_healthy()
    {
        string failed = "Status : Failed\nStatusDetail : FailedOther\nReport : " + Report;
        MoveReportResult result = Assert.Single(Judge(Encoding.UTF8.GetBytes(failed)));
        Finding line = Assert.Single(result.Findings, f => f.RuleId == BuiltInFindings.FailedWithoutReasonId);
        Assert.Equal(Severity.Warning, line.Severity);
        Assert.Contains("status Failed", line.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Findings, f => f.RuleId == BuiltInFindings.NothingNeedsActionId);
    }

    [Theory]
    [InlineData("", "InputEmpty")]
    [InlineData("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"></Objs>", "InputEmpty")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><Objs></Objs>", "DocumentType")]
    [InlineData("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><I32>7</I32></Objs>", "NotAMoveReport")]
    public void What_cannot_be_judged_is_one_problem_with_its_name(string text, string code)
    {
        MoveReportResult result = Assert.Single(Judge(Encoding.UTF8.GetBytes(text)));
        Assert.Empty(result.Findings);
        Assert.Equal(code, result.Problem?.Code);
        Assert.Contains("sample.txt", result.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_told()
    {
        string missing = Path.Combine(Path.GetTempPath(), "no-such-file-" + Guid.NewGuid().ToString("N"));
        Assert.Equal("FileNotFound", Assert.Single(Analyzer().AnalyzeFile(missing)).Problem?.Code);
        Assert.Equal("IsDirectory", Assert.Single(Analyzer().AnalyzeFile(Path.GetTempPath())).Problem?.Code);
    }

    [Fact]
    public void A_stopped_caller_is_obeyed()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(Report));
        Assert.ThrowsAny<OperationCanceledException>(() => Analyzer(Locked).AnalyzeStream(stream, "x", source.Token).ToList());
    }
}
