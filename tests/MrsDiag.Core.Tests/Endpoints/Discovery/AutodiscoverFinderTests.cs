using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MrsDiag.Endpoints;
using MrsDiag.Endpoints.Discovery;
using MrsDiag.Endpoints.Probing;
using Xunit;

namespace MrsDiag.Core.Tests.Endpoints.Discovery;

public class AutodiscoverFinderTests
{
    private const string Domain = "https://contoso.com/autodiscover/autodiscover.xml";
    private const string Secure = "https://autodiscover.contoso.com/autodiscover/autodiscover.xml";
    private const string Plain = "http://autodiscover.contoso.com/autodiscover/autodiscover.xml";
    private const string Service = "_autodiscover._tcp.contoso.com";

    [Fact]
    public async Task The_places_are_tried_in_their_order_until_one_answers_as_Exchange()
    {
        FakeCalls calls = new FakeCalls().Answer(Domain, 404, ("Server", "nginx")).Exchange(Secure);
        FoundEndpoint found = await FindAsync(calls);
        Assert.Equal([Domain, Secure], calls.Asked);
        Assert.Equal("https://autodiscover.contoso.com/EWS/mrsproxy.svc", found.Target!.Uri.AbsoluteUri);
        Assert.Equal((TargetOrigin.Autodiscover, "adele@contoso.com", true), (found.Target.Origin, found.Target.OriginName, found.Target.MayLogOn));
        Assert.Equal([("domain", 404, ""), ("autodiscover", 401, "autodiscover.contoso.com")], found.Steps.Select(s => (s.Kind, s.Status ?? 0, s.LeadsTo)));
        Assert.Contains("not how Exchange answers", found.Steps[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_answers_all_four_places_are_told()
    {
        FakeCalls calls = new FakeCalls().Fail(Secure, CallEnd.TimedOut, "No answer within 10 seconds.");
        FoundEndpoint found = await FindAsync(calls);
        Assert.Null(found.Target);
        Assert.Equal([Domain, Secure, Plain, Service], calls.Asked);
        Assert.Equal([("domain", CallEnd.Failed), ("autodiscover", CallEnd.TimedOut), ("redirect", CallEnd.Failed), ("srv", CallEnd.Succeeded)], found.Steps.Select(s => (s.Kind, s.End)));
        Assert.Contains("No answer within 10 seconds", found.Steps[1].Detail, StringComparison.Ordinal);
        Assert.Contains("NXDOMAIN", found.Steps[3].Detail, StringComparison.Ordinal);
        Assert.Contains("-Uri", found.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "WWW-Authenticate", "Basic realm=\"mail\"", true)]
    [InlineData(401, "WWW-Authenticate", "Bearer", false)]
    [InlineData(401, "X-FEServer", "EX01", true)]
    [InlineData(400, "X-FEServer", "EX01", true)]
    [InlineData(405, "Server", "Microsoft-IIS/7.5", true)]
    [InlineData(405, "Server", "nginx", false)]
    [InlineData(200, "X-FEServer", "EX01", false)]
    [InlineData(403, "Server", "Microsoft-IIS/10.0", false)]
    [InlineData(503, "Server", "Microsoft-HTTPAPI/2.0", false)]
    public async Task Only_an_answer_of_Exchange_names_the_host(int status, string header, string value, bool isFound)
    {
        FoundEndpoint found = await FindAsync(new FakeCalls().Answer(Domain, status, (header, value)));
        Assert.Equal(isFound ? "contoso.com" : null, found.Target?.Uri.Host);
    }

    [Fact]
    public async Task Over_plain_HTTP_only_a_redirect_counts()
    {
        FoundEndpoint found = await FindAsync(new FakeCalls().Exchange(Plain));
        Assert.Null(found.Target);
        Assert.Equal(("redirect", 401, ""), (found.Steps[2].Kind, found.Steps[2].Status, found.Steps[2].LeadsTo));
    }

    [Fact]
    public async Task The_redirect_of_plain_HTTP_is_followed_to_https_and_its_host_is_shown()
    {
        FakeCalls calls = new FakeCalls().Redirect(Plain, "https://mail.fabrikam.com/autodiscover/autodiscover.xml").Exchange("https://mail.fabrikam.com/autodiscover/autodiscover.xml");
        FoundEndpoint found = await FindAsync(calls);
        Assert.Equal("https://mail.fabrikam.com/EWS/mrsproxy.svc", found.Target!.Uri.AbsoluteUri);
        Assert.Equal(("redirect", 302, "mail.fabrikam.com"), (found.Steps[2].Kind, found.Steps[2].Status, found.Steps[2].LeadsTo));
        Assert.Equal(("redirect", 401), (found.Steps[3].Kind, found.Steps[3].Status));
    }

    [Fact]
    public async Task A_host_outside_the_domain_is_probed_without_any_credential()
    {
        FakeCalls outside = new FakeCalls().Redirect(Plain, "https://mail.fabrikam.com/a").Exchange("https://mail.fabrikam.com/a");
        Assert.False((await FindAsync(outside)).Target!.MayLogOn);
        FakeCalls lookAlike = new FakeCalls().Redirect(Plain, "https://mail.evilcontoso.com/a").Exchange("https://mail.evilcontoso.com/a");
        Assert.False((await FindAsync(lookAlike)).Target!.MayLogOn);
        FakeCalls inside = new FakeCalls().Redirect(Plain, "https://mail.contoso.com/a").Exchange("https://mail.contoso.com/a");
        Assert.True((await FindAsync(inside)).Target!.MayLogOn);
    }

    [Theory]
    [InlineData("http://mail.contoso.com/x", "not followed", "mail.contoso.com")]
    [InlineData("", "without a Location", "")]
    [InlineData("ftp://mail.contoso.com/x", "no web address", "")]
    [InlineData("https://user:Passw0rd@mail.contoso.com/x", "no web address", "")]
    [InlineData("javascript:alert(1)", "no web address", "")]
    [InlineData("https://m\u0430il.contoso.com/", "no web address", "")]
    public async Task A_redirect_that_leads_elsewhere_is_read_but_not_followed(string location, string detail, string host)
    {
        FakeCalls calls = new FakeCalls().Redirect(Plain, location);
        FoundEndpoint found = await FindAsync(calls);
        Assert.Equal([Domain, Secure, Plain, Service], calls.Asked);
        Assert.Contains(detail, found.Steps[2].Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Passw0rd", found.Steps[2].Detail, StringComparison.Ordinal);
        Assert.Equal(host, found.Steps[2].LeadsTo);
    }

    [Fact]
    public async Task A_relative_redirect_stays_at_its_host()
    {
        FakeCalls calls = new FakeCalls().Redirect(Domain, "/Autodiscover/other.xml#part").Exchange("https://contoso.com/Autodiscover/other.xml");
        Assert.Equal("contoso.com", (await FindAsync(calls)).Target!.Uri.Host);
    }

    [Fact]
    public async Task Redirects_in_a_circle_and_without_end_are_left()
    {
        FakeCalls circle = new FakeCalls().Redirect(Domain, "https://www.contoso.com/").Redirect("https://www.contoso.com/", Domain);
        FoundEndpoint found = await FindAsync(circle);
        Assert.Equal([Domain, "https://www.contoso.com/", Secure, Plain, Service], circle.Asked);
        Assert.Contains(found.Steps, s => s.Detail.StartsWith("Not asked again", StringComparison.Ordinal) && s.End == CallEnd.NotTried);

        FakeCalls endless = new FakeCalls().Redirect(Domain, "https://contoso.com/0");
        foreach (int i in Enumerable.Range(0, 100))
            endless.Redirect($"https://contoso.com/{i}", $"https://contoso.com/{i + 1}");
        found = await FindAsync(endless);
        Assert.Equal(6 + 3, endless.Asked.Count);
        Assert.Contains(found.Steps, s => s.Detail.Contains("more than 5 redirects", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_record_of_DNS_is_asked_last_and_its_lowest_priority_first()
    {
        FakeCalls calls = new FakeCalls().Service("second.contoso.com", 443, priority: 20).Service("first.contoso.com", 444, priority: 10)
            .Exchange("https://second.contoso.com/autodiscover/autodiscover.xml");
        FoundEndpoint found = await FindAsync(calls);
        Assert.Equal(
            [Domain, Secure, Plain, Service, "https://first.contoso.com:444/autodiscover/autodiscover.xml", "https://second.contoso.com/autodiscover/autodiscover.xml"],
            calls.Asked);
        Assert.Equal("https://second.contoso.com/EWS/mrsproxy.svc", found.Target!.Uri.AbsoluteUri);
        Assert.Equal(("srv", "first.contoso.com"), (found.Steps[3].Kind, found.Steps[3].LeadsTo));
    }

    [Fact]
    public async Task A_record_that_names_no_host_is_not_followed()
    {
        FakeCalls calls = new FakeCalls().Service(".", 0).Service("10.0.0.1", 443).Service("bad host", 443);
        FoundEndpoint found = await FindAsync(calls);
        Assert.Equal([Domain, Secure, Plain, Service], calls.Asked);
        Assert.Contains("no such service", found.Steps[3].Detail, StringComparison.Ordinal);
    }

    public static TheoryData<string> OnlineWays() => new("alias", "redirect", "headers", "srv");

    [Theory]
    [MemberData(nameof(OnlineWays))]
    public async Task A_domain_that_points_at_Exchange_Online_is_said_so_and_nothing_there_is_probed(string way)
    {
        FakeCalls calls = way switch
        {
            "alias" => new FakeCalls().Alias(Secure, "autodiscover-namwest.outlook.com"),
            "redirect" => new FakeCalls().Redirect(Plain, "https://autodiscover-s.outlook.com/autodiscover/autodiscover.xml"),
            "headers" => new FakeCalls().Answer(Secure, 401, ("WWW-Authenticate", "Basic Realm=\"\""), ("X-FirstHopCafeEFZ", "AMS")),
            _ => new FakeCalls().Service("autodiscover.outlook.com", 443),
        };
        FoundEndpoint found = await FindAsync(calls);
        Assert.Null(found.Target);
        Assert.Contains("points at Exchange Online", found.Detail, StringComparison.Ordinal);
        Assert.Contains("-Uri", found.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(calls.Asked, a => a.Contains("outlook.com", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("outlook.com", true)]
    [InlineData("autodiscover-s.OUTLOOK.com", true)]
    [InlineData("notoutlook.com", false)]
    [InlineData("outlook.com.contoso.com", false)]
    [InlineData("", false)]
    public void Names_of_the_service_are_told_from_those_that_look_like_them(string host, bool expected) => Assert.Equal(expected, ExchangeOnlineSigns.IsHost(host));

    [Fact]
    public async Task An_international_domain_is_asked_in_its_form_for_the_wire()
    {
        FakeCalls calls = new();
        await FindAsync(calls, "adele@m\u00fcnchen.example");
        Assert.Equal("https://xn--mnchen-3ya.example/autodiscover/autodiscover.xml", calls.Asked[0]);
        Assert.Equal("_autodiscover._tcp.xn--mnchen-3ya.example", calls.Asked[^1]);
    }

    [Fact]
    public async Task The_local_part_of_the_address_goes_nowhere()
    {
        FakeCalls calls = new();
        FoundEndpoint found = await FindAsync(calls);
        Assert.DoesNotContain(calls.Asked.Concat(found.Steps.Select(s => s.Target + s.Detail)), t => t.Contains("adele", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Cancelling_ends_it() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new AutodiscoverFinder(new FakeCalls()).FindAsync(Target("adele@contoso.com"), new CancellationToken(canceled: true)));

    private static Task<FoundEndpoint> FindAsync(FakeCalls calls, string email = "adele@contoso.com") =>
        new AutodiscoverFinder(calls).FindAsync(Target(email), CancellationToken.None);

    private static EndpointTarget Target(string email)
    {
        EndpointInputs inputs = new();
        inputs.AddEmailAddress(email);
        return inputs.Targets.Single();
    }
}
