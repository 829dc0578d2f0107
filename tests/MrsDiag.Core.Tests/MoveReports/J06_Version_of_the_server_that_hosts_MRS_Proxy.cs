using System;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J06_Version_of_the_server_that_hosts_MRS_Proxy
{
    private static string Connected(string side, string mailboxServer, string mailboxVersion, string proxy) =>
        $"Connected to {side} mailbox '4ca8eac9-f378-4e82-8d07-f984c64176e8 (Primary)', database 'DB1', Mailbox server '{mailboxServer}' {mailboxVersion}{proxy}.";

    private static readonly string Source2010 = Connected("source", "MBX1.contoso.com", "Version 14.3 (Build 158.0)", ", proxy server 'CAS1.contoso.com' 14.3.151.0 caps:05FFFF");
    private static readonly string Source2016 = Connected("source", "MBX1.contoso.com", "Version 14.3 (Build 158.0)", ", proxy server 'EX01.contoso.com' 15.1.2507.6 caps:1FFFFF");

    private static object? VersionOf(int minute, string message, params FakeView[] entries)
    {
        FakeView view = Onboarding(Report(entries, new object[] { Failure(minute, "CommunicationErrorTransientException", message) }));
        view.Add("SourceVersion", "Version 14.3 (Build 158.0)");
        return FactsOf(Read(view)).Items("failures").Single()["remoteVersion"];
    }

    [Theory]
    [InlineData("CAS1.contoso.com (14.3.224.1 caps:05FFFF)", "14.3.224.1", 14d)]
    [InlineData("EX01.contoso.com (15.1.2507.6 ServerCaps:01FFFFFF, ProxyCaps:1FFFC7FD6DFDBF5FFFFFCB07EFFF, MailboxCaps:, legacyCaps:01FFFFFF)", "15.1.2507.6", 15d)]
    [InlineData("(15.0.847.30 caps:05FFFF)", "15.0.847.30", 15d)]
    public void The_build_in_the_fault_is_it(string server, string expected, double major)
    {
        FactItem failure = FailureOf(Fault(server));
        Assert.Equal((new Version(expected), major), (failure["remoteVersion"], failure["remoteMajor"]));
    }

    [Fact]
    public void The_build_in_the_fault_wins_over_the_line_before_it() =>
        Assert.Equal(new Version(15, 1, 2507, 6), VersionOf(5, Fault("EX01 (15.1.2507.6 caps:05FFFF)"), Entry(0, Source2010)));

    [Fact]
    public void Without_one_the_nearest_line_before_it_tells() =>
        Assert.Equal(new Version(15, 1, 2507, 6), VersionOf(5, Sequence, Entry(0, Source2010), Entry(4, Source2016), Entry(6, Source2010)));

    [Fact]
    public void A_line_after_it_tells_nothing() => Assert.Null(VersionOf(5, Sequence, Entry(6, Source2010)));

    [Fact]
    public void A_mailbox_on_14_3_behind_a_proxy_on_15_1_is_15_1() => Assert.Equal(new Version(15, 1, 2507, 6), VersionOf(5, Sequence, Entry(0, Source2016)));

    [Fact]
    public void The_version_of_the_mailbox_server_is_never_taken() =>
        Assert.Null(VersionOf(5, Sequence, Entry(0, Connected("source", "MBX1.contoso.com", "Version 14.3 (Build 158.0)", ""))));

    [Fact]
    public void The_proxy_of_the_other_side_is_never_taken() =>
        Assert.Null(VersionOf(5, Sequence, Entry(0, Connected("target", "AM0.contoso.com", "Version 15.1 (Build 1.0)", ", proxy server 'EX09.contoso.com' 15.2.1118.7 caps:1FFFFF"))));

    [Fact]
    public void In_a_push_the_target_is_the_remote_side()
    {
        FakeView view = Onboarding(Report(
            new object[]
            {
                Entry(0, Source2010), Entry(1, Connected("target", "EX01.contoso.com", "Version 15.1 (Build 2507.0)", ", proxy server 'EX01.contoso.com' 15.1.2507.6 caps:1FFFFF")), Entry(2, Source2010),
            },
            new object[] { Failure(5, "CommunicationErrorTransientException", Sequence) }));
        view.Add("Direction", "Push");
        view.Add("Flags", "CrossOrg, Push");
        view.Add("WorkloadType", "Offboarding");
        FactSet facts = FactsOf(Read(view));
        Assert.Equal(new Version(15, 1, 2507, 6), facts.Items("failures").Single()["remoteVersion"]);
        Assert.Equal((new Version(15, 1, 2507, 6), "EX01.contoso.com"), (facts.Parent["remoteProxyVersion"], facts.Parent["remoteProxyServer"]));
    }

    [Fact]
    public void The_place_of_its_line_decides_where_two_times_are_the_same()
    {
        FakeView failure = Failure(0, "CommunicationErrorTransientException", Sequence);
        FakeView view = Onboarding(Report(new object[]
        {
            Entry(0, Source2016), Entry(0, "Transient error CommunicationErrorTransientException has occurred. The system will retry (1/60).", failure), Entry(0, Source2010),
        }));
        Assert.Equal(new Version(15, 1, 2507, 6), FactsOf(Read(view)).Items("failures").Single()["remoteVersion"]);
    }

    [Fact]
    public void A_line_in_another_language_tells_its_proxy_all_the_same()
    {
        const string German = "Mit Quellpostfach '4ca8eac9 (Primary)' verbunden, Datenbank 'DB1', Postfachserver 'MBX1.contoso.com' Version 14.3 (Build 158.0), Proxyserver 'CAS1.contoso.com' 14.3.151.0 caps:05FFFF.";
        Assert.Equal(new Version(14, 3, 151, 0), VersionOf(5, Sequence, Entry(0, German)));
    }

    [Fact]
    public void Two_sides_with_a_proxy_and_no_direction_tell_nothing()
    {
        MoveReport report = ReadText($"""
            2024-05-01 10:00:00Z [EX05] {Source2016}
            2024-05-01 10:00:01Z [EX05] {Connected("target", "EX02.fabrikam.com", "Version 15.2 (Build 1.0)", ", proxy server 'EX02.fabrikam.com' 15.2.1118.7 caps:1FFFFF")}
            2024-05-01 10:00:02Z [EX05] CommunicationErrorTransientException: {Sequence}
            """);
        report.RemoteSide = "";
        Assert.Null(FactsOf(report).Items("failures").Single()["remoteVersion"]);
    }
}
