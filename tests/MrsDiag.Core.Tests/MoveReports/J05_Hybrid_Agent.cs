using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J05_Hybrid_Agent
{
    private const string Host = "6499703f-91f1-4369-a729-b40098fdd276.resource.mailboxmigration.his.msappproxy.net";

    [Theory]
    [InlineData(Host, true)]
    [InlineData("X.RESOURCE.MAILBOXMIGRATION.HIS.MSAPPPROXY.NET", true)]
    [InlineData("resource.mailboxmigration.his.msappproxy.net", false)]
    [InlineData(Host + ".contoso.com", false)]
    [InlineData("mail.contoso.com", false)]
    [InlineData("", false)]
    public void Its_name_is_known(string host, bool expected) => Assert.Equal(expected, HybridAgent.IsHost(host));

    [Fact]
    public void A_timeout_through_it_is_told_from_the_text_alone()
    {
        FactSet facts = MoveReportFacts.FromText(
            $"Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: The connection to the server '{Host}' could not be completed. ---> "
            + $"Microsoft.Exchange.MailboxReplicationService.MRSRemoteTransientException: The call to 'https://{Host}/EWS/mrsproxy.svc' timed out. Error details: "
            + "The request channel timed out while waiting for a reply after 00:00:09.9994290. Increase the timeout value passed to the call to Request or increase "
            + "the SendTimeout value on the Binding. The time allotted to this operation may have been a portion of a longer timeout. --> "
            + "The remote server returned an error: (504) Gateway Timeout. --> The remote server returned an error: (504) Gateway Timeout.");
        FactItem outcome = Assert.Single(facts.Items("callOutcomes"));
        Assert.Equal((504d, true, "hybridAgent"), (outcome["status"], outcome["isHybridAgent"], outcome["transport"]));
        Assert.Equal(System.TimeSpan.FromTicks(99994290), outcome["timeout"]);
        Assert.Equal("hybridAgent", facts.Parent["transport"]);
    }

    [Fact]
    public void A_line_of_the_wizard_s_log_is_read_message_by_message()
    {
        FactSet facts = MoveReportFacts.FromText(
            $"2025.03.05 08:43:02.035 ERROR 10349 [Client=UX, Page=HybridConnectorInstall, Thread=8]        The connection to the server '{Host}' could not be completed., "
            + $"The call to 'https://{Host}/EWS/mrsproxy.svc' failed. Error details: The remote server returned an unexpected response: (413) RequestEntityTooLarge.., "
            + "The remote server returned an unexpected response: (413) RequestEntityTooLarge.          OriginalFailureType: ProtocolException, WellKnownException: MRSRemote None MRSRemote"
            + "      Remote stack trace:     Remote trace:       at System.ServiceModel.Channels.HttpResponseMessageHelper.ValidateResponseStatusCode()");
        FactItem failure = Assert.Single(facts.Items("failures"));
        Assert.Equal(("ProtocolException", "The remote server returned an unexpected response: (413) RequestEntityTooLarge."), (failure["innermostType"], failure["innermostText"]));
        Assert.Equal((413d, true), (Assert.Single(facts.Items("callOutcomes"))["status"], failure["isHybridAgent"]));
    }

    [Fact]
    public void A_failure_without_host_has_the_host_of_its_request()
    {
        FakeView view = Onboarding(Report(null, new object[] { Failure(0, "CommunicationErrorTransientException", "The remote server returned an error: (502) Bad Gateway.") }));
        view.Add("RemoteHostName", Host);
        FactItem outcome = Assert.Single(FactsOf(Read(view)).Items("callOutcomes"));
        Assert.Equal((Host, true, "hybridAgent"), (outcome["host"], outcome["isHybridAgent"], outcome["transport"]));
    }
}
