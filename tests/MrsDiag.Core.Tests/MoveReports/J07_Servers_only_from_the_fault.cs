using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J07_Servers_only_from_the_fault
{
    [Theory]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc CAS1.contoso.com (14.3.224.1 caps:05FFFF)' failed.", "CAS1.contoso.com")]
    [InlineData("The call to ‘ CAS1.fqdn ( caps:05FFFF)’ failed.", "CAS1.fqdn")]
    [InlineData("The call to '`https://hybrid.contoso.com/EWS/mrsproxy.svc EX-01_A.contoso.com` (14.3.224.1 caps:05FFFF)' failed.", "EX-01_A.contoso.com")]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc EX01 (15.1.2507.6 ServerCaps:01FF, ProxyCaps:1FFF, MailboxCaps:, legacyCaps:01FF)' failed.", "EX01")]
    [InlineData("The service 'EX01.contoso.com' (15.1.2507.6 caps:05FFFF) cannot process this mrsproxy request.", "EX01.contoso.com")]
    [InlineData("The call to 'https://MRSPROXYHOST/EWS/mrsproxy.svc ( caps:05FFFF)' failed.", "")]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc (14.3.224.1 caps:05FFFF)' failed.", "")]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed.", "")]
    [InlineData("The call to 'net.tcp://x.prod.outlook.com:9821/M DS0PR14MB5616.namprd14.prod.outlook.com (15.20.8026.17 ServerCaps:FFFFFFFF)' failed.", "")]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed (see handicaps: none).", "")]
    [InlineData("The call to 'x' failed. caps:05FFFF", "")]
    public void A_server_is_what_stands_before_its_capabilities(string text, string expected) => Assert.Equal(expected, CallTextReader.Read(text)!.Server);

    [Fact]
    public void Of_a_machine_of_Exchange_Online_and_a_server_inside_it_the_server_counts() =>
        Assert.Equal("CAS2.contoso.com", CallTextReader.Read(
            "The call to 'net.tcp://x.prod.outlook.com:9821/M DS0.prod.outlook.com (15.20.8026.17 ServerCaps:FF)' failed. Error details: " + Fault("CAS2.contoso.com (14.3.224.1 caps:05FFFF)"))!.Server);

    [Fact]
    public void One_remote_server_seen_by_three_machines_stays_one_server()
    {
        object[] entries = [.. new[] { "AM0PR01", "AM0PR02", "AM0PR03" }.Select((machine, i) => Entry(
            i, $"Transient error CommunicationErrorTransientException has occurred. The system will retry ({i + 1}/60).",
            Failure(i, "CommunicationErrorTransientException", Fault("CAS1.contoso.com (14.3.224.1 caps:05FFFF)")), machine))];
        FactItem[] failures = [.. FactsOf(Read(Onboarding(Report(entries)))).Items("failures")];
        Assert.Equal(["CAS1.contoso.com"], failures.Select(f => f["remoteServer"]).Distinct());
        Assert.Equal(["CAS1.contoso.com"], failures.Select(f => f.Server).Distinct());
        Assert.Equal(["AM0PR01", "AM0PR02", "AM0PR03"], failures.Select(f => f["mrsServer"]));
    }

    [Fact]
    public void A_fault_that_names_no_server_has_none_although_its_line_names_a_machine()
    {
        FactItem failure = FactsOf(ReadText($"2024-05-01 10:00:02Z [AM0PR01] CommunicationErrorTransientException: {Fault("( caps:05FFFF)")}")).Items("failures").Single();
        Assert.Equal((null, null, "AM0PR01"), (failure["remoteServer"], failure.Server, failure["mrsServer"]));
    }

    [Fact]
    public void The_two_servers_of_a_quoted_report_are_two()
    {
        FactSet facts = MoveReportFacts.FromText(SeedTexts.TwoServersAsXml);
        Assert.Equal(["CAS1.fqdn", "CAS2.fqdn"], facts.Items("failures").Select(f => f["remoteServer"]));
        Assert.All(facts.Items("failures"), f => Assert.Equal(Sequence, f["innermostText"]));
        Assert.Equal([0, 1], facts.Items("callOutcomes").Select(o => o.EvidenceKey));
    }
}
