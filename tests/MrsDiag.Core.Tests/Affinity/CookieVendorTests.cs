using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.Core.Tests.Affinity;

public class CookieVendorTests
{
    [Theory]
    [InlineData("BIGipServerpool_ews", "f5")]
    [InlineData("NSC_ews-vs", "citrix")]
    [InlineData("SERVERID", "haproxy")]
    [InlineData("AWSALBCORS", "aws")]
    [InlineData("ARRAffinitySameSite", "azure")]
    [InlineData("__cf_bm", "cloudflare")]
    [InlineData("cookiesession1", "fortinet")]
    [InlineData("lbpersist", "other")]
    [InlineData("X-BackEndCookie", "")]
    [InlineData("cadataTTL", "")]
    public void A_cookie_is_known_by_its_name(string name, string vendor) => Assert.Equal(vendor, CookieVendors.Of(name, AnswerSigns.IsExchangeCookie(name)));

    [Fact]
    public void A_header_names_the_vendor_where_no_cookie_does()
    {
        FactItem parent = AffinityFacts.Build(Of(Times("CAS1", 6)).Change(t => t.ServerHeader = "BigIP")).Parent;
        Assert.Equal("F5 BIG-IP", parent["vendor"]);
        Assert.Null(parent["cookieVendor"]);
        FactItem other = AffinityFacts.Build(Of(Times("CAS1", 6)).Change(t => t.SetCookies = ["persist", "NSC_x"])).Parent;
        Assert.Equal(("citrix", "Citrix ADC"), (other["cookieVendor"], other["vendor"]));
    }
}
