using System;
using System.Globalization;
using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class DayMonthOrderTests
{
    private static MoveReport Dates(string? culture, params string[] dates) => ReadText(
        string.Join("\n", dates.Select(d => $"{d} [EX01] x")), new MoveReportOptions { Culture = culture is null ? null : CultureInfo.GetCultureInfo(culture) });

    private static string Days(MoveReport report) => string.Join(" ", report.Entries.Select(e => e.At!.Value.Utc.ToString("MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("en-GB", "05-06 05-13", "5/6/2024 1:00:00", "5/13/2024 1:00:00")]
    [InlineData("en-US", "06-05 06-13", "5/6/2024 1:00:00", "13/6/2024 1:00:00")]
    public void A_number_above_twelve_anywhere_decides_against_any_culture(string culture, string expected, params string[] dates)
    {
        MoveReport report = Dates(culture, dates);
        Assert.Equal(expected, Days(report));
        Assert.DoesNotContain(report.Notes, n => n.Name == "dates-ambiguous");
    }

    [Fact]
    public void A_property_above_it_decides_too()
    {
        MoveReport report = ReadText("QueuedTimestamp : 25/05/2024 1:00:00\nStatusDetail    : x\nReport          : 5/6/2024 1:00:00 [EX01] x");
        Assert.Equal("06-05", Days(report));
        Assert.Equal(new DateTime(2024, 5, 25, 1, 0, 0), report.Queued!.Value.Utc);
    }

    [Theory]
    // 9 May, 10 May, 11 May run forward in both orders; 12 May to 1 June only with the day first.
    [InlineData("05-12 06-01", "12/5/2024 1:00:00", "1/6/2024 1:00:00")]
    [InlineData("05-12 06-01", "5/12/2024 1:00:00", "6/1/2024 1:00:00")]
    public void Lines_run_forward_in_time_in_one_order_only(string expected, params string[] dates)
    {
        MoveReport report = Dates(null, dates);
        Assert.Equal(expected, Days(report));
        Assert.DoesNotContain(report.Notes, n => n.Name == "dates-ambiguous");
    }

    [Theory]
    [InlineData("en-GB", "06-05 06-06")]
    [InlineData("de-DE", "06-05 06-06")]
    [InlineData("en-US", "05-06 06-06")]
    public void The_caller_s_culture_decides_where_the_text_does_not(string culture, string expected)
    {
        MoveReport report = Dates(culture, "5/6/2024 1:00:00", "6/6/2024 1:00:00");
        Assert.Equal(expected, Days(report));
        Assert.DoesNotContain(report.Notes, n => n.Name == "dates-ambiguous");
    }

    [Fact]
    public void Where_nothing_decides_the_month_is_first_and_a_note_says_so()
    {
        MoveReport report = Dates(null, "5/6/2024 1:00:00", "5/7/2024 1:00:00");
        Assert.Equal("05-06 05-07", Days(report));
        Assert.Single(report.Notes, n => n.Name == "dates-ambiguous");
    }

    [Theory]
    [InlineData("6/6/2024 1:00:00")]
    [InlineData("06.05.2024 01:00:00")]
    [InlineData("2024-05-06 01:00:00")]
    [InlineData("2024/05/06 1:00:00")]
    public void Dates_that_read_alike_or_say_their_order_are_not_ambiguous(string date) =>
        Assert.DoesNotContain(Dates(null, date).Notes, n => n.Name == "dates-ambiguous");

    [Fact]
    public void Two_mailboxes_share_the_order_but_not_the_sequence()
    {
        var reports = MoveReportTextReader.Read("""
            5/6/2024 1:00:00 [EX01] 'contoso.com/Admin' created move request.
            5/7/2024 1:00:00 [EX01] x
            2/13/2024 1:00:00 [EX01] 'contoso.com/Admin' created move request.
            """, "", Options);
        Assert.Equal(["05-06 05-07", "02-13"], reports.Select(Days));
    }
}
