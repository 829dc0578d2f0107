using System.Linq;
using MrsDiag.Configuration;
using MrsDiag.Endpoints;
using MrsDiag.Facts;
using Xunit;
using static MrsDiag.Tests.Shared.EndpointSamples;

namespace MrsDiag.Core.Tests.Endpoints;

public class J10_Who_answered_decides_what_an_answer_means
{
    [Fact]
    public void A_401_that_offers_Windows_authentication_is_health() => Assert.Empty(EndpointFacts.Build(Healthy2019()).Items("callOutcomes"));

    [Theory]
    [InlineData("basic")]
    [InlineData("")]
    [InlineData("bearer")]
    public void A_401_without_it_is_an_outcome_of_a_call_without_logon(string scheme)
    {
        EndpointObservation o = Healthy2019();
        foreach (HttpExchange exchange in o.Exchanges.Where(e => e.Status == 401))
            exchange.AuthenticationSchemes = scheme.Length > 0 ? [scheme] : [];
        FactItem[] outcomes = [.. EndpointFacts.Build(o).Items("callOutcomes")];
        Assert.Equal(2, outcomes.Length); // GET and POST; the variants of POST repeat it
        Assert.All(outcomes, i => Assert.Equal(("anonymous", scheme.Length > 0 ? scheme : "none"), (i["logon"], i["authSet"])));
    }

    [Theory]
    [InlineData(401, "refused")]
    [InlineData(403, "accepted")]
    [InlineData(503, "accepted")]
    public void What_became_of_the_credentials_is_a_fact(int status, string logon)
    {
        FactItem outcome = Assert.Single(EndpointFacts.Build(Healthy2019().WithLogon(status)).Items("callOutcomes"));
        Assert.Equal((logon, (double)status, "Microsoft-IIS/10.0", 15d), (outcome["logon"], outcome["status"], outcome["serverHeader"], outcome["serverMajor"]));
    }

    [Fact]
    public void A_refused_logon_has_the_set_of_schemes_of_its_own_answer() =>
        Assert.Equal("negotiate+ntlm", EndpointFacts.Build(Healthy2019().WithLogon(401)).Items("callOutcomes").Single()["authSet"]);

    [Theory]
    [InlineData(200, "", "")]
    [InlineData(202, "", "")]
    [InlineData(400, "", "")]
    [InlineData(500, "application/soap+xml; charset=utf-8", "<s:Envelope><s:Body><s:Fault/></s:Body></s:Envelope>")]
    public void After_the_logon_these_answers_show_a_living_service(int status, string type, string body) =>
        Assert.Empty(EndpointFacts.Build(Healthy2019().WithLogon(status, body: body, contentType: type)).Items("callOutcomes"));

    [Theory]
    [InlineData(500, "text/html", "<html>error</html>")]
    [InlineData(500, "application/soap+xml", "<s:Envelope><s:Fault>Missing signing certificate</s:Fault></s:Envelope>")]
    [InlineData(405, "", "")]
    [InlineData(404, "", "")]
    [InlineData(200, "text/html", "<form><input type=\"password\"></form>")]
    public void These_do_not(int status, string type, string body) =>
        Assert.Single(EndpointFacts.Build(Healthy2019().WithLogon(status, body: body, contentType: type)).Items("callOutcomes"));

    [Fact]
    public void The_version_comes_from_a_header_or_is_proved_to_be_2013_or_later_or_stays_unknown()
    {
        Assert.Equal(15d, EndpointFacts.Build(Healthy2019()).Parent["serverMajor"]);
        Assert.Null(EndpointFacts.Build(Healthy2010()).Parent["serverMajor"]);
        EndpointObservation o = Healthy2010();
        o.Configuration = new VirtualDirectory { Version = "14.3.123.4" };
        Assert.Equal(14d, EndpointFacts.Build(o).Parent["serverMajor"]);
    }

    [Fact]
    public void A_device_that_lets_only_POST_pass_is_no_fault()
    {
        EndpointObservation o = Healthy2019();
        Exchange(o, ExchangePurpose.Get).Status = 405;
        FactSet facts = EndpointFacts.Build(o);
        Assert.Empty(facts.Items("callOutcomes"));
        Assert.Equal(true, facts.Parent["works"]);
    }

    [Theory]
    [InlineData("X-FEProxyInfo", "x", true)]
    [InlineData("X-FirstHopCafeEFZ", "AMS", true)]
    [InlineData("X-CalculatedBETarget", "am0pr01mb1234.eurprd01.prod.outlook.com", true)]
    [InlineData("X-CalculatedBETarget", "ex01.contoso.com", false)]
    [InlineData("X-OAuth-Enabled", "True", false)]
    public void Headers_of_Exchange_Online_mark_it(string name, string value, bool isCloud)
    {
        EndpointObservation o = Healthy2019();
        HttpExchange get = Exchange(o, ExchangePurpose.Get);
        get.Headers = [.. get.Headers, new HttpHeaderObservation { Name = name, Value = value }];
        FactSet facts = EndpointFacts.Build(o);
        Assert.Equal((isCloud, isCloud ? 1 : 0), (facts.Parent["exchangeOnline"], facts.Items("callOutcomes").Count));
    }
}
