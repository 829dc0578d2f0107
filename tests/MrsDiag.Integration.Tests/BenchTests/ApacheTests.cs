using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using MrsDiag.Integration.Tests.Bench;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class ApacheTests
{
    private const string Service = "http://mail.contoso.com/EWS/mrsproxy.svc";

    [PeerTheory("apache2")]
    [InlineData("NTLM")]
    [InlineData("Negotiate")]
    public async Task The_right_password_is_let_in_over_trusted_TLS_and_a_wrong_one_is_not(string scheme)
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = CertificateAuthority.Trusted.Issue("mail.contoso.com"), AfterLogon = AfterLogon.ServicePage });
        Assert.Equal(HttpStatusCode.OK, await LogonAsync(server, scheme, server.Credential, "https://mail.contoso.com/ews/mrsproxy.svc"));
        Assert.Equal(HttpStatusCode.Unauthorized,
            await LogonAsync(server, scheme, new NetworkCredential("migration", "wrong", "CONTOSO"), "https://mail.contoso.com/EWS/mrsproxy.svc"));
    }

    [PeerFact("apache2")]
    public async Task An_anonymous_call_gets_what_a_2013_server_says()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { ComputerName = "EX01" });
        using HttpClient client = BenchClient.Create(server.EndPoint);
        using HttpResponseMessage response = await client.GetAsync(Service);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(["Negotiate", "NTLM"], response.Headers.WwwAuthenticate.Select(h => h.ToString()));
        Assert.Equal("Microsoft-IIS/10.0", response.Headers.Server.ToString());
        Assert.Equal("EX01", response.Headers.GetValues("X-FEServer").Single());
        Assert.Equal("ASP.NET", response.Headers.GetValues("X-Powered-By").Single());
        Assert.StartsWith("15.2.", response.Headers.GetValues("X-OWA-Version").Single(), StringComparison.Ordinal);
        Assert.True(Guid.TryParse(response.Headers.GetValues("request-id").Single(), out _));
        Assert.Equal("200 OK<br/>EX01.contoso.com", await client.GetStringAsync("http://mail.contoso.com/ews/healthcheck.htm"));
    }

    [PeerFact("apache2")]
    public async Task A_2010_server_names_itself_in_the_challenge_only()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { ComputerName = "CAS7", Personality = ExchangePersonality.Exchange2010 });
        using HttpClient client = BenchClient.Create(server.EndPoint);
        using HttpResponseMessage response = await client.GetAsync(Service);
        Assert.Equal("Microsoft-IIS/7.5", response.Headers.Server.ToString());
        Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("X-FE", StringComparison.Ordinal) || h.Key == "request-id" || h.Key == "X-OWA-Version");
        using HttpResponseMessage health = await client.GetAsync("http://mail.contoso.com/ews/healthcheck.htm");
        Assert.Equal(HttpStatusCode.NotFound, health.StatusCode);
        Assert.Equal("CAS7", await client.AskComputerNameAsync());
    }

    [PeerFact("apache2")]
    public async Task Challenges_of_two_servers_differ()
    {
        using ApacheFrontEnd first = new(new FrontEndOptions { ComputerName = "CAS1" }), second = new(new FrontEndOptions { ComputerName = "CAS2" });
        using HttpClient one = BenchClient.Create(first.EndPoint), two = BenchClient.Create(second.EndPoint);
        Assert.Equal(("CAS1", "CAS2"), (await one.AskComputerNameAsync(), await two.AskComputerNameAsync()));
    }

    [PeerTheory("apache2")]
    [InlineData("Negotiate")]
    [InlineData("Ntlm")]
    [InlineData("Basic")]
    [InlineData("None")]
    [InlineData("Negotiate, Ntlm, Basic")]
    public async Task Just_the_wanted_schemes_are_offered(string schemes)
    {
        OfferedSchemes offers = Enum.Parse<OfferedSchemes>(schemes);
        using ApacheFrontEnd server = new(new FrontEndOptions { Offers = offers, BasicRealm = "mail.contoso.com" });
        using HttpClient client = BenchClient.Create(server.EndPoint);
        using HttpResponseMessage response = await client.PostAsync(Service, new StringContent("<soap/>"));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        string[] expected = [.. schemes.Split(", ").Where(s => s != "None").Select(s => s switch { "Ntlm" => "NTLM", "Basic" => "Basic realm=\"mail.contoso.com\"", _ => s })];
        Assert.Equal(expected, response.Headers.WwwAuthenticate.Select(h => h.ToString()));
    }

    [PeerFact("apache2")]
    public async Task Basic_lets_in_where_it_is_offered_and_only_there()
    {
        using ApacheFrontEnd with = new(new FrontEndOptions { Offers = OfferedSchemes.Basic }), without = new();
        Assert.Equal(HttpStatusCode.BadRequest, await LogonAsync(with, "Basic", new NetworkCredential("CONTOSO\\migration", "Pa55word!"), Service));
        Assert.Equal(HttpStatusCode.Unauthorized, await LogonAsync(with, "Basic", new NetworkCredential("CONTOSO\\migration", "wrong"), Service));
        using HttpClient client = BenchClient.Create(without.EndPoint);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Basic Q09OVE9TT1xtaWdyYXRpb246UGE1NXdvcmQh");
        using HttpResponseMessage response = await client.GetAsync(Service);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [PeerTheory("apache2")]
    [InlineData(403)]
    [InlineData(405)]
    [InlineData(500)]
    [InlineData(400)]
    public async Task After_the_logon_comes_the_wanted_answer(int status)
    {
        AfterLogon[] answers = [AfterLogon.Disabled, AfterLogon.NoHandler, AfterLogon.ServerError("<p>Missing \"signing\" certificate</p>"), AfterLogon.Alive];
        AfterLogon answer = answers.Single(a => a.Status == status);
        using ApacheFrontEnd server = new(new FrontEndOptions { AfterLogon = answer });
        using HttpClient client = BenchClient.Create(server.EndPoint, "NTLM", server.Credential);
        using HttpResponseMessage response = await client.GetAsync(Service);
        Assert.Equal((status, answer.Body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("Microsoft-IIS/10.0", response.Headers.Server.ToString());
    }

    [PeerFact("apache2", "curl")]
    public async Task An_anonymous_POST_with_Expect_gets_its_401_before_any_100_as_from_IIS()
    {
        using ApacheFrontEnd server = new();
        (_, string output) = await Witness.RunAsync("curl", "-sv", "--noproxy", "*", "-H", "Expect: 100-continue", "-d", "abc", $"http://{server.EndPoint}/EWS/mrsproxy.svc");
        Assert.Contains("< HTTP/1.1 401", output);
        Assert.DoesNotContain("100 Continue", output);
    }

    [PeerFact("apache2", "curl")]
    public async Task A_logged_on_POST_with_Expect_gets_its_100()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Offers = OfferedSchemes.Basic });
        (_, string output) = await Witness.RunAsync("curl", "-sv", "--noproxy", "*", "-u", "CONTOSO\\migration:Pa55word!",
            "-H", "Expect: 100-continue", "-d", "abc", $"http://{server.EndPoint}/EWS/mrsproxy.svc");
        Assert.Contains("< HTTP/1.1 100 Continue", output);
        Assert.Contains("< HTTP/1.1 400", output);
    }

    [PeerFact("apache2", "pwsh")]
    public async Task PowerShell_as_a_child_trusts_the_certificate_too()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = CertificateAuthority.Trusted.Issue("localhost", "127.0.0.1") });
        (_, string output) = await Witness.RunAsync("pwsh", "-NoProfile", "-NonInteractive", "-Command",
            $"(Invoke-WebRequest -SkipHttpErrorCheck -NoProxy https://{server.EndPoint}/EWS/mrsproxy.svc).StatusCode");
        Assert.Equal("401", output.Trim());
    }

    [PeerFact("apache2", "curl")]
    public async Task Curl_as_a_child_trusts_the_certificate_too()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = CertificateAuthority.Trusted.Issue("mail.contoso.com") });
        (int exitCode, string output) = await Witness.RunAsync("curl", "-sSi", "--noproxy", "*", "--resolve", $"mail.contoso.com:{server.EndPoint.Port}:127.0.0.1",
            $"https://mail.contoso.com:{server.EndPoint.Port}/EWS/mrsproxy.svc");
        Assert.True(exitCode == 0, output);
        Assert.StartsWith("HTTP/1.1 401", output, StringComparison.Ordinal);
    }

    [PeerFact("apache2", "openssl")]
    public async Task A_weak_certificate_can_be_shown()
    {
        using ApacheFrontEnd server = new(new FrontEndOptions { Certificate = CertificateAuthority.Trusted.Weak("mail.contoso.com") });
        (_, string output) = await Witness.RunAsync("openssl", "s_client", "-connect", server.EndPoint.ToString(), "-cipher", "DEFAULT:@SECLEVEL=0");
        Assert.Contains("Server public key is 1024 bit", output);
    }

    private static async Task<HttpStatusCode> LogonAsync(ApacheFrontEnd server, string scheme, NetworkCredential credential, string url)
    {
        using HttpClient client = BenchClient.Create(server.EndPoint, scheme, credential);
        using HttpResponseMessage response = await client.GetAsync(url);
        return response.StatusCode;
    }
}
