using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Saved;

public class ObservationReaderTests
{
    private static readonly EndpointObservation Filled = FilledRecord.Make<EndpointObservation>();

    [Fact]
    public void The_filler_leaves_no_property_at_its_default()
    {
        // The layout number alone is what it must be.
        Assert.Equal([".Format"], FilledRecord.Defaults(Filled));
        Assert.Contains(".Configuration.EnabledElsewhere", FilledRecord.Defaults(new EndpointObservation { Configuration = new VirtualDirectory() }));
    }

    [Fact]
    public void Every_property_is_read_back()
    {
        EndpointObservation read = Read(new LiveView(Filled));
        Assert.Equal(FilledRecord.Lines(Filled), FilledRecord.Lines(read));
    }

    [Fact]
    public void A_result_gives_its_observation()
    {
        EndpointInputs inputs = new();
        EndpointInput input = inputs.AddObject(new LiveView(new EndpointResult { Observation = Filled }));
        Assert.Same(input.Observation, Assert.Single(inputs.Observations));
        Assert.Equal(FilledRecord.Lines(Filled), FilledRecord.Lines(input.Observation!));
        Assert.Empty(inputs.Targets);
    }

    [Fact]
    public void Missing_properties_and_nulls_keep_their_defaults()
    {
        EndpointObservation read = Read(new FakeView("MrsDiag.Endpoints.EndpointObservation")
        {
            { "Uri", "https://mail.contoso.com/EWS/mrsproxy.svc" },
            { "Dns", null },
            { "Exchanges", null },
            { "Tls", new FakeView { { "Certificates", new object?[] { null } } } },
        });
        Assert.Equal((443, true, 1), (read.Port, read.IsFirst, read.Format));
        Assert.NotNull(read.Dns);
        Assert.Empty(read.Exchanges);
        Assert.Empty(read.Tls.Certificates);
        Assert.Null(read.Configuration);
    }

    [Fact]
    public void Values_are_read_in_all_the_forms_that_serializers_leave()
    {
        EndpointObservation read = Read(new FakeView
        {
            { "Format", 1L },
            { "Uri", "https://mail.contoso.com/EWS/mrsproxy.svc" },
            { "Route", 1 },
            { "Origin", "migrationendpoint" },
            { "Vantage", new FakeView { { "value", 2 } } },
            { "Port", "8443" },
            { "IsFirst", "False" },
            { "StartedAt", "2026-03-04T05:06:07.5" },
            { "Duration", "00:00:01.5" },
            { "Dns", new FakeView { { "Duration", new FakeView { { "Ticks", 15_000_000L }, { "Days", 0 } } }, { "Addresses", "192.0.2.10" }, { "TimeToLive", 60L } } },
            { "Tcp", new FakeView { { "End", 3 } } },
            { "Exchanges", new FakeView { { "Status", "401" }, { "TimeToAnswer", 15_000_000L } } },
        });
        Assert.Equal((EndpointRoute.Direct, TargetOrigin.MigrationEndpoint, EndpointVantage.External), (read.Route, read.Origin, read.Vantage));
        Assert.Equal((8443, false), (read.Port, read.IsFirst));
        Assert.Equal(new DateTime(2026, 3, 4, 5, 6, 7, 500, DateTimeKind.Utc), read.StartedAt);
        Assert.Equal(DateTimeKind.Utc, read.StartedAt.Kind);
        Assert.Equal((TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(1.5)), (read.Duration, read.Dns.Duration));
        Assert.Equal(["192.0.2.10"], read.Dns.Addresses);
        Assert.Equal(60, read.Dns.TimeToLive);
        Assert.Equal(CallEnd.Refused, read.Tcp.End);
        HttpExchange exchange = Assert.Single(read.Exchanges);
        Assert.Equal((401, TimeSpan.FromSeconds(1.5)), (exchange.Status, exchange.TimeToAnswer));
    }

    [Theory]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Local)]
    public void A_time_is_UTC_afterwards(DateTimeKind kind)
    {
        DateTime utc = new(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);
        DateTime given = kind == DateTimeKind.Local ? utc.ToLocalTime() : DateTime.SpecifyKind(utc, kind);
        LiveView view = new(Filled) { Replace = { ["StartedAt"] = given } };
        Assert.Equal((utc, DateTimeKind.Utc), (Read(view).StartedAt, Read(view).StartedAt.Kind));
    }

    public static TheoryData<string, object?, string> Unreadable() => new()
    {
        { "Port", "many", "Port is 'many'" },
        { "Port", 5_000_000_000L, "Port is '5000000000'" },
        { "Route", "Sideways", "Route is 'Sideways', which is not one of Name, Direct, Via" },
        { "Route", 77, "Route is '77'" },
        { "StartedAt", "yesterday", "StartedAt is 'yesterday', which is not a time" },
        { "Duration", "long", "Duration is 'long', which is not a duration" },
        { "IsFirst", "perhaps", "IsFirst is 'perhaps', which is not True or False" },
        { "Uri", new object?[] { "a", "b" }, "Uri is " },
        { "Dns", "MrsDiag.Endpoints.DnsObservation", "Dns is only a text" },
        { "Dns", 5, "Dns is no object" },
        { "Exchanges", new object?[] { "MrsDiag.Endpoints.HttpExchange" }, "Exchanges[0] is only a text" },
        { "Exchanges", new object?[] { new FakeView { { "Status", 401 } }, new FakeView { { "Status", "x" } } }, "Exchanges[1].Status is 'x'" },
        { "Format", 2, "newer version of MrsDiag" },
        { "Format", 0, "not the number of a layout" },
        { "Format", "new", "not the number of a layout" },
        { "OriginName", new string('x', 100_001), "OriginName has 100001 characters" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void A_value_that_cannot_be_read_is_an_error_with_its_place(string property, object? value, string message)
    {
        EndpointInputException error = Refused(new LiveView(Filled) { Replace = { [property] = value } });
        Assert.Equal("ObservationInvalid", error.Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_place_begins_at_the_object_that_was_given()
    {
        LiveView observation = new(Filled) { Replace = { ["Port"] = "x" } };
        Assert.Contains("Observation.Port is 'x'", Refused(new LiveView(new EndpointResult()) { Replace = { ["Observation"] = observation } }).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("MrsDiag.Endpoints.EndpointObservation")]
    public void A_result_without_its_observation_says_how_to_save_one(string? left)
    {
        EndpointInputException error = Refused(new LiveView(new EndpointResult()) { Replace = { ["Observation"] = left } });
        Assert.Equal("ObservationInvalid", error.Code);
        Assert.Contains("Export-Clixml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_selection_of_a_result_is_told_what_it_lacks() =>
        Assert.Contains("without its Observation", Refused(new FakeView { { "Outcome", "Failed" }, { "HostName", "mail.contoso.com" }, { "Checks", null } }).Message, StringComparison.Ordinal);

    [Fact]
    public void An_observation_of_nothing_is_refused() =>
        Assert.Contains("Uri and Host are empty", Refused(new FakeView("MrsDiag.Endpoints.EndpointObservation")).Message, StringComparison.Ordinal);

    [Fact]
    public void Lists_without_measure_are_refused_before_they_are_copied()
    {
        IReadOnlyList<object?> endless = new EndlessList(new FakeView());
        Assert.Contains("Exchanges has 2147483647 items", Refused(new LiveView(Filled) { Replace = { ["Exchanges"] = endless } }).Message, StringComparison.Ordinal);
        object?[] many = Enumerable.Repeat<object?>("x", 10_000).ToArray();
        object?[] exchanges = Enumerable.Repeat<object?>(new FakeView { { "AuthenticationSchemes", many } }, 100).ToArray();
        Assert.Contains("more than 500000 values", Refused(new LiveView(Filled) { Replace = { ["Exchanges"] = exchanges } }).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_holds_itself_ends_with_the_record()
    {
        FakeView loop = new("MrsDiag.Endpoints.EndpointObservation") { { "Uri", "https://mail.contoso.com/" } };
        foreach (string name in new[] { "Dns", "Tcp", "Tls", "Configuration", "Exchanges", "Records", "Headers" })
            loop.Add(name, loop);
        Assert.Equal("https://mail.contoso.com/", Read(loop).Uri);
    }

    private static EndpointObservation Read(IObjectView view) => new EndpointInputs().AddObject(view).Observation!;

    private static EndpointInputException Refused(IObjectView view)
    {
        EndpointInputs inputs = new();
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => inputs.AddObject(view));
        Assert.Empty(inputs.Observations);
        return error;
    }

    /// <summary>A list that claims to be as long as one can be.</summary>
    private sealed class EndlessList(object? item) : IReadOnlyList<object?>
    {
        public int Count => int.MaxValue;

        public object? this[int index] => item;

        public IEnumerator<object?> GetEnumerator() => Enumerable.Repeat(item, Count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
