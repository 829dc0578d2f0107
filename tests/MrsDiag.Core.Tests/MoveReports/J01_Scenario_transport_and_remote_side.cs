using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J01_Scenario_transport_and_remote_side
{
    [Theory]
    // style, direction, workload, flags, host, recipient -> scenario, transport, remote side
    [InlineData("CrossOrg", "Pull", "Onboarding", "CrossOrg, Pull", "mail.contoso.com", "MailUser", "onboarding", "mrsproxy", "source")]
    [InlineData("CrossOrg", "Push", "Offboarding", "CrossOrg, Push", "mail.contoso.com", "UserMailbox", "offboarding", "mrsproxy", "target")]
    [InlineData("CrossOrg", "Pull", "Local", "CrossOrg, Pull", "mail.fabrikam.com", "UserMailbox", "crossForestPull", "mrsproxy", "source")]
    [InlineData("CrossOrg", "Push", "Local", "CrossOrg, Push", "mail.fabrikam.com", "UserMailbox", "crossForestPush", "mrsproxy", "target")]
    [InlineData("CrossOrg", "Pull", "Onboarding", "CrossOrg, Pull", "outlook.office.com", "MailUser", "crossTenant", "mrsproxy", "source")]
    [InlineData("IntraOrg", "Pull", "Local", "IntraOrg, Pull", "", "UserMailbox", "local", "none", "")]
    [InlineData("", "", "Local", "", "", "UserMailbox", "local", "none", "")]
    [InlineData("CrossOrg", "Pull", "", "CrossOrg, Pull", "mail.contoso.com", "", "unknown", "mrsproxy", "source")]
    [InlineData("", "", "", "CrossOrg, Push", "mail.contoso.com", "", "unknown", "mrsproxy", "target")]
    [InlineData("CrossOrg", "Pull", "Onboarding", "", "x.resource.mailboxmigration.his.msappproxy.net", "", "onboarding", "hybridAgent", "source")]
    [InlineData("CrossOrg", "Pull", "Onboarding", "", "mail.contoso.com", "PublicFolderMailbox", "publicFolder", "mrsproxy", "source")]
    [InlineData("", "", "", "", "", "", "unknown", "unknown", "")]
    public void The_properties_tell(
        string style, string direction, string workload, string flags, string host, string recipient, string scenario, string transport, string side)
    {
        FakeView view = new()
        {
            { "RequestStyle", style }, { "Direction", direction }, { "WorkloadType", workload }, { "Flags", flags }, { "RemoteHostName", host },
            { "RecipientTypeDetails", recipient }, { "StatusDetail", "CopyingMessages" }, { "Report", Report(new object[] { Entry(0, "x") }) },
        };
        MoveReport report = Read(view);
        Assert.Equal((scenario, transport, side), (report.Scenario, report.Transport, report.RemoteSide));
    }

    [Theory]
    [InlineData("MailboxRestoreRequestStatistics", "", "restore", "none")]
    [InlineData("MailboxRestoreRequestStatistics", "mail.contoso.com", "restore", "mrsproxy")]
    [InlineData("PublicFolderMailboxMigrationRequestStatistics", "mail.contoso.com", "publicFolder", "mrsproxy")]
    [InlineData("PublicFolderMoveRequestStatistics", "", "publicFolder", "unknown")]
    [InlineData("MailboxImportRequestStatistics", "", "unknown", "none")]
    public void The_kind_of_request_tells(string type, string host, string scenario, string transport)
    {
        FakeView view = new("Microsoft.Exchange.MailboxReplicationService." + type)
        {
            { "Name", "Request" }, { "RemoteHostName", host }, { "Report", Report(new object[] { Entry(0, "x") }) },
        };
        MoveReport report = Read(view);
        Assert.Equal((type, scenario, transport), (report.Shape, report.Scenario, report.Transport));
    }

    [Fact]
    public void Outlook_Anywhere_is_its_own_transport()
    {
        FakeView view = new("Microsoft.Exchange.MailboxReplicationService.PublicFolderMigrationRequestStatistics")
        {
            { "OutlookAnywhereHostName", "rpc.contoso.com" }, { "Report", Report(new object[] { Entry(0, "x") }) },
        };
        Assert.Equal("outlookAnywhere", Read(view).Transport);
        Assert.Equal("outlookAnywhere", ReadText("We weren't able to connect to the remote server. --> error 0x6ba (The RPC server is unavailable) from cli_NspiBind").Transport);
    }

    [Theory]
    [InlineData("(15.20.1122.18 ServerCaps:01FFFFFF, ProxyCaps:1FFFC7FD, MailboxCaps:, legacyCaps:01FFFFFF)", "Pull", "onboarding")]
    [InlineData("(15.20.1122.18 ServerCaps:01FFFFFF, ProxyCaps:1FFFC7FD, MailboxCaps:, legacyCaps:01FFFFFF)", "Push", "offboarding")]
    [InlineData("(15.1.1979.3 caps:3FFFFF)", "Pull", "unknown")]
    public void Without_a_workload_the_build_of_the_service_tells_Exchange_Online(string build, string direction, string scenario)
    {
        FakeView view = new()
        {
            { "RequestStyle", "CrossOrg" }, { "Direction", direction }, { "StatusDetail", "x" },
            { "Report", Report(new object[] { Entry(0, $"The Microsoft Exchange Mailbox Replication service 'x' {build} is examining the request.") }) },
        };
        Assert.Equal(scenario, Read(view).Scenario);
    }

    [Fact]
    public void Lines_alone_tell_an_onboarding_move()
    {
        MoveReport report = ReadText("""
            12/20/2013 9:24:09 AM [DB4PR04MB459] Connected to target mailbox 'Primary (4ca8eac9-f378-4e82-8d07-f984c64176e8)', database 'EURPR04DG029-db041', Mailbox server 'DB4PR04MB459.eurprd04.prod.outlook.com' Version 15.0 (Build 842.0).
            12/20/2013 9:24:14 AM [DB4PR04MB459] Connected to source mailbox 'Primary (4ca8eac9-f378-4e82-8d07-f984c64176e8)', database 'MB_Others', Mailbox server 'CAS02.contoso.com' Version 14.3 (Build 158.0), proxy server 'CAS01.contoso.com' 14.3.151.0 caps:05FFFF.
            """);
        Assert.Equal(("onboarding", "mrsproxy", "source"), (report.Scenario, report.Transport, report.RemoteSide));
    }

    [Fact]
    public void Lines_that_do_not_tell_leave_it_unknown()
    {
        MoveReport report = ReadText("3/29/2021 3:32:27 PM [EXCH] Connected to source mailbox '0710c9d9-503a-43ca-8784-98e662ff254b (Primary)', database 'M', Mailbox server 'EXCH.contoso.com' Version 15.2 (Build 858.0).");
        Assert.Equal(("unknown", "unknown", ""), (report.Scenario, report.Transport, report.RemoteSide));
    }

    [Fact]
    public void An_archive_only_move_is_judged_by_its_archive()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add("Flags", FakeView.Enum("CrossOrg, Pull, MoveOnlyArchiveMailbox"));
        view.Add("SourceVersion", "Version 15.20 (Build 1.0)");
        view.Add("SourceArchiveVersion", "Version 14.3 (Build 158.0)");
        view.Add("SourceServer", "cloud");
        view.Add("SourceArchiveServer", "EX10");
        view.Add("TotalMailboxSize", "1 GB (1,073,741,824 bytes)");
        view.Add("TotalArchiveSize", "2 GB (2,147,483,648 bytes)");
        MoveReport report = Read(view);
        Assert.Equal(("14.3.158.0", "EX10", 2147483648d), (report.SourceVersion!.ToString(), report.SourceServer, report.TotalBytes));
    }

    [Fact]
    public void An_archive_only_move_without_archive_figures_does_not_borrow_those_of_the_mailbox()
    {
        FakeView view = Onboarding(Report(new object[] { Entry(0, "x") }));
        view.Add("Flags", "MoveOnlyArchiveMailbox");
        view.Add("SourceVersion", "Version 15.20 (Build 1.0)");
        view.Add("TotalMailboxSize", "1 GB (1,073,741,824 bytes)");
        MoveReport report = Read(view);
        Assert.Equal((null, null), (report.SourceVersion, report.TotalBytes));
    }
}
