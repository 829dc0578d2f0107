using System;
using System.Linq;
using MrsDiag.Core.Tests.Configuration;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Inputs;

public class ObjectInputTests
{
    private const string Host = "mail.contoso.com";
    private const string HybridAgent = "6f7b1a2c-0000-4000-8000-1234567890ab.resource.mailboxmigration.his.msappproxy.net";

    [Fact]
    public void A_migration_endpoint_names_its_remote_server()
    {
        EndpointTarget target = Single(Endpoint(Host));
        Assert.Equal("https://mail.contoso.com/EWS/mrsproxy.svc", target.Uri.AbsoluteUri);
        Assert.Equal((TargetOrigin.MigrationEndpoint, "Hybrid Migration Endpoint - EWS (Default Web Site)"), (target.Origin, target.OriginName));
        Assert.Empty(target.Direct);
    }

    [Theory]
    [InlineData("ExchangeRemoteMove")]
    [InlineData(4)]
    [InlineData(null)]
    public void The_type_of_an_endpoint_is_read_in_each_form(object? type) => Assert.Equal(Host, Single(Endpoint(Host, type)).Uri.Host);

    [Fact]
    public void The_remote_server_may_be_an_object() =>
        Assert.Equal(Host, Single(Endpoint(new FakeView { { "Domain", Host } }, FakeView.Enum("ExchangeRemoteMove"))).Uri.Host);

    [Theory]
    [InlineData("IMAP")]
    [InlineData("ExchangeOutlookAnywhere")]
    [InlineData("PublicFolder")]
    public void Endpoints_of_other_types_are_left_out_and_said_so(string type)
    {
        EndpointInputs inputs = new();
        Assert.Contains("of type " + type, inputs.AddObject(Endpoint(Host, FakeView.Enum(type))).Skipped, StringComparison.Ordinal);
        Assert.Empty(inputs.Targets);
    }

    [Fact]
    public void A_name_of_the_Hybrid_Agent_stays_as_it_is() => Assert.Equal(HybridAgent, Single(Endpoint(HybridAgent)).Uri.Host);

    [Fact]
    public void A_remote_server_with_a_letter_of_another_script_is_refused_with_the_endpoint_s_name()
    {
        EndpointInputException error = Refused(Endpoint("m\u0430il.contoso.com"), "UriInvalid");
        Assert.Contains("Hybrid Migration Endpoint", error.Message, StringComparison.Ordinal);
        Assert.Contains("Cyrillic", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_names_its_remote_host()
    {
        EndpointTarget target = Single(Samples.Onboarding(Samples.Report(null)));
        Assert.Equal((Host, TargetOrigin.MoveRequest, "Adele Vance"), (target.Uri.Host, target.Origin, target.OriginName));
    }

    [Fact]
    public void A_move_request_of_REST_is_a_bag_of_strings() =>
        Assert.Equal(Host, Single(new FakeView("System.Management.Automation.PSCustomObject") { { "Identity", "adele" }, { "RemoteHostName", Host } }).Uri.Host);

    [Theory]
    [InlineData(null, "RemoteHostName is empty")]
    [InlineData("", "RemoteHostName is empty")]
    public void A_local_move_says_that_it_has_no_endpoint(string? host, string message)
    {
        FakeView view = Samples.Onboarding(Samples.Report(null));
        view.Add("RemoteHostName", host);
        EndpointInputException error = Refused(view, "NotAnEndpoint");
        Assert.Contains("'Adele Vance'", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_without_the_property_are_local_too()
    {
        FakeView view = new("Microsoft.Exchange.MailboxReplicationService.MoveRequestStatistics") { { "DisplayName", "Adele Vance" }, { "Status", "InProgress" } };
        Assert.Contains("names no remote host", Refused(view, "NotAnEndpoint").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_over_Outlook_Anywhere_says_so()
    {
        FakeView view = Samples.Onboarding(Samples.Report(null));
        view.Add("RemoteHostName", null);
        view.Add("OutlookAnywhereHostName", "rpc.contoso.com");
        Assert.Contains("Outlook Anywhere (rpc.contoso.com)", Refused(view, "NotAnEndpoint").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_gives_its_endpoint()
    {
        FakeView batch = new("Microsoft.Exchange.Data.Storage.Management.MigrationBatch") { { "Identity", "Wave 1" }, { "SourceEndpoint", Endpoint(Host) }, { "TotalCount", 5 } };
        Assert.Equal(Host, Single(batch).Uri.Host);
        FakeView byName = new("Microsoft.Exchange.Data.Storage.Management.MigrationBatch") { { "Identity", "Wave 1" }, { "SourceEndpoint", "Hybrid 1" } };
        Assert.Contains("Get-MigrationEndpoint -Identity 'Hybrid 1'", Refused(byName, "NotAnEndpoint").Message, StringComparison.Ordinal);
        FakeView local = new("Microsoft.Exchange.Data.Storage.Management.MigrationBatch") { { "Identity", "Wave 1" } };
        Assert.Contains("'Wave 1' names no remote host", Refused(local, "NotAnEndpoint").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_of_a_test_gives_what_it_tested()
    {
        Assert.Equal(Host, Single(new FakeView { { "Result", "Success" }, { "TestedEndpoint", Endpoint(Host) } }).Uri.Host);
        Assert.Equal(Host, Single(new FakeView { { "Result", "Success" }, { "ConnectionSettings", new FakeView { { "RemoteServer", Host } } } }).Uri.Host);
        Assert.Equal(Host, Single(new FakeView
        {
            { "Result", "Failed" },
            { "Message", "The connection to the server 'mail.contoso.com' could not be completed." },
            { "ErrorDetail", "Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: The connection failed." },
            { "TestedEndpoint", null },
        }).Uri.Host);
        Assert.Contains("names no server", Refused(new FakeView { { "Result", "Success" }, { "SupportsCutover", false } }, "NotAnEndpoint").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OriginalString")]
    [InlineData("AbsoluteUri")]
    public void A_Uri_that_a_serializer_took_apart_is_one(string property) =>
        Assert.Equal("https://mail.contoso.com/EWS/mrsproxy.svc", Single(new FakeView("System.Uri") { { property, "https://mail.contoso.com/EWS" } }).Uri.AbsoluteUri);

    [Fact]
    public void A_string_in_an_object_is_a_text() => Assert.Equal(Host, Single(new FakeView("System.String", Host)).Uri.Host);

    [Fact]
    public void What_names_no_endpoint_is_refused_with_what_to_give()
    {
        EndpointInputException error = Refused(new FakeView("System.Diagnostics.Process", "bash") { { "Id", 1 }, { "Name", "bash" } }, "NotAnEndpoint");
        Assert.Contains("System.Diagnostics.Process", error.Message, StringComparison.Ordinal);
        Assert.Contains("Get-WebServicesVirtualDirectory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_endpoint_named_many_times_is_one_target_in_the_order_of_the_first_naming()
    {
        EndpointInputs inputs = new();
        inputs.AddText("https://other.contoso.com", [], []);
        foreach (int i in Enumerable.Range(1, 5000))
        {
            FakeView move = Samples.Onboarding(Samples.Report(null));
            move.Add("DisplayName", "User " + i);
            inputs.AddObject(move);
        }
        inputs.AddObject(Endpoint("MAIL.contoso.com"));
        inputs.AddText("https://mail.contoso.com/ews/MRSPROXY.svc", ["10.0.0.11"], ["10.0.0.1"]);
        inputs.AddText("http://mail.contoso.com", [], []);
        inputs.AddText("mail.contoso.com:444", [], []);
        inputs.AddObject(SampleDirectories.Modern("EX01"));
        inputs.AddText("mail.contoso.com", ["EX01.contoso.com", "10.0.0.11"], []);

        Assert.Equal(
            ["https://other.contoso.com/EWS/mrsproxy.svc", "https://mail.contoso.com/EWS/mrsproxy.svc", "http://mail.contoso.com/EWS/mrsproxy.svc", "https://mail.contoso.com:444/EWS/mrsproxy.svc"],
            inputs.Targets.Select(t => t.Uri.AbsoluteUri));
        EndpointTarget target = inputs.Targets[1];
        Assert.Equal((TargetOrigin.MoveRequest, "User 1 and 5001 more", true), (target.Origin, target.OriginName, target.ProbeName));
        Assert.Equal(["10.0.0.11", "ex01.contoso.com"], target.Direct.Select(s => s.Name));
        Assert.Equal("EX01", target.Direct[1].Configuration!.Server);
        Assert.Equal(["10.0.0.1"], target.Via.Select(s => s.Name));
    }

    [Fact]
    public void A_server_that_was_pinned_by_name_gets_the_configuration_that_comes_later()
    {
        EndpointInputs inputs = new();
        inputs.AddText("mail.contoso.com", ["ex01.contoso.com"], []);
        inputs.AddObject(SampleDirectories.Modern("EX01"));
        Assert.Equal("EX01", Assert.Single(Assert.Single(inputs.Targets).Direct).Configuration!.Server);
    }

    private static FakeView Endpoint(object? server, object? type = null) => new("Microsoft.Exchange.Data.Storage.Management.MigrationEndpoint")
    {
        { "Identity", "Hybrid Migration Endpoint - EWS (Default Web Site)" },
        { "EndpointType", type ?? FakeView.Enum("ExchangeRemoteMove") },
        { "MaxConcurrentMigrations", 20 },
        { "RemoteServer", server },
        { "Username", @"CONTOSO\mover" },
        { "IsValid", true },
    };

    private static EndpointTarget Single(IObjectView view)
    {
        EndpointInputs inputs = new();
        EndpointInput input = inputs.AddObject(view);
        Assert.Equal("", input.Skipped);
        EndpointTarget target = Assert.Single(inputs.Targets);
        Assert.Equal(input.Target!.Uri, target.Uri);
        return target;
    }

    private static EndpointInputException Refused(IObjectView view, string code)
    {
        EndpointInputs inputs = new();
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => inputs.AddObject(view));
        Assert.Equal(code, error.Code);
        Assert.Empty(inputs.Targets);
        return error;
    }
}
