using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Fixtures.MoveReports;
using Xunit;

namespace MrsDiag.Core.Tests.Fixtures;

public class SampleFilesTests
{
    private const int LargestFile = 300 * 1024;

    public static IEnumerable<object[]> Names => SampleFiles.All.Keys.Select(name => new object[] { name });

    [Theory]
    [MemberData(nameof(Names))]
    public void A_committed_sample_is_what_the_generator_writes(string name)
    {
        byte[] expected = MoveReportFixture.ToBytes(SampleFiles.All[name]);
        string path = FixtureFolder.MoveReport(name);
        if (Environment.GetEnvironmentVariable("MRSDIAG_WRITE_FIXTURES") == "1")
            File.WriteAllBytes(path, expected);
        Assert.InRange(expected.Length, 1, LargestFile);
        Assert.True(expected.SequenceEqual(File.ReadAllBytes(path)), name + " differs; write it anew with MRSDIAG_WRITE_FIXTURES=1 and look at the change.");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_gives_others()
    {
        MoveReportFixtureOptions options = new() { Mailboxes = 3, Scenarios = [MoveScenario.Healthy, MoveScenario.AffinityLost2010], Seed = 4 };

        byte[] once = MoveReportFixture.ToBytes(options);

        Assert.Equal(once, MoveReportFixture.ToBytes(options));
        Assert.NotEqual(once, MoveReportFixture.ToBytes(options with { Seed = 5 }));
    }

    [Fact]
    public void A_report_is_as_long_as_asked_for_and_every_scenario_has_a_timeline()
    {
        foreach (MoveScenario scenario in typeof(MoveScenario).GetEnumValues())
        {
            SampleMove move = MoveReportFixture.Moves(new() { Scenarios = [scenario], Entries = 90, Failures = 20, FailureDepth = 4 }).Single();

            Assert.True(move.Entries.Count >= 90, scenario.ToString());
            Assert.Equal(move.Entries.OrderBy(e => e.Time).Select(e => e.Message), move.Entries.Select(e => e.Message));
            Assert.All(move.Failures, f => Assert.True(Depth(f) >= 4));
            Assert.Equal(move.Failures, move.Entries.Where(e => e.Failure is not null).Select(e => e.Failure!));
        }
    }

    private static int Depth(SampleFailure? failure) => failure is null ? -1 : 1 + Depth(failure.Inner);
}
