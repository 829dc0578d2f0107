using System;
using MrsDiag.MoveReports;
using MrsDiag.Sources.Values;
using Xunit;

namespace MrsDiag.Core.Tests.MoveReports;

public class ValueTests
{
    [Theory]
    [InlineData("5.294 GB (5,684,054,577 bytes)", 5684054577d)]
    [InlineData("5,294 GB (5.684.054.577 Bytes)", 5684054577d)]
    [InlineData("5,294 Go (5 684 054 577 octets)", 5684054577d)]
    [InlineData("5,294 GB (5\u00a0684\u00a0054\u00a0577 bytes)", 5684054577d)]
    [InlineData("5,294 GB (5\u202f684\u202f054\u202f577 bytes)", 5684054577d)]
    [InlineData("5.294 GB (5’684’054’577 bytes)", 5684054577d)]
    [InlineData("0 B (0 bytes)", 0d)]
    [InlineData("5684054577", 5684054577d)]
    [InlineData("1.5 KB", 1536d)]
    [InlineData("1,5 MB", 1572864d)]
    [InlineData("Unlimited", null)]
    [InlineData("", null)]
    [InlineData("()", null)]
    [InlineData("(abc)", null)]
    [InlineData("x (99999999999999999999999 bytes)", null)]
    public void A_size_is_read_with_any_separators(string text, double? expected) => Assert.Equal(expected, ByteSizeText.Parse(text));

    [Theory]
    [InlineData("00:05:27.1008444", 3271008444L)]
    [InlineData("3650.00:00:00", 3650 * TimeSpan.TicksPerDay)]
    [InlineData("P1DT2H3M4S", TimeSpan.TicksPerDay + 2 * TimeSpan.TicksPerHour + 3 * TimeSpan.TicksPerMinute + 4 * TimeSpan.TicksPerSecond)]
    [InlineData("PT0S", 0L)]
    [InlineData("3271008444", 3271008444L)]
    [InlineData("P", null)]
    [InlineData("Px", null)]
    [InlineData("P99999999999999999999D", null)]
    [InlineData("25:61:61", null)]
    [InlineData("", null)]
    [InlineData("soon", null)]
    public void A_duration_is_read_in_all_its_forms(string text, long? ticks) => Assert.Equal(ticks, DurationText.Parse(text)?.Ticks);

    [Theory]
    [InlineData("Version 15.1 (Build 1979.0)", "15.1.1979.0")]
    [InlineData("Version 14.3 (Build 158.0)", "14.3.158.0")]
    [InlineData("15.20.1122.18", "15.20.1122.18")]
    [InlineData("14.3.151.0 caps:05FFFF", "14.3.151.0")]
    [InlineData("15.1", "15.1")]
    [InlineData("Exchange 2016", null)]
    [InlineData("", null)]
    [InlineData("99999999999.1.2.3", null)]
    public void A_build_is_read(string text, string? expected) => Assert.Equal(expected, VersionText.Parse(text)?.ToString());

    [Theory]
    [InlineData("12/20/2013 9:24:08 AM", "2013-12-20 09:24:08")]
    [InlineData("12/20/2013 12:24:08 AM", "2013-12-20 00:24:08")]
    [InlineData("12/20/2013 12:24:08 PM", "2013-12-20 12:24:08")]
    [InlineData("16/10/2020 8:33:08 AM", "2020-10-16 08:33:08")]
    [InlineData("16/10/2020 8:33:08 a.m.", "2020-10-16 08:33:08")]
    [InlineData("2017/06/08 2:10:38", "2017-06-08 02:10:38")]
    [InlineData("6/30/2017 00:03:58", "2017-06-30 00:03:58")]
    [InlineData("30.06.2017 00:03:58", "2017-06-30 00:03:58")]
    [InlineData("30.6.2017 9.24.08", "2017-06-30 09:24:08")]
    [InlineData("30-06-2017 09:24:08", "2017-06-30 09:24:08")]
    [InlineData("2017-06-30T09:24:08.1234567", "2017-06-30 09:24:08")]
    [InlineData("2017-06-30 09:24", "2017-06-30 09:24:00")]
    [InlineData("2017/6/30 下午 02:10:38", "2017-06-30 14:10:38")]
    [InlineData("2017/6/30 午前 2:10:38", "2017-06-30 02:10:38")]
    [InlineData("30/6/2560 9:24:08", "2017-06-30 09:24:08")]
    [InlineData("30/06/17 9:24:08", "2017-06-30 09:24:08")]
    [InlineData("31/02/2017 9:24:08", null)]
    [InlineData("31/31/2017 9:24:08", null)]
    [InlineData("6/30/2017", null)]
    [InlineData("6/30/2017 25:00:00", null)]
    [InlineData("6/30/2017 24:00:00", null)]
    [InlineData("6/30/2017 9:60:00", null)]
    [InlineData("2013. 12. 20. 9:24:08", null)]
    [InlineData("9:24:08", null)]
    [InlineData("15.1.1979.3", null)]
    [InlineData("", null)]
    public void A_printed_time_is_read(string text, string? expected)
    {
        bool read = TimeText.TryParse(text, 0, out RawTime time, out int end);
        Assert.Equal(expected, read ? time.ToLocal(dayFirst: true)?.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture) : null);
        if (expected is not null)
            Assert.Equal(text.Length, end);
    }

    [Theory]
    [InlineData("2", "InProgress")]
    [InlineData("99", "Failed")]
    [InlineData("11", "CompletedWithWarning")]
    [InlineData("77", "")]
    [InlineData("Synced", "Synced")]
    [InlineData("", "")]
    public void A_status_that_arrives_as_a_number_gets_its_name(string text, string expected) => Assert.Equal(expected, RequestNames.Status(text));
}
