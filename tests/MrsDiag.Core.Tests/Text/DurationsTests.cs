using System;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Text;

public class DurationsTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("45m", 2700)]
    [InlineData("2h", 7200)]
    [InlineData("1d", 86400)]
    [InlineData("1h30m", 5400)]
    [InlineData("0.5h", 1800)]
    public void Written_durations_are_read(string text, double seconds)
    {
        Assert.True(Durations.TryParse(text, out TimeSpan value));
        Assert.Equal(seconds, value.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("45")]
    [InlineData("m")]
    [InlineData("45 m")]
    [InlineData("1w")]
    [InlineData("-5m")]
    [InlineData("999999999d")]
    [InlineData("36500d36500d36500d")]
    public void Others_are_refused(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(4.9846, "5 s")]
    [InlineData(0.0049846, "5 ms")]
    [InlineData(45, "45 s")]
    [InlineData(720, "12 min")]
    [InlineData(750, "12 min 30 s")]
    [InlineData(7500, "2 h 5 min")]
    [InlineData(97200, "1 d 3 h")]
    [InlineData(-60, "-1 min")]
    public void Durations_are_printed_with_two_units(double seconds, string expected) =>
        Assert.Equal(expected, Durations.Format(TimeSpan.FromSeconds(seconds)));
}
