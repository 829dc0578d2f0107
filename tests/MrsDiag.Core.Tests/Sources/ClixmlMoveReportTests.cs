using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MrsDiag.Core.Tests.Fixtures;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Fixtures.MoveReports;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

/// <summary>Whole move reports: what was written is read, whichever way it was written.</summary>
public class ClixmlMoveReportTests
{
    public static IEnumerable<object[]> Files => Directory.GetFiles(FixtureFolder.MoveReports, "*.clixml").Select(f => new object[] { Path.GetFileName(f) });

    public static IEnumerable<object[]> Shapes =>
    [
        [ExportLayout.Pipeline, true, Encoding.Unicode],
        [ExportLayout.Array, false, Clixml.Utf8],
        [ExportLayout.Array, true, Encoding.BigEndianUnicode],
        [ExportLayout.Pipeline, false, Encoding.UTF8],
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_line_and_failure_that_was_written_is_read(ExportLayout layout, bool isDeserialized, Encoding encoding)
    {
        MoveReportFixtureOptions options = new()
        {
            Scenarios = (MoveScenario[])typeof(MoveScenario).GetEnumValues(),
            Mailboxes = 40,
            Entries = 60,
            Failures = 12,
            FailureDepth = 3,
            Layout = layout,
            IsDeserialized = isDeserialized,
            Encoding = encoding,
        };

        ClixmlResult result = Clixml.Read(MoveReportFixture.ToBytes(options), ClixmlReaderOptions.MoveReport);

        Assert.Empty(result.Problems);
        Assert.Equal(40, result.Values.Count);
        foreach ((SampleMove move, object? read) in MoveReportFixture.Moves(options).Zip(result.Values, (m, v) => (m, v)))
            AssertSame(move, read);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_committed_file_is_read_without_a_problem(string file)
    {
        ClixmlResult whole = Clixml.Read(File.ReadAllBytes(FixtureFolder.MoveReport(file)));
        ClixmlResult lean = Clixml.Read(File.ReadAllBytes(FixtureFolder.MoveReport(file)), ClixmlReaderOptions.MoveReport);

        Assert.Empty(whole.Problems);
        Assert.Empty(lean.Problems);
        Assert.NotEmpty(whole.Values);
        Assert.Equal(whole.Values.Count, lean.Values.Count);
    }

    [Theory]
    [InlineData("exported-rich.clixml")]
    [InlineData("exported-deserialized.clixml")]
    public void The_generator_and_the_real_export_say_the_same(string exported)
    {
        ClixmlNode generated = Read("affinity-lost-2010.clixml");
        ClixmlNode real = Read(exported);

        Assert.Equal(generated.PropertyNames, real.PropertyNames);
        Assert.Equal(Flatten(generated.Get("Report")), Flatten(real.Get("Report")));
        Assert.True(Flatten(real.Get("Report")).Count > 500);
    }

    [Fact]
    public void The_same_failure_under_its_line_and_in_the_list_is_one_object()
    {
        foreach (string file in new[] { "affinity-lost-2010.clixml", "exported-rich.clixml" })
        {
            object? report = Read(file).Get("Report");
            ClixmlList failures = (ClixmlList)report.Get("Failures")!;
            List<object?> ofEntries = ((ClixmlList)report.Get("Entries")!).Select(e => e.Get("Failure")).Where(f => f is not null).ToList();

            Assert.Equal(6, failures.Count);
            Assert.Equal(failures.Count, ofEntries.Count);
            Assert.All(failures.Zip(ofEntries, (a, b) => (a, b)), pair => Assert.Same(pair.a, pair.b));
        }
    }

    private static ClixmlNode Read(string file) => Clixml.Read(File.ReadAllBytes(FixtureFolder.MoveReport(file))).Node;

    private static void AssertSame(SampleMove move, object? read)
    {
        Assert.Equal(move.Alias, read.Get("Alias"));
        Assert.Equal(move.MailboxGuid, read.Get("ExchangeGuid"));
        Assert.Equal(move.Status, ((ClixmlNode)read.Get("Status")!).Text);
        Assert.Equal(move.Queued, read.Get("QueuedTimestamp"));
        ClixmlList entries = (ClixmlList)read.Get("Report").Get("Entries")!;
        Assert.Equal(move.Entries.Select(e => (e.Time, e.Server, e.Message)), entries.Select(e => ((DateTime)e.Get("CreationTime")!, (string)e.Get("ServerName")!, (string)e.Get("Message")!)));
        ClixmlList failures = (ClixmlList)read.Get("Report").Get("Failures")!;
        Assert.Equal(move.Failures.Select(Chain), failures.Select(Chain));
        Assert.All(failures, f => Assert.False(f.Has("StackTrace")));
    }

    private static string Chain(SampleFailure? failure) => failure is null ? "" : failure.Type + ": " + failure.Message + "|" + Chain(failure.Inner);

    private static string Chain(object? failure) =>
        failure is null ? "" : failure.Get("FailureType") + ": " + failure.Get("Message") + "|" + Chain(failure.Get("InnerException"));

    // All values below an object with their paths. Stand-ins have other numbers behind their enum names.
    private static List<string> Flatten(object? value, string path = "")
    {
        switch (value)
        {
            case ClixmlList list:
                return list.SelectMany((item, i) => Flatten(item, $"{path}[{i}]")).ToList();
            case ClixmlNode node:
                List<string> names = node.PropertyNames.Where(n => n is not "value").ToList();
                string own = node.TypeNames[0].Substring(node.TypeNames[0].LastIndexOf('.') + 1);
                // What has only a text may have become that text on its second way through the serializer.
                return names.Count == 0 ? [path + " = " + node.Text] : [$"{path} {own} {node.Text}", .. names.SelectMany(n => Flatten(node.Get(n), path + "." + n))];
            case byte[] bytes:
                return [path + " = " + Convert.ToBase64String(bytes)];
            default:
                return [path + " = " + value];
        }
    }
}
