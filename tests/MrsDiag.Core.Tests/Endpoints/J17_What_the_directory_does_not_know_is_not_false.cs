using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.Core.Tests.Endpoints;

public class J17_What_the_directory_does_not_know_is_not_false
{
    private static readonly string[] OfIis = ["windowsAuthentication", "basicAuthentication", "wsSecurityAuthentication", "oAuthAuthentication", "extendedProtection"];

    [Fact]
    public void With_AdPropertiesOnly_what_lives_in_IIS_is_missing()
    {
        FactItem item = ConfigurationFacts.Build(Directory(adOnly: true)).Items("virtualDirectories")[0];
        Assert.All(OfIis, f => Assert.Null(item[f]));
        Assert.Equal(true, item["mrsProxyEnabled"]);
        EndpointObservation o = Healthy2019();
        o.Configuration = Directory(adOnly: true);
        FactItem parent = EndpointFacts.Build(o).Parent;
        Assert.Equal((null, null, null, true), (parent["windowsAuthentication"], parent["basicAuthentication"], parent["extendedProtection"], parent["mrsProxyEnabled"]));
    }

    [Fact]
    public void Without_it_everything_is_there()
    {
        FactItem item = ConfigurationFacts.Build(Directory(adOnly: false)).Items("virtualDirectories")[0];
        Assert.Equal((false, false, false, false, "Allow"), (item[OfIis[0]], item[OfIis[1]], item[OfIis[2]], item[OfIis[3]], item[OfIis[4]]));
    }

    [Theory]
    [InlineData("https://mail.contoso.com/EWS/Exchange.asmx", true)]
    [InlineData("https://203.0.113.7/EWS/Exchange.asmx", true)]
    [InlineData("https://[fd00::1]/EWS/Exchange.asmx", false)]
    [InlineData("https://10.1.2.3/EWS/Exchange.asmx", false)]
    [InlineData("https://172.31.0.1/EWS/Exchange.asmx", false)]
    [InlineData("https://172.32.0.1/EWS/Exchange.asmx", true)]
    [InlineData("https://ex01/EWS/Exchange.asmx", false)]
    [InlineData("https://ex01.contoso.LOCAL/EWS/Exchange.asmx", false)]
    [InlineData("https://mail.local.contoso.com/EWS/Exchange.asmx", true)]
    [InlineData("not a url", null)]
    [InlineData("", null)]
    public void A_host_looks_public_or_not(string url, bool? isPublic) =>
        Assert.Equal(isPublic, ConfigurationFacts.Build(new VirtualDirectory { ExternalUrl = url }).Items("virtualDirectories")[0]["externalLooksPublic"]);

    [Theory]
    [InlineData(false, true, false, true)]
    [InlineData(false, false, true, false)]
    [InlineData(true, false, true, true)]
    [InlineData(true, true, false, false)]
    [InlineData(null, true, true, null)]
    public void Servers_of_one_name_that_differ_are_told(bool? enabled, bool enabledElsewhere, bool disabledElsewhere, bool? split)
    {
        VirtualDirectory directory = new() { Server = "EX01", MrsProxyEnabled = enabled, EnabledElsewhere = enabledElsewhere ? ["EX02"] : [], DisabledElsewhere = disabledElsewhere ? ["EX03"] : [] };
        Assert.Equal(split, ConfigurationFacts.Build(directory).Items("virtualDirectories")[0]["splitAcrossServers"]);
    }

    private static VirtualDirectory Directory(bool adOnly) => new()
    {
        Identity = @"EX01\EWS (Default Web Site)",
        Server = "EX01",
        Version = "15.2.986.5",
        MrsProxyEnabled = true,
        WindowsAuthentication = false,
        BasicAuthentication = false,
        WsSecurityAuthentication = false,
        OAuthAuthentication = false,
        ExtendedProtection = "Allow",
        AdPropertiesOnly = adOnly,
    };
}
