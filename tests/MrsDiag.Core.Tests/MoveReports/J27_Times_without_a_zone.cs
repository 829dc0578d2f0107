using System;
using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J27_Times_without_a_zone
{
    private static readonly TimeZoneInfo India = TimeZoneInfo.CreateCustomTimeZone("India", TimeSpan.FromMinutes(330), "India", "India");

    [Fact]
    public void They_are_read_in_the_zone_that_the_caller_named_and_the_finding_says_so()
    {
        MoveReport report = ReadText("5/13/2024 9:24:08 AM [EX01] x", new MoveReportOptions { TimeZone = India });
        Assert.Equal(new ReportTime(new DateTime(2024, 5, 13, 3, 54, 8, DateTimeKind.Utc), TimeOrigin.Unknown), report.Entries.Single().At);
        Assert.Contains("India", Assert.Single(report.Notes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_named_zone_they_are_UTC_and_the_finding_says_so()
    {
        Finding note = Assert.Single(ReadText("5/13/2024 9:24:08 AM [EX01] x").Notes);
        Assert.Equal(("times-without-zone", Severity.Information), (note.Name, note.Severity));
        Assert.Contains("read as UTC", note.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-05-13T09:24:08Z [EX01] x", 9, TimeOrigin.Utc)]
    [InlineData("2024-05-13 09:24:08 UTC [EX01] x", 9, TimeOrigin.Utc)]
    [InlineData("2024-05-13T09:24:08+02:00 [EX01] x", 7, TimeOrigin.Offset)]
    [InlineData("5/13/2024 9:24:08 AM -07:00 [EX01] x", 16, TimeOrigin.Offset)]
    public void A_stated_zone_wins_and_needs_no_note(string line, int hour, TimeOrigin origin)
    {
        MoveReport report = ReadText(line, new MoveReportOptions { TimeZone = India });
        Assert.Equal(new ReportTime(new DateTime(2024, 5, 13, hour, 24, 8, DateTimeKind.Utc), origin), report.Entries.Single().At);
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void Objects_keep_their_kind()
    {
        FakeView local = Entry(0, "local");
        local.Add("CreationTime", Start.ToLocalTime());
        FakeView bare = Entry(0, "bare");
        bare.Add("CreationTime", DateTime.SpecifyKind(Start, DateTimeKind.Unspecified));
        FakeView offset = Entry(0, "offset");
        offset.Add("CreationTime", new DateTimeOffset(Start).ToOffset(TimeSpan.FromHours(5)));
        MoveReport report = Read(Onboarding(Report(new object[] { Entry(0, "utc"), local, bare })), new MoveReportOptions { TimeZone = India });
        Assert.Equal([new(Start, TimeOrigin.Utc), new(Start, TimeOrigin.Offset), new(Start.AddMinutes(-330), TimeOrigin.Unknown)], report.Entries.Select(e => e.At!.Value));
        Assert.Equal("times-without-zone", Assert.Single(report.Notes).Name);
    }

    [Fact]
    public void An_hour_that_the_zone_skips_in_spring_is_read_all_the_same()
    {
        TimeZoneInfo.AdjustmentRule rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date, DateTime.MaxValue.Date, TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 2, 0, 0), 3, 31),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 10, 27));
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("Spring", TimeSpan.FromHours(1), "Spring", "Spring", "Spring", [rule]);
        MoveReport report = ReadText("3/31/2024 2:30:00 AM [EX01] x", new MoveReportOptions { TimeZone = zone });
        Assert.Equal(new DateTime(2024, 3, 31, 1, 30, 0, DateTimeKind.Utc), report.Entries.Single().At!.Value.Utc);
    }
}
