using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>Nothing hangs, nothing throws, what is left out is told. The limit is far above what a slow machine needs.</summary>
public class HostileInputTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, Func<string>> Hostile = new()
    {
        ["one line of a megabyte"] = () => new string('x', 1_000_000),
        ["a megabyte of arrows"] = () => Repeat("a --> ", 160_000),
        ["a megabyte of bare arrows"] = () => Repeat("-->", 330_000),
        ["a megabyte of dashes"] = () => new string('-', 1_000_000) + ">",
        ["a megabyte of parentheses"] = () => new string('(', 1_000_000),
        ["a megabyte of statuses"] = () => Repeat(": (404) ", 120_000) + "mrsproxy",
        ["a megabyte of single quotes"] = () => "authentication header received from the server was '" + new string('\'', 1_000_000),
        ["a megabyte of double quotes"] = () => "401 (401) negotiate ntlm mrsproxy '" + new string('"', 1_000_000),
        ["a megabyte of colons"] = () => "mrsproxy timed out " + new string(':', 1_000_000),
        ["a megabyte of digits"] = () => "mrsproxy timed out " + new string('1', 1_000_000) + ":00:00",
        ["a megabyte of brackets"] = () => Repeat("12/20/2013 9:24:08 AM [", 45_000),
        ["a megabyte of empty lines"] = () => new string('\n', 1_000_000) + "x",
        ["a hundred thousand properties"] = () => Repeat("Name : value\n", 100_000),
        ["a hundred thousand of one property"] = () => Repeat("StatusDetail : x\n", 60_000),
        ["a megabyte of class names"] = () => Repeat("XException: ", 85_000),
        ["a megabyte of full names"] = () => Repeat("Microsoft.Exchange.", 53_000),
        ["a megabyte of capabilities"] = () => Repeat("( caps:", 140_000),
        ["a megabyte of URLs"] = () => Repeat("https://", 120_000),
        ["a megabyte of tags"] = () => Repeat("<S N=\"Message\">", 66_000),
        ["a megabyte of log joints"] = () => "could not be completed., " + Repeat("., The ", 140_000),
        ["a megabyte of labels"] = () => Repeat("Result : Message : ", 52_000),
        ["a megabyte of wrapped words"] = () => Repeat("abcdefghij\n", 90_000),
        ["lone surrogates"] = () => "\ud800 \udc00 Exception: \ud800",
        ["a megabyte of escapes"] = () => Repeat("\u001b[", 500_000),
        ["a megabyte of XML escapes"] = () => Repeat("_x000", 200_000),
        ["NULs"] = () => "Access\0 is\0 denied." + new string('\0', 100_000),
    };

    // By name: some test hosts choke on the texts themselves.
    public static TheoryData<string> Names() => new(Hostile.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_text_is_read_in_time(string what)
    {
        string text = Hostile[what]();
        Stopwatch watch = Stopwatch.StartNew();
        IReadOnlyList<MoveReport> reports = MoveReportTextReader.Read(text, what, Options);
        foreach (MoveReport report in reports)
            MoveReportFacts.Build(report, Options);
        Assert.NotEmpty(reports);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }

    [Fact]
    public void A_chain_of_thousands_keeps_its_ends_and_the_cut_is_told()
    {
        MoveReport report = ReadText(string.Join(" --> ", Enumerable.Range(0, 5000).Select(i => $"Link {i}.")) + " --> The disk is full.");
        MoveFailure failure = Assert.Single(report.Failures);
        Assert.Equal(64, failure.Chain.Count);
        Assert.Equal(("Link 0.", "The disk is full."), (failure.Chain[0].Message, failure.Chain[^1].Message));
        Assert.Equal("error-text-cut", Assert.Single(report.Notes).Name);
    }

    [Fact]
    public void Inner_exceptions_that_point_at_themselves_end()
    {
        FakeView record = Failure(0, "A", "a");
        record.Add("InnerException", record);
        MoveReport report = Read(Onboarding(Report(null, new object[] { record })));
        Assert.Equal("A", Assert.Single(Assert.Single(report.Failures).Chain).Type);
        Assert.Single(report.Notes, n => n.Name == "error-text-cut");
    }

    [Fact]
    public void Values_of_the_wrong_kind_do_no_harm()
    {
        FakeView view = Onboarding(Report(
            new object?[] { null, 17, "", new FakeView(), new FakeView { { "Message", 5 }, { "CreationTime", "never" }, { "Failure", 3.5 } }, new byte[] { 1 } },
            new object?[] { null, "", 1, new FakeView(), Guid.Empty }));
        foreach (string name in new[] { "Status", "Flags", "SourceVersion", "TotalMailboxSize", "OverallDuration", "QueuedTimestamp", "PercentComplete", "LastFailure", "FailureCode" })
            view.Add(name, new object?[] { null, new FakeView(), 1 });
        MoveReport report = Read(view);
        Assert.NotNull(MoveReportFacts.Build(report, Options));
    }

    [Fact]
    public void Numbers_at_the_edge_do_no_harm()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }, new object[] { Failure(0, "A", "a") }));
        view.Add("OverallDuration", double.MaxValue);
        view.Add("PercentComplete", double.NaN);
        view.Add("TotalMailboxSize", ulong.MaxValue);
        view.Add("QueuedTimestamp", DateTime.MinValue);
        view.Add("StartTimestamp", DateTime.MaxValue);
        MoveReport report = Read(view, new MoveReportOptions { TimeZone = TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(14), "x", "x") });
        Assert.Equal((double)ulong.MaxValue, report.TotalBytes);
        Assert.Equal(DateTime.MinValue, report.Queued!.Value.Utc);
    }

    [Fact]
    public void A_report_of_many_lines_and_failures_is_read_in_linear_time()
    {
        object[] entries = [.. Enumerable.Range(0, 30_000).Select(i => Entry(i, $"Transient error CommunicationErrorTransientException has occurred. The system will retry ({i}/60)."))];
        object[] failures = [.. Enumerable.Range(0, 30_000).Select(i => Failure(i, "CommunicationErrorTransientException", Sequence + i))];
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal(30_000, FactsOf(Read(Onboarding(Report(entries, failures)))).Items("failures").Count);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
    }

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
