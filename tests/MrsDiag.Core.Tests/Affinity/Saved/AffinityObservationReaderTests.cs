using System;
using MrsDiag.Affinity;
using MrsDiag.Core.Tests.Endpoints.Saved;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Endpoints;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity.Saved;

public class AffinityObservationReaderTests
{
    private static readonly AffinityObservation Filled = FilledRecord.Make<AffinityObservation>();

    [Fact]
    public void The_filler_leaves_no_property_at_its_default() => Assert.Equal([".Format"], FilledRecord.Defaults(Filled));

    [Fact]
    public void Every_property_is_read_back() =>
        Assert.Equal(FilledRecord.Lines(Filled), FilledRecord.Lines(AffinityObservationReader.Read(new LiveView(Filled))));

    [Fact]
    public void A_result_gives_its_observation()
    {
        LiveView result = new(new AffinityResult { Observation = Filled });
        Assert.True(AffinityObservationReader.IsOne(result));
        Assert.Equal(FilledRecord.Lines(Filled), FilledRecord.Lines(AffinityObservationReader.Read(result)));
    }

    [Fact]
    public void An_observation_is_known_by_its_properties_and_others_are_not_taken_for_one()
    {
        Assert.True(AffinityObservationReader.IsOne(new FakeView { { "Format", 1 }, { "Uri", "x" }, { "Trials", null } }));
        Assert.False(AffinityObservationReader.IsOne(new LiveView(new EndpointObservation())));
        Assert.False(AffinityObservationReader.IsOne(new LiveView(new EndpointResult())));
    }

    [Fact]
    public void Missing_properties_keep_their_defaults()
    {
        AffinityObservation read = AffinityObservationReader.Read(new FakeView { { "Format", 1 }, { "Host", "mail.contoso.com" }, { "Trials", null }, { "DeviceIdleTimeout", null } });
        Assert.Equal(443, read.Port);
        Assert.Empty(read.Trials);
        Assert.Null(read.DeviceIdleTimeout);
    }

    public static TheoryData<string, object?, string> Unreadable() => new()
    {
        { "Format", 2, "newer version of MrsDiag" },
        { "Port", "many", "Port is 'many'" },
        { "Trials", new object?[] { "MrsDiag.Affinity.AffinityTrial" }, "Trials[0] is only a text" },
        { "Trials", new object?[] { new FakeView { { "Variant", "Sideways" } } }, "Trials[0].Variant is 'Sideways'" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_value_that_cannot_be_read_is_an_error_with_its_place(string property, object? value, string message)
    {
        LiveView view = new(Filled) { Replace = { [property] = value } };
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => AffinityObservationReader.Read(view));
        Assert.Equal("ObservationInvalid", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Test-LoadBalancerAffinity")]
    [InlineData("MrsDiag.Affinity.AffinityObservation", "only a text")]
    public void A_result_without_its_observation_says_how_to_save_one(string? left, string message)
    {
        LiveView view = new(new AffinityResult()) { Replace = { ["Observation"] = left } };
        Assert.Contains(message, Assert.Throws<EndpointInputException>(() => AffinityObservationReader.Read(view)).Message, StringComparison.Ordinal);
    }
}
