using System.Linq;
using MrsDiag.Affinity;
using MrsDiag.Endpoints;
using Xunit;
using static MrsDiag.Tests.Shared.AffinitySamples;

namespace MrsDiag.Core.Tests.Affinity;

public class J19_The_signs_of_a_server
{
    private static ServerIdentity Identity(AffinityObservation o) => new(o.Trials, o.GivenServers);

    private static AffinityReading Read(AffinityObservation o) => new(o);

    [Fact]
    public void The_computer_name_of_NTLM_identifies_by_itself()
    {
        ServerIdentity identity = Identity(Of(InTurn(4, "CAS1", "CAS2")));
        Assert.Equal((NamingSign.Ntlm, SignState.Changes, SignState.None), (identity.NamedBy, identity.Ntlm.State, identity.FrontEnd.State));
        Assert.True(identity.ConstantProves);
        Assert.Equal(["NTLM"], identity.SignsOf("CAS1"));
    }

    [Fact]
    public void X_FEServer_alone_does_not_identify_where_it_never_changes()
    {
        AffinityReading reading = Read(Of(Times("", 12)).Change(t => t.FrontEndServer = "EX01"));
        Assert.Equal((AffinityVerdict.Inconclusive, AffinityReason.OneWeakSign), (reading.Verdict, reading.Reason));
        Assert.Equal("the only name, EX01, comes from X-FEServer, which a device can set or keep", AffinityWords.Why(reading));
    }

    [Fact]
    public void X_FEServer_with_healthcheck_identifies() =>
        Assert.Equal(AffinityVerdict.OneServerSeen, Read(Of(Times("", 12)).Change(t => (t.FrontEndServer, t.HealthServer) = ("EX01", "ex01.contoso.com"))).Verdict);

    [Fact]
    public void Healthcheck_alone_does_not_identify_where_it_never_changes()
    {
        AffinityReading reading = Read(Of(Times("", 12)).Change(t => t.HealthServer = "ex01.contoso.com"));
        Assert.Equal((AffinityVerdict.Inconclusive, AffinityReason.OneWeakSign), (reading.Verdict, reading.Reason));
        Assert.Contains("healthcheck.htm", AffinityWords.Why(reading), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_X_FEServer_cannot_come_from_the_balancer()
    {
        AffinityObservation o = Of(Times("", 12)).Change(t => t.FrontEndServer = t.Number % 2 == 0 ? "EX01" : "EX02");
        Assert.Equal(AffinityVerdict.NoAffinity, Read(o).Verdict);
        Assert.Equal(NamingSign.FrontEnd, Identity(o).NamedBy);
    }

    [Fact]
    public void A_change_of_the_build_cannot_come_from_the_balancer()
    {
        AffinityReading reading = Read(Of(Times("", 12)).Change(t => (t.FrontEndServer, t.ExchangeVersion) = ("WEB", t.Number % 2 == 0 ? "15.1.2507.6" : "15.1.2507.35")));
        Assert.Equal(AffinityVerdict.NoAffinity, reading.Verdict);
        Assert.Equal(["build 15.1.2507.35", "build 15.1.2507.6"], reading.Servers);
        reading = Read(reading.Observation.Given("15.1", "EX01", "EX02"));
        Assert.Null(AffinityFacts.Build(reading).Parent["notSeen"]);
        Assert.All(AffinityFacts.Build(reading).Items("servers"), s => Assert.Null(s["isKnown"]));
    }

    [Fact]
    public void A_constant_X_FEServer_while_NTLM_names_differ_is_a_rewritten_header()
    {
        AffinityObservation o = Of(InTurn(12, "EX01", "EX02")).Change(t => t.FrontEndServer = "EX01");
        Assert.True(Identity(o).IsHeaderRewritten);
        Assert.Equal(AffinityVerdict.NoAffinity, Read(o).Verdict);
        Assert.False(Identity(Of(InTurn(12, "EX01", "EX02")).Modern()).IsHeaderRewritten);
    }

    [Fact]
    public void X_FEServer_that_came_from_one_of_the_servers_only_is_not_rewritten() =>
        Assert.False(Identity(Of(InTurn(12, "EX01", "EX02")).Change(t => t.FrontEndServer = "EX01", t => t.NtlmComputer == "EX01")).IsHeaderRewritten);

    [Fact]
    public void A_missing_challenge_is_no_signal_and_not_another_server()
    {
        AffinityReading reading = Read(Of("CAS1", "", "CAS1", "", "CAS1", "CAS1", "", "CAS1"));
        Assert.Equal((AffinityVerdict.OneServerSeen, 5), (reading.Verdict, reading.Own.Count));
    }

    [Fact]
    public void A_missing_challenge_is_named_by_a_header_that_stands_for_one_name()
    {
        AffinityObservation o = Of(InTurn(12, "EX01", "EX02")).Modern().Change(t => t.NtlmComputer = "", t => t.Number == 3);
        Assert.Equal("EX01", Identity(o).Of(o.Trials[2]));
        o.Change(t => t.FrontEndServer = "WEB");
        Assert.Equal("", Identity(o).Of(o.Trials[2]));
    }

    [Fact]
    public void No_sign_at_all_is_Inconclusive()
    {
        AffinityReading reading = Read(Of(Times("", 12)));
        Assert.Equal((AffinityVerdict.Inconclusive, AffinityReason.NoSign), (reading.Verdict, reading.Reason));
    }

    [Fact]
    public void A_certificate_that_changes_alone_is_no_proof()
    {
        AffinityReading reading = Read(Of(Times("", 12)).Change(t => t.CertificateSha256 = t.Number % 2 == 0 ? "AA" : "BB"));
        Assert.Equal((AffinityVerdict.Inconclusive, AffinityReason.CertificateChanges), (reading.Verdict, reading.Reason));
    }

    [Fact]
    public void A_certificate_that_differs_between_addresses_only_is_said_to_do_so()
    {
        AffinityObservation o = Of(Times("CAS1", 12)).With(AffinityVariant.EachAddress, "203.0.113.8", Times("CAS1", 3)).Change(t => t.CertificateSha256 = t.Address);
        Assert.Equal(SignState.ByAddress, Identity(o).Certificate.State);
        Assert.Equal(AffinityVerdict.OneServerSeen, Read(o).Verdict);
    }

    [Fact]
    public void A_certificate_of_its_own_supports_a_server()
    {
        AffinityObservation o = Of(InTurn(6, "EX01", "EX02")).Modern().Change(t => t.CertificateSha256 = t.NtlmComputer);
        Assert.Equal(["NTLM", "X-FEServer", "certificate"], Identity(o).SignsOf("EX02"));
        Assert.DoesNotContain("certificate", Identity(o.Change(t => t.CertificateSha256 = "AA")).SignsOf("EX02"));
    }

    [Theory]
    [InlineData("FW01")]
    [InlineData("BIG-IP")]
    [InlineData("f5-edge")]
    [InlineData("NETSCALER")]
    [InlineData("lb1")]
    [InlineData("TMG-PROD")]
    public void A_name_like_that_of_a_device_may_be_the_device_itself(string name)
    {
        AffinityReading reading = Read(Of(Times(name, 12)));
        Assert.Equal((AffinityVerdict.Inconclusive, AffinityReason.DeviceAnswers, name), (reading.Verdict, reading.Reason, reading.Identity.DeviceName));
    }

    [Theory]
    [InlineData("CAS1")]
    [InlineData("MAIL")]
    [InlineData("LBMAIL01")]
    [InlineData("FWEX01")]
    [InlineData("PROXIMA")]
    public void Other_names_are_servers(string name) => Assert.Equal(AffinityVerdict.OneServerSeen, Read(Of(Times(name, 12))).Verdict);

    [Fact]
    public void The_servers_given_decide_what_is_a_device()
    {
        Assert.Equal(AffinityVerdict.OneServerSeen, Read(Of(Times("FW01", 12)).Given("14.3", "fw01.contoso.com", "CAS2")).Verdict);
        AffinityReading reading = Read(Of(Times("OTHER", 12)).Given("14.3", "CAS1", "CAS2"));
        Assert.Equal(AffinityReason.DeviceAnswers, reading.Reason);
        Assert.Equal("the only name, OTHER, may be the device itself: it is none of the servers given (CAS1, CAS2)", AffinityWords.Why(reading));
    }

    [Fact]
    public void Other_signs_that_change_under_one_NTLM_name_show_the_device_and_the_servers()
    {
        AffinityReading reading = Read(Of(Times("EDGE", 12)).Change(t => t.FrontEndServer = t.Number % 2 == 0 ? "EX01" : "EX02"));
        Assert.Equal((AffinityVerdict.NoAffinity, "EDGE"), (reading.Verdict, reading.Identity.DeviceName));
        Assert.Equal(["EX02", "EX01"], reading.Servers);
    }

    [Fact]
    public void Two_signs_against_the_NTLM_name_win()
    {
        AffinityReading reading = Read(Of(Times("EDGE", 12)).Change(t => (t.FrontEndServer, t.HealthServer) = ("EX01", "EX01.contoso.com")));
        Assert.Equal((AffinityVerdict.OneServerSeen, "EDGE", "EX01"), (reading.Verdict, reading.Identity.DeviceName, reading.Servers.Single()));
    }

    [Fact]
    public void The_same_NetBIOS_name_in_two_domains_is_two_servers()
    {
        AffinityReading reading = Read(Of(Times("MAIL", 12)).Change(t => t.NtlmDnsComputer = t.Number % 2 == 0 ? "mail.contoso.com" : "mail.fabrikam.com"));
        Assert.Equal(AffinityVerdict.NoAffinity, reading.Verdict);
        Assert.Equal(["mail.fabrikam.com", "mail.contoso.com"], reading.Servers);
    }

    [Fact]
    public void Names_are_compared_without_regard_to_case_and_in_the_length_of_a_NetBIOS_name()
    {
        Assert.Equal(AffinityVerdict.OneServerSeen, Read(Of(InTurn(12, "CAS1", "cas1"))).Verdict);
        Assert.True(ComputerName.Same("contosoexchange-01.contoso.com", "CONTOSOEXCHANGE"));
        Assert.False(ComputerName.Same("", ""));
    }

    [Fact]
    public void Answers_without_an_end_are_not_counted()
    {
        AffinityObservation o = Of(InTurn(12, "CAS1", "CAS2")).Change(t => t.End = CallEnd.Reset, t => t.NtlmComputer == "CAS2");
        Assert.Equal(AffinityVerdict.OneServerSeen, Read(o).Verdict);
    }

    [Fact]
    public void A_name_a_trial_takes_no_square_of_time()
    {
        AffinityTrial[] trials = [.. Enumerable.Range(1, 10_000).Select(i => new AffinityTrial
        {
            Connection = i, Status = 401, End = CallEnd.Succeeded, NtlmComputer = "S" + i, CertificateSha256 = "C" + i, Address = "A" + i % 3000, SetCookies = ["K" + i], FrontEndServer = "F" + i,
        })];
        AffinityObservation o = Of();
        o.Trials = trials;
        o.GivenServers = [.. Enumerable.Range(1, 10_000).Select(i => "G" + i)];
        System.Diagnostics.Stopwatch clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(10_000, AffinityFacts.Build(o).Items("servers").Count);
        // Guards against hanging, with much room for a slow machine.
        Assert.True(clock.Elapsed < System.TimeSpan.FromSeconds(30), clock.Elapsed.ToString());
    }
}
