using System;
using System.Collections.Generic;
using System.Linq;
using MrsDiag.Core.Tests.Configuration;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Core.Tests.Sources.Support;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Inputs;

/// <summary>Whatever an object holds, it is read, left out, or refused with one of the known codes; nothing hangs.</summary>
public class HostileObjectTests
{
    private const int Limit = 20;

    private static readonly string[] Codes = ["NotAnEndpoint", "UriInvalid", "ObservationInvalid"];

    private static readonly string[] Properties =
    [
        "Identity", "Name", "Server", "ExternalUrl", "InternalUrl", "InternalNLBBypassUrl", "MRSProxyEnabled", "MRSProxyMaxConnections", "MetabasePath",
        "DistinguishedName", "OriginatingServer", "AdminDisplayVersion", "ExtendedProtectionTokenChecking", "WindowsAuthentication", "Path",
        "RemoteServer", "EndpointType", "RemoteHostName", "DisplayName", "SourceEndpoint", "TestedEndpoint", "Result", "Message", "ErrorDetail",
        "AbsoluteUri", "OriginalString", "Observation", "Checks", "Format", "Uri", "Host", "Dns", "Exchanges",
    ];

    private static readonly Dictionary<string, Func<object?>> Values = new()
    {
        ["null"] = () => null,
        ["nothing"] = () => "",
        ["a megabyte"] = () => new string('x', 1_000_000),
        ["a megabyte of dots"] = () => new string('.', 1_000_000),
        ["a megabyte of quotes"] = () => new string('"', 1_000_000),
        ["a megabyte of slashes"] = () => "https://" + new string('/', 1_000_000),
        ["a megabyte of at signs"] = () => new string('@', 1_000_000),
        ["a megabyte of name parts"] = () => string.Concat(Enumerable.Repeat(",DC=a", 200_000)),
        ["lone surrogates"] = () => "\ud800.contoso.com\udc00",
        ["control characters"] = () => "\u0000\u0001\u001b[31m\u0085",
        ["a list"] = () => new object?[] { "mail.contoso.com", null, 5 },
        ["a list of itself"] = () => Loop(),
        ["a huge list"] = () => Enumerable.Repeat<object?>("x", 1_000_000).ToArray(),
        ["an empty view"] = () => new FakeView(),
        ["a view of itself"] = () => ViewLoop(),
        ["bytes"] = () => new byte[100_000],
        ["a number"] = () => double.NaN,
        ["a large number"] = () => ulong.MaxValue,
        ["a time"] = () => DateTime.MaxValue,
        ["look-alikes"] = () => "\u0435\u044501.\u0441ontoso.com",
    };

    public static TheoryData<string> Names() => new(Values.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_property_may_hold_anything(string what) => Guard.Within(Limit, () =>
    {
        object? value = Values[what]();
        foreach (string property in Properties)
        {
            FakeView[] objects = [SampleDirectories.Modern(), Samples.Onboarding(Samples.Report(null)), new FakeView { { "RemoteServer", "mail.contoso.com" } }, new FakeView()];
            foreach (FakeView view in objects)
            {
                view.Add(property, value);
                Take(view);
            }
        }
        return true;
    });

    [Fact]
    public void Objects_whose_properties_are_all_hostile_are_refused() => Guard.Within(Limit, () =>
    {
        foreach (string what in Values.Keys)
        {
            FakeView view = new();
            object? value = Values[what]();
            foreach (string property in Properties)
                view.Add(property, value);
            Take(view);
        }
        return true;
    });

    [Fact]
    public void Getters_that_throw_count_as_missing()
    {
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => new EndpointInputs().AddObject(new DeadView()));
        Assert.Equal("NotAnEndpoint", error.Code);
    }

    [Fact]
    public void Messages_stay_short_and_on_one_line()
    {
        foreach (Func<object?> value in Values.Values)
        {
            FakeView view = SampleDirectories.Modern();
            view.Add("ExternalUrl", value());
            string message = Take(view);
            Assert.InRange(message.Length, 0, 800);
            Assert.DoesNotContain(message, char.IsControl);
        }
    }

    private static string Take(IObjectView view)
    {
        EndpointInputs inputs = new();
        try
        {
            EndpointInput input = inputs.AddObject(view);
            Assert.Equal(1, new object?[] { input.Target, input.VirtualDirectory, input.Observation, input.Skipped.Length > 0 ? input.Skipped : null }.Count(x => x is not null));
            Assert.All(inputs.Targets, t => Assert.InRange(t.Uri.AbsoluteUri.Length + t.OriginName.Length, 1, 4096));
            return input.Skipped;
        }
        catch (EndpointInputException e)
        {
            Assert.Contains(e.Code, Codes);
            Assert.Empty(inputs.Targets);
            return e.Message;
        }
    }

    private static object?[] Loop()
    {
        object?[] list = new object?[1];
        list[0] = list;
        return list;
    }

    private static FakeView ViewLoop()
    {
        FakeView view = new();
        foreach (string name in new[] { "Value", "Name", "OriginalString", "Domain", "RemoteServer", "Observation", "Server", "ExternalUrl" })
            view.Add(name, view);
        return view;
    }

    /// <summary>A live object of a session that is gone: names, but no values.</summary>
    private sealed class DeadView : IObjectView
    {
        public IReadOnlyList<string> TypeNames => [];

        public string? Text => null;

        public IEnumerable<string> PropertyNames => Properties;

        public bool TryGet(string name, out object? value)
        {
            value = null;
            return false;
        }
    }
}
