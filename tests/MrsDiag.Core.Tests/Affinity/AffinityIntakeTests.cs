using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using MrsDiag.Affinity;
using MrsDiag.Core.Tests.Configuration;
using MrsDiag.Core.Tests.Fixtures;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Endpoints;
using MrsDiag.Sources;
using Xunit;

namespace MrsDiag.Core.Tests.Affinity;

public sealed class AffinityIntakeTests
{
    private const string Mail = "https://mail.contoso.com/EWS/mrsproxy.svc";

    [Fact]
    public void Virtual_directories_of_one_name_are_one_target_with_the_oldest_version_and_all_servers()
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        foreach (FakeView directory in new[] { SampleDirectories.Modern("EX02"), SampleDirectories.Exchange2013(), SampleDirectories.Modern("EX01") })
            Assert.Null(intake.AddObject(directory));
        AffinityTarget target = Assert.Single(intake.MakeTargets());
        Assert.Equal(Mail, target.Endpoint.Uri.AbsoluteUri);
        Assert.Equal("15.0.1497.2", target.Knowledge.ServerVersion);
        Assert.Equal(["EX02", "CAS13", "EX01"], target.Knowledge.Servers);
    }

    [Fact]
    public void The_servers_of_virtual_directories_are_not_asked_past_the_balancer()
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        Assert.Null(intake.AddObject(SampleDirectories.Exchange2010()));
        EndpointTarget target = Assert.Single(intake.MakeTargets()).Endpoint;
        Assert.Empty(target.Direct);
        Assert.True(target.ProbeName);
    }

    [Fact]
    public void An_address_of_the_caller_replaces_what_DNS_gives()
    {
        AffinityIntake intake = new(["10.0.0.5"], new AffinityKnowledge());
        Assert.Null(intake.AddObject(SampleDirectories.Exchange2010()));
        Assert.Null(intake.AddText("mail.contoso.com"));
        Assert.All(intake.MakeTargets(), t => Assert.Equal("10.0.0.5", Assert.Single(t.Endpoint.Direct).Name));
        Assert.Equal(EndpointInputException.AddressInvalid, Assert.Throws<EndpointInputException>(() => new AffinityIntake(["a b"], new AffinityKnowledge())).Code);
    }

    [Fact]
    public void A_move_report_names_the_servers_that_answered_and_their_build_and_not_the_mailbox_server()
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        Assert.Empty(intake.AddFile(FixtureFolder.MoveReport("affinity-lost-2010.clixml"), CancellationToken.None));
        AffinityKnowledge knowledge = Assert.Single(intake.MakeTargets()).Knowledge;
        Assert.Equal(["CAS1", "CAS2"], knowledge.Servers.OrderBy(n => n, StringComparer.Ordinal));
        Assert.StartsWith("14.3.", knowledge.ServerVersion, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_caller_says_of_the_version_wins_over_objects()
    {
        AffinityIntake intake = new([], new AffinityKnowledge { ServerVersion = "15.2" });
        Assert.Null(intake.AddObject(SampleDirectories.Exchange2010()));
        Assert.Equal("15.2", Assert.Single(intake.MakeTargets()).Knowledge.ServerVersion);
    }

    [Theory]
    [InlineData("PSComputerName", 900000, 900)]
    [InlineData("ComputerName", "900000", 900)]
    [InlineData("Server", 1800000u, 1800)]
    [InlineData("MachineName", "15m", 900)]
    public void A_keep_alive_time_is_milliseconds_whatever_names_its_server(string property, object value, int seconds)
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        Assert.Null(intake.AddObject(new FakeView { { property, "EX01" }, { "KeepAliveTime", value } }));
        Assert.False(intake.HasWork);
        Assert.Null(intake.AddText("mail.contoso.com"));
        KeepAliveSetting setting = Assert.Single(Assert.Single(intake.MakeTargets()).Knowledge.KeepAlive);
        Assert.Equal(("EX01", TimeSpan.FromSeconds(seconds)), (setting.Server, setting.KeepAliveTime));
    }

    [Fact]
    public void A_key_of_the_registry_without_the_value_says_that_it_is_not_set()
    {
        FakeView key = new()
        {
            { "PSPath", @"Microsoft.PowerShell.Core\Registry::HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters" },
            { "Hostname", "EX01" },
            { "PSComputerName", "EX01" },
        };
        AffinityIntake intake = new([], new AffinityKnowledge());
        Assert.Null(intake.AddObject(key));
        Assert.Null(intake.AddObject(new FakeView { { "PSComputerName", "EX02" }, { "KeepAliveTime", 0 } }));
        intake.AddText("mail.contoso.com");
        Assert.Equal(["EX01 ", "EX02 "], intake.MakeTargets()[0].Knowledge.KeepAlive.Select(k => $"{k.Server} {k.KeepAliveTime}"));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData(-1)]
    [InlineData(true)]
    [InlineData(5e12)]
    public void A_keep_alive_time_that_is_none_is_one_problem(object value) =>
        Assert.Equal(
            EndpointInputException.KeepAliveInvalid,
            new AffinityIntake([], new AffinityKnowledge()).AddObject(new FakeView { { "Server", "EX01" }, { "KeepAliveTime", value } })?.Code);

    [Fact]
    public void A_result_of_the_endpoint_test_names_what_to_test_next()
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        Assert.Null(intake.AddObject(new FakeView("MrsDiag.Endpoints.EndpointResult") { { "Uri", Mail }, { "Observation", null } }));
        Assert.Equal(Mail, Assert.Single(intake.MakeTargets()).Endpoint.Uri.AbsoluteUri);
    }

    [Fact]
    public void A_saved_observation_is_no_target_and_one_without_it_is_told()
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        FakeView seen = new("MrsDiag.Affinity.AffinityObservation") { { "Format", 1 }, { "Uri", Mail }, { "Host", "mail.contoso.com" }, { "Trials", null } };
        Assert.Null(intake.AddObject(new FakeView("MrsDiag.Affinity.AffinityResult") { { "Verdict", "NoAffinity" }, { "HostName", "mail.contoso.com" }, { "Observation", seen } }));
        Assert.Equal("mail.contoso.com", Assert.Single(intake.Observations).Host);
        Assert.Empty(intake.MakeTargets());
        FakeView cut = new("MrsDiag.Affinity.AffinityResult") { { "Verdict", "NoAffinity" }, { "HostName", "mail.contoso.com" }, { "Observation", "MrsDiag.Affinity.AffinityObservation" } };
        Assert.Equal(EndpointInputException.ObservationInvalid, intake.AddObject(cut)?.Code);
    }

    [Fact]
    public void A_file_of_names_and_an_object_of_another_kind_are_told_as_for_endpoints()
    {
        AffinityIntake intake = new([], new AffinityKnowledge());
        using MemoryStream names = new(Encoding.UTF8.GetBytes("# ours\nmail.contoso.com\nbad host!\nmail.fabrikam.com\n"));
        InputProblem problem = Assert.Single(intake.AddStream(names, "names.txt", CancellationToken.None));
        Assert.Equal(EndpointInputException.UriInvalid, problem.Code);
        Assert.Equal(2, intake.MakeTargets().Count);
        Assert.Equal(EndpointInputException.NotAnEndpoint, intake.AddObject(new FakeView { { "Colour", "blue" } })?.Code);
    }
}
