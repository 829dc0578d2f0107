using System;
using MrsDiag.Configuration;
using MrsDiag.Core.Tests.MoveReports;
using MrsDiag.Endpoints;
using Xunit;

namespace MrsDiag.Core.Tests.Configuration;

public class VirtualDirectoryReaderTests
{
    [Fact]
    public void A_directory_of_Exchange_2019_is_read_whole()
    {
        VirtualDirectory read = Read(SampleDirectories.Modern());
        Assert.Equal((@"EX01\EWS (Default Web Site)", "EX01", "ex01.contoso.com", "15.2.1544.4"), (read.Identity, read.Server, read.ServerFqdn, read.Version));
        Assert.Equal(("https://mail.contoso.com/EWS/Exchange.asmx", "https://mail.contoso.com/EWS/Exchange.asmx", ""), (read.InternalUrl, read.ExternalUrl, read.InternalNlbBypassUrl));
        Assert.Equal((true, null), (read.MrsProxyEnabled, read.MrsProxyMaxConnections));
        Assert.Equal((true, false, true, true), (read.WindowsAuthentication, read.BasicAuthentication, read.WsSecurityAuthentication, read.OAuthAuthentication));
        Assert.Equal(("Allow", false), (read.ExtendedProtection, read.AdPropertiesOnly));
        Assert.Empty(read.EnabledElsewhere);
        Assert.Empty(read.DisabledElsewhere);
    }

    [Fact]
    public void Exchange_2010_limits_connections_here_and_knows_no_OAuth()
    {
        VirtualDirectory read = Read(SampleDirectories.Exchange2010());
        Assert.Equal(("14.3.123.4", 100, true), (read.Version, read.MrsProxyMaxConnections, read.BasicAuthentication));
        Assert.Null(read.OAuthAuthentication);
    }

    [Fact]
    public void Exchange_2013_is_read() => Assert.Equal(("15.0.1497.2", "None", true), (
        Read(SampleDirectories.Exchange2013()).Version, Read(SampleDirectories.Exchange2013()).ExtendedProtection, Read(SampleDirectories.Exchange2013()).OAuthAuthentication));

    [Fact]
    public void Exchange_SE_gives_its_server_and_its_URLs_as_objects()
    {
        FakeView view = SampleDirectories.Modern();
        view.Add("Server", new FakeView { { "Name", "EX01" }, { "DistinguishedName", "CN=EX01" } });
        view.Add("ExternalUrl", new FakeView("System.Uri") { { "AbsoluteUri", "https://mail.contoso.com/EWS/Exchange.asmx" }, { "Host", "mail.contoso.com" } });
        view.Add("InternalUrl", new FakeView("System.Uri") { { "OriginalString", "https://in.contoso.com/EWS" }, { "AbsoluteUri", "https://in.contoso.com/EWS" } });
        view.Add("AdminDisplayVersion", new FakeView("Microsoft.Exchange.Data.ServerVersion", "Version 15.2 (Build 2562.17)") { { "Major", 15 } });
        view.Add("ExtendedProtectionTokenChecking", new FakeView { { "value", 2 }, { "Value", "Require" } });
        VirtualDirectory read = Read(view);
        Assert.Equal(("EX01", "https://mail.contoso.com/EWS/Exchange.asmx", "https://in.contoso.com/EWS"), (read.Server, read.ExternalUrl, read.InternalUrl));
        Assert.Equal(("15.2.2562.17", "Require"), (read.Version, read.ExtendedProtection));
    }

    [Theory]
    [InlineData(0, "None")]
    [InlineData(1, "Allow")]
    [InlineData(2, "Require")]
    [InlineData("Require", "Require")]
    [InlineData(null, "")]
    public void Extended_Protection_is_read_by_name_or_number(object? value, string expected)
    {
        FakeView view = SampleDirectories.Modern();
        view.Add("ExtendedProtectionTokenChecking", value);
        Assert.Equal(expected, Read(view).ExtendedProtection);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData("True", true)]
    [InlineData("false", false)]
    [InlineData(0, false)]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("unknown", null)]
    public void MRS_Proxy_is_on_off_or_not_known(object? value, bool? expected)
    {
        FakeView view = SampleDirectories.Modern();
        view.Add("MRSProxyEnabled", value);
        Assert.Equal(expected, Read(view).MrsProxyEnabled);
    }

    [Theory]
    [InlineData("ex01.contoso.com", "EX01.contoso.com")]
    [InlineData("contoso.com/Configuration/Services/Servers/EX01", null)]
    [InlineData(" EX01 ", null)]
    public void The_server_is_a_short_name_however_it_is_given(string given, string? full)
    {
        FakeView view = SampleDirectories.Modern();
        view.Add("Server", given);
        view.Add("MetabasePath", null);
        view.Add("OriginatingServer", null);
        VirtualDirectory read = Read(view);
        Assert.Equal("EX01", read.Server, ignoreCase: true);
        Assert.Equal(full ?? "", read.ServerFqdn, ignoreCase: true);
    }

    [Theory]
    [InlineData("Identity", @"EX01\EWS (Default Web Site)")]
    [InlineData("MetabasePath", "IIS://EX01.contoso.com/W3SVC/1/ROOT/EWS")]
    [InlineData("DistinguishedName", "CN=EWS (Default Web Site),CN=HTTP,CN=Protocols,CN=EX01,CN=Servers,CN=Contoso,DC=contoso,DC=com")]
    public void Without_Server_other_properties_name_it(string property, string value)
    {
        FakeView view = new() { { "ExternalUrl", "https://mail.contoso.com/EWS" }, { "MRSProxyEnabled", true }, { property, value } };
        Assert.Equal("EX01", Read(view).Server);
    }

    private static VirtualDirectory Read(FakeView view) => new EndpointInputs().AddObject(view).VirtualDirectory
        ?? throw new InvalidOperationException("no virtual directory");
}
