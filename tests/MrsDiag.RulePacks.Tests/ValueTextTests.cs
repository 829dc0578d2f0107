using System;
using System.Globalization;
using System.Threading;
using MrsDiag.RulePacks.Binding;
using MrsDiag.RulePacks.Reporting;
using MrsDiag.RulePacks.Schema;
using MrsDiag.RulePacks.Tests.Support;
using Xunit;

namespace MrsDiag.RulePacks.Tests;

public class ValueTextTests
{
    [Theory]
    [InlineData("2024-05-01", "2024-05-01T00:00:00")]
    [InlineData("2024-05-01T10:00", "2024-05-01T10:00:00")]
    [InlineData("2024-05-01 10:00:30", "2024-05-01T10:00:30")]
    [InlineData("2024-05-01T10:00:00Z", "2024-05-01T10:00:00")]
    [InlineData("2024-05-01T10:00:00.5Z", "2024-05-01T10:00:00.5")]
    [InlineData("2024-05-01T10:00:00+02:00", "2024-05-01T08:00:00")]
    [InlineData("2024-05-01T00:30-01:30", "2024-05-01T02:00:00")]
    public void Times_are_utc_unless_they_carry_an_offset(string text, string utc)
    {
        DateTime time = ValueText.Time(text)!.Value;

        Assert.True(ScalarCheck.FitsForm(text, CommonShapes.Time));
        Assert.Equal(DateTime.Parse(utc, CultureInfo.InvariantCulture), time);
        Assert.Equal(DateTimeKind.Utc, time.Kind);
    }

    [Theory]
    [InlineData("2024-02-30")]
    [InlineData("2024-5-1")]
    [InlineData("2024-05-01T25:00")]
    [InlineData("2024-05-01T10:00:00+99:00")]
    [InlineData("01.05.2024")]
    [InlineData("")]
    public void What_is_no_time_is_refused(string text) => Assert.False(ScalarCheck.FitsForm(text, CommonShapes.Time));

    [Theory]
    [InlineData("15", "15.0")]
    [InlineData("15.1", "15.1")]
    [InlineData("15.0.847", "15.0.847")]
    [InlineData("15.0.847.32", "15.0.847.32")]
    public void Versions_have_one_to_four_numbers(string text, string version)
    {
        Assert.Equal(new Version(version), ValueText.Version(text));
        Assert.True(ScalarCheck.FitsForm(text, CommonShapes.Version));
    }

    [Theory]
    [InlineData("15.")]
    [InlineData("15.0.0.0.0")]
    [InlineData("fifteen")]
    [InlineData("-1.0")]
    public void What_is_no_version_is_refused(string text) => Assert.False(ScalarCheck.FitsForm(text, CommonShapes.Version));

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("1h30m", 5400)]
    [InlineData("1d", 86400)]
    [InlineData("1500ms", 1.5)]
    public void Durations_are_numbers_with_units(string text, double seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), ValueText.Duration(text));
        Assert.True(ScalarCheck.FitsForm(text, CommonShapes.Duration));
    }

    [Theory]
    [InlineData("90")]
    [InlineData("1.5h")]
    [InlineData("1 h")]
    [InlineData("1H")]
    [InlineData("-1h")]
    [InlineData("99999999999999999999999999d")]
    [InlineData("h")]
    [InlineData("1h\n")]
    public void What_is_no_duration_is_refused(string text) => Assert.False(ScalarCheck.FitsForm(text, CommonShapes.Duration));

    [Theory]
    [InlineData("severty", "severity")]
    [InlineData("serverity", "severity")]
    [InlineData("hihg", "high")]
    [InlineData("Network", "network")]
    [InlineData("xy", null)]
    [InlineData("entirely-different", null)]
    public void The_nearest_word_is_at_most_two_edits_away(string word, string? nearest) =>
        Assert.Equal(nearest, Suggestion.Nearest(word, ["severity", "high", "network", "ab"]));

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void A_pack_means_the_same_in_every_culture(string culture)
    {
        CultureInfo before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal("", Load.Render(Load.Text(GoodPacks.Full, GoodPacks.AllMeasures, GoodPacks.Overlay).Diagnostics));
            Assert.Contains("Did you mean 'information'?", Load.Render(Load.Text(GoodPacks.Full.Replace("severity: information", "severity: INFORMATION")).Diagnostics));
            Assert.Contains("\"minimum\": 0", RulePackSchema.ToJson(TestCatalog.Create()));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }
}
