using System;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Text;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

public sealed class AffinityArgumentTests
{
    [Theory]
    [InlineData("2010", "14.3")]
    [InlineData("Exchange 2013", "15.0")]
    [InlineData("2016", "15.1")]
    [InlineData("2019", "15.2")]
    [InlineData("se", "15.2")]
    [InlineData("Exchange Server SE", "15.2")]
    [InlineData("14.3", "14.3")]
    [InlineData("15.1.2507.6", "15.1.2507.6")]
    [InlineData("Version 14.3 (Build 123.4)", "14.3.123.4")]
    public void A_version_is_read_in_the_words_of_the_field(string text, string expected) => Assert.Equal(expected, ExchangeVersionText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("2003")]
    [InlineData("2025")]
    [InlineData("15")]
    [InlineData("15.20.7544.29")]
    [InlineData("new")]
    public void What_names_no_version_is_refused_with_what_is_allowed(string text)
    {
        Assert.Null(ExchangeVersionText.Read(text));
        EndpointInputException refused = Assert.Throws<EndpointInputException>(() => ExchangeVersionText.ReadOrThrow(text));
        Assert.Equal(EndpointInputException.ServerVersionInvalid, refused.Code);
        Assert.Contains("2010, 2013, 2016, 2019, SE", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("900", 900)]
    [InlineData("0.5", 0.5)]
    [InlineData("15m", 900)]
    [InlineData("1H 30M", 5400)]
    [InlineData("500ms", 0.5)]
    [InlineData("00:15:00", 900)]
    [InlineData("1.00:00:00", 86400)]
    [InlineData("0", 0)]
    public void A_duration_is_read_as_people_write_it(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DurationArgument.Read(text, TimeSpan.FromSeconds(1)));

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("-00:15:00")]
    [InlineData("soon")]
    [InlineData("15 minutes")]
    [InlineData("1e9")]
    [InlineData("99999999999999999999")]
    public void What_is_no_duration_is_none(string text) => Assert.Null(DurationArgument.Read(text, TimeSpan.FromSeconds(1)));

    [Fact]
    public void A_bare_number_counts_the_unit_of_its_option() =>
        Assert.Equal(TimeSpan.FromMinutes(15), DurationArgument.Read("900000", TimeSpan.FromMilliseconds(1)));
}
