using System;
using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.Core.Tests.Configuration;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Inputs;

/// <summary>
/// J17. The ExternalUrl host is probed, and each server under its own name with SNI and Host of that host. IIS values that are null are
/// not false.
/// </summary>
public class J17_Virtual_directories
{
    private const string Published = "https://mail.contoso.com/EWS/mrsproxy.svc";

    [Fact]
    public void Servers_that_publish_one_name_are_one_target_with_each_server_pinned()
    {
        EndpointTarget target = Single(SampleDirectories.Modern("EX01"), SampleDirectories.Modern("EX02"), SampleDirectories.Modern("EX03"));
        Assert.Equal((Published, true), (target.Uri.AbsoluteUri, target.ProbeName));
        Assert.Equal(["ex01.contoso.com", "ex02.contoso.com", "ex03.contoso.com"], target.Direct.Select(s => s.Name));
        Assert.Equal(["EX01", "EX02", "EX03"], target.Direct.Select(s => s.Configuration!.Server));
        Assert.Equal((TargetOrigin.VirtualDirectory, @"EX01\EWS (Default Web Site) and 2 more"), (target.Origin, target.OriginName));
    }

    [Fact]
    public void Names_that_differ_are_targets_of_their_own()
    {
        EndpointInputs inputs = Inputs(SampleDirectories.Modern("EX01"), SampleDirectories.Exchange2010("CAS1"), SampleDirectories.Exchange2013());
        Assert.Equal(["mail.contoso.com", "legacy.contoso.com"], inputs.Targets.Select(t => t.Uri.Host));
        Assert.Equal([2, 1], inputs.Targets.Select(t => t.Direct.Count));
    }

    [Fact]
    public void Each_server_is_told_what_the_others_of_its_name_say()
    {
        EndpointInputs inputs = Inputs(
            SampleDirectories.Modern("EX03"), SampleDirectories.Modern("EX01"), SampleDirectories.Modern("EX02", enabled: false),
            SampleDirectories.Exchange2010("CAS1"), Unknown("EX04"));
        VirtualDirectory[] mail = inputs.Targets[0].Direct.Select(s => s.Configuration!).ToArray();
        Assert.Equal(["EX03 [EX01] [EX02]", "EX01 [EX03] [EX02]", "EX02 [EX01 EX03] []", "EX04 [EX01 EX03] [EX02]"], mail.Select(Elsewhere));
        Assert.Equal("CAS1 [] []", Elsewhere(inputs.Targets[1].Direct.Single().Configuration!));
    }

    [Fact]
    public void What_a_caller_was_given_does_not_change_afterwards()
    {
        EndpointInputs inputs = new();
        VirtualDirectory first = inputs.AddObject(SampleDirectories.Modern("EX01")).VirtualDirectory!;
        Assert.Empty(inputs.Targets.Single().Direct.Single().Configuration!.EnabledElsewhere);
        inputs.AddObject(SampleDirectories.Modern("EX02"));
        Assert.Empty(first.EnabledElsewhere);
        Assert.Equal(["EX02"], inputs.Targets.Single().Direct[0].Configuration!.EnabledElsewhere);
    }

    [Fact]
    public void Without_ExternalUrl_the_host_of_InternalUrl_is_probed_and_told()
    {
        EndpointTarget target = Single(SampleDirectories.Modern("EX01", external: null));
        Assert.Equal((Published, true), (target.Uri.AbsoluteUri, target.ProbeName));
        Assert.Equal(@"EX01\EWS (Default Web Site) (InternalUrl, since ExternalUrl is empty)", target.OriginName);
        Assert.Equal("", target.Direct.Single().Configuration!.ExternalUrl);
    }

    [Fact]
    public void Without_any_URL_there_is_only_the_server_itself()
    {
        FakeView view = SampleDirectories.Modern("EX01", external: "");
        view.Add("InternalUrl", null);
        EndpointTarget target = Single(view);
        Assert.Equal(("https://ex01.contoso.com/EWS/mrsproxy.svc", false), (target.Uri.AbsoluteUri, target.ProbeName));
        Assert.Equal("ex01.contoso.com", target.Direct.Single().Name);
        Assert.EndsWith("(the server's own name, since ExternalUrl and InternalUrl are empty)", target.OriginName, StringComparison.Ordinal);
    }

    [Fact]
    public void Exchange_Online_asks_for_https_and_the_fixed_path_whatever_the_URL_says()
    {
        Assert.Equal(Published, Single(SampleDirectories.Modern(external: "http://mail.contoso.com/EWS/Exchange.asmx")).Uri.AbsoluteUri);
        Assert.Equal(Published, Single(SampleDirectories.Modern(external: "https://MAIL.contoso.com/somewhere")).Uri.AbsoluteUri);
        Assert.Equal(
            "https://mail.contoso.com:8443/EWS/mrsproxy.svc", Single(SampleDirectories.Modern(external: "https://mail.contoso.com:8443/EWS")).Uri.AbsoluteUri);
    }

    [Fact]
    public void With_ADPropertiesOnly_what_lives_in_IIS_is_unknown_and_never_false()
    {
        VirtualDirectory read = Single(SampleDirectories.AdPropertiesOnly()).Direct.Single().Configuration!;
        Assert.True(read.AdPropertiesOnly);
        Assert.Equal((null, null, null, ""), (read.WindowsAuthentication, read.BasicAuthentication, read.OAuthAuthentication, read.ExtendedProtection));
        Assert.True(read.MrsProxyEnabled);
    }

    [Fact]
    public void One_value_of_IIS_shows_that_IIS_was_asked()
    {
        FakeView view = SampleDirectories.AdPropertiesOnly();
        view.Add("WindowsAuthentication", false);
        Assert.False(Single(view).Direct.Single().Configuration!.AdPropertiesOnly);
    }

    [Fact]
    public void A_selection_without_values_of_IIS_says_nothing_about_ADPropertiesOnly()
    {
        VirtualDirectory read = Single(new FakeView { { "Server", "CAS1" }, { "ExternalUrl", "https://mail.contoso.com/EWS" }, { "MRSProxyEnabled", true } })
            .Direct.Single().Configuration!;
        Assert.False(read.AdPropertiesOnly);
        Assert.Equal((null, "CAS1", ""), (read.WindowsAuthentication, read.Server, read.ServerFqdn));
    }

    [Theory]
    [InlineData("IIS://EX01.emea.contoso.com/W3SVC/1/ROOT/EWS", null, null, null, "ex01.emea.contoso.com")]
    [InlineData(null, "https://ex01.emea.contoso.com/EWS/Exchange.asmx", null, null, "ex01.emea.contoso.com")]
    [InlineData(null, "https://nlb.contoso.com/EWS/Exchange.asmx", null, null, "")]
    [InlineData(null, null, "DC01.contoso.com", "CN=EX01,DC=contoso,DC=com", "ex01.contoso.com")]
    [InlineData(null, null, "DC01.emea.contoso.com", "CN=EX01,DC=contoso,DC=com", "")]
    [InlineData(null, null, "DC01.contoso.com", null, "")]
    [InlineData("IIS://EX011.contoso.com/W3SVC/1/ROOT/EWS", null, null, null, "")]
    [InlineData("IIS://localhost/W3SVC/1/ROOT/EWS", null, null, null, "")]
    public void The_full_name_of_a_server_is_found_or_left_open_but_not_guessed(string? metabase, string? bypass, string? controller, string? name, string expected)
    {
        FakeView view = SampleDirectories.Modern("EX01");
        view.Add("MetabasePath", metabase);
        view.Add("InternalNLBBypassUrl", bypass);
        view.Add("OriginatingServer", controller);
        view.Add("DistinguishedName", name);
        PinnedServer server = Single(view).Direct.Single();
        Assert.Equal(expected, server.Configuration!.ServerFqdn);
        Assert.Equal(expected.Length > 0 ? expected : "EX01", server.Name);
        Assert.Equal(bypass ?? "", server.Configuration.InternalNlbBypassUrl);
    }

    [Fact]
    public void A_URL_that_names_the_server_tells_its_full_name()
    {
        FakeView view = SampleDirectories.Modern("EX01", external: "https://ex01.contoso.com/EWS/Exchange.asmx");
        view.Add("MetabasePath", null);
        view.Add("OriginatingServer", null);
        EndpointTarget target = Single(view);
        Assert.Equal(("ex01.contoso.com", "ex01.contoso.com"), (target.Uri.Host, target.Direct.Single().Name));
        Assert.True(target.ProbeName);
    }

    [Theory]
    [InlineData("EWS (Exchange Back End)")]
    [InlineData("ews (exchange back end)")]
    public void The_back_end_is_left_out_and_said_so(string name)
    {
        FakeView view = SampleDirectories.Modern("EX01");
        view.Add("Name", name);
        view.Add("Identity", @"EX01\" + name);
        EndpointInputs inputs = new();
        EndpointInput input = inputs.AddObject(view);
        Assert.Contains(@"EX01\" + name, input.Skipped, StringComparison.Ordinal);
        Assert.Null(input.VirtualDirectory);
        Assert.Empty(inputs.Targets);
    }

    [Theory]
    [InlineData("Microsoft.Exchange.Data.Directory.SystemConfiguration.ADOwaVirtualDirectory", "owa (Default Web Site)")]
    [InlineData("", "mapi (Default Web Site)")]
    [InlineData("Microsoft.Exchange.Data.Directory.SystemConfiguration.ADOabVirtualDirectory", "")]
    public void A_directory_of_another_service_is_no_endpoint(string type, string name)
    {
        FakeView view = new(type) { { "Server", "EX01" }, { "Name", name }, { "ExternalUrl", "https://mail.contoso.com/owa" } };
        Assert.Contains("Get-WebServicesVirtualDirectory", Refused(view, "NotAnEndpoint").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directory_that_names_no_server_says_which_properties_to_keep()
    {
        FakeView view = new() { { "ExternalUrl", "https://mail.contoso.com/EWS" }, { "MRSProxyEnabled", false } };
        Assert.Contains("Select-Object Server, Identity", Refused(view, "NotAnEndpoint").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_URL_that_is_none_is_an_error_that_names_the_directory()
    {
        EndpointInputException error = Refused(SampleDirectories.Modern("EX01", external: "https://mail contoso com/EWS"), "UriInvalid");
        Assert.Contains(@"EX01\EWS (Default Web Site)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_directory_twice_is_pinned_once_and_another_site_of_the_server_a_second_time()
    {
        FakeView other = SampleDirectories.Modern("EX01");
        other.Add("Identity", @"EX01\EWS (Hybrid)");
        EndpointTarget target = Single(SampleDirectories.Modern("EX01"), SampleDirectories.Modern("EX01"), other);
        Assert.Equal([@"EX01\EWS (Default Web Site)", @"EX01\EWS (Hybrid)"], target.Direct.Select(s => s.Configuration!.Identity));
    }

    private static string Elsewhere(VirtualDirectory d) => $"{d.Server} [{string.Join(" ", d.EnabledElsewhere)}] [{string.Join(" ", d.DisabledElsewhere)}]";

    private static FakeView Unknown(string server)
    {
        FakeView view = SampleDirectories.Modern(server);
        view.Add("MRSProxyEnabled", null);
        return view;
    }

    private static EndpointInputs Inputs(params FakeView[] views)
    {
        EndpointInputs inputs = new();
        foreach (FakeView view in views)
            Assert.NotNull(inputs.AddObject(view).VirtualDirectory);
        return inputs;
    }

    private static EndpointTarget Single(params FakeView[] views) => Assert.Single(Inputs(views).Targets);

    private static EndpointInputException Refused(FakeView view, string code)
    {
        EndpointInputs inputs = new();
        EndpointInputException error = Assert.Throws<EndpointInputException>(() => inputs.AddObject(view));
        Assert.Equal(code, error.Code);
        Assert.Empty(inputs.Targets);
        return error;
    }
}
