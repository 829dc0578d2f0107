using System.Collections.Generic;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J10_Authentication_schemes_are_a_set
{
    private static string Unauthorized(string header) =>
        $"The call to '{Url}' failed. Error details: The HTTP request is unauthorized with client authentication scheme 'Negotiate'. "
        + $"The authentication header received from the server was '{header}'. --> The remote server returned an error: (401) Unauthorized.";

    [Theory]
    [InlineData("Negotiate,NTLM", "negotiate+ntlm")]
    [InlineData("NTLM, Negotiate", "negotiate+ntlm")]
    [InlineData("Negotiate,NTLM,Basic realm=\"mail.contoso.com\"", "basic+negotiate+ntlm")]
    [InlineData("Basic realm=\"mail.contoso.com\",Negotiate,NTLM", "basic+negotiate+ntlm")]
    [InlineData("Basic realm=\"mail.contoso.com\"", "basic")]
    [InlineData("Basic Realm=\"\"", "basic")]
    [InlineData("Basic realm=\"Bob's, NTLM server\", charset=\"UTF-8\"", "basic")]
    [InlineData("Negotiate", "negotiate")]
    [InlineData("Negotiate oYGeMIGboAMKAQE=, NTLM TlRMTVNT", "negotiate+ntlm")]
    [InlineData("NTLM", "ntlm")]
    [InlineData("Bearer client_id=\"x\", trusted_issuers=\"a@b\", authorization_uri=\"https://login.windows.net/\"", "bearer")]
    [InlineData("", "none")]
    public void They_are_told_by_name_in_any_order(string header, string expected)
    {
        FactItem outcome = OutcomeOf(Unauthorized(header));
        Assert.Equal((401d, expected), (outcome["status"], outcome["authSet"]));
        IReadOnlyList<string> schemes = Assert.IsAssignableFrom<IReadOnlyList<string>>(outcome["authSchemes"]);
        Assert.Equal(expected == "none" ? [] : expected.Split('+'), schemes);
    }

    [Fact]
    public void A_text_that_does_not_say_has_no_set()
    {
        FactItem outcome = OutcomeOf($"The call to '{Url}' failed. Error details: The remote server returned an error: (401) Unauthorized.");
        Assert.Equal((401d, null, null), (outcome["status"], outcome["authSchemes"], outcome["authSet"]));
    }

    [Theory]
    [InlineData("MrsHttpUnauthorizedException: Die HTTP-Anforderung ist beim Clientauthentifizierungsschema \"Negotiate\" nicht autorisiert. Vom Server wurde der Authentifizierungsheader \"Negotiate,NTLM\" empfangen. --> Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.", "negotiate+ntlm")]
    [InlineData("MrsHttpUnauthorizedException: Запрос HTTP не разрешен в схеме проверки подлинности клиента «Negotiate». Заголовок проверки подлинности, полученный от сервера, — «NTLM». --> Удаленный сервер возвратил ошибку: (401) Несанкционированный.", "ntlm")]
    [InlineData("CommunicationErrorTransientException: Die HTTP-Anforderung wurde vom Clientauthentifizierungsschema \"Negotiate\" untersagt. --> (403) Unzulässig. --> Die HTTP-Anforderung wurde vom Clientauthentifizierungsschema \"Negotiate\" untersagt.", null)]
    public void In_another_language_the_second_quoted_value_is_the_header(string text, string? expected) => Assert.Equal(expected, OutcomeOf(text)["authSet"]);

    [Fact]
    public void The_posted_403_is_a_403_and_offers_no_certainty()
    {
        FactSet facts = MoveReportFacts.FromText(SeedTexts.Forbidden403);
        FactItem outcome = Assert.Single(facts.Items("callOutcomes"));
        Assert.Equal((403d, null, "autodiscover.domain.com"), (outcome["status"], outcome["authSet"], outcome["host"]));
        Assert.Equal((null, null), (outcome["server"], outcome["serverVersion"]));
        Assert.Equal(("unknown", "mrsproxy"), (facts.Parent["scenario"], facts.Parent["transport"]));
        Assert.StartsWith("The ExchangeRemote endpoint settings could not be determined", outcome.Text, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_wizard_s_text_with_Basic_only_is_read_through_its_inner_call()
    {
        FactItem outcome = OutcomeOf("""
            HCW8078 - Migration Endpoint could not be created.

            Microsoft.Exchange.Net.CommunicationErrorTransientException

            The call to 'net.tcp://ds0pr14mb5616.namprd14.prod.outlook.com:9821/Microsoft.Exchange.MailboxReplicationService DS0PR14MB5616.namprd14.prod.outlook.com (15.20.8026.17 ServerCaps:FFFFFFFF, ProxyCaps:1FFFFFFFFFFFFFFFC7DD2DFDBF5FFFFFCB07EFFF, MailboxCaps:, legacyCaps:FFFFFFFF)' failed. Error details: The Mailbox Replication Service was unable to connect to the remote server using the credentials provided. Please check the credentials and try again. The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed. Error details: The HTTP request is unauthorized with client authentication scheme 'Negotiate'. The authentication header received from the server was 'Basic realm="mail.contoso.com"'. --> The remote server returned an error: (401) Unauthorized.. --> The HTTP request is unauthorized with client authentication scheme 'Negotiate'. The authentication header received from the server was 'Basic realm="mail.contoso.com"'. --> The remote server returned an error: (401) Unauthorized..
            """);
        Assert.Equal((401d, "basic", "mail.contoso.com", null), (outcome["status"], outcome["authSet"], outcome["host"], outcome["server"]));
    }
}
