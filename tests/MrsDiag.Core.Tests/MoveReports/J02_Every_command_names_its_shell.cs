using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class J02_Every_command_names_its_shell
{
    private static string MissingFor(FakeView view)
    {
        MoveReportException error = Assert.Throws<MoveReportException>(() => Read(view));
        Assert.Equal("ReportMissing", error.Code);
        return error.Message;
    }

    [Fact]
    public void A_request_without_its_report_names_the_command_of_Exchange_Online()
    {
        FakeView view = Onboarding(Report(null));
        view.Add("Report", null);
        Assert.Contains("in Exchange Online PowerShell: Get-MoveRequestStatistics -Identity 'Adele Vance' -IncludeReport", MissingFor(view), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_move_within_the_organization_names_the_management_shell()
    {
        FakeView view = new() { { "StatusDetail", "Failed" }, { "RequestStyle", "IntraOrg" }, { "DisplayName", "O'Neil" }, { "SyncStage", "x" } };
        Assert.Contains("in the Exchange Management Shell: Get-MoveRequestStatistics -Identity 'O''Neil' -IncludeReport", MissingFor(view), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MailboxRestoreRequestStatistics", "Get-MailboxRestoreRequestStatistics")]
    [InlineData("PublicFolderMailboxMigrationRequestStatistics", "Get-PublicFolderMailboxMigrationRequestStatistics")]
    public void A_sibling_names_its_own_cmdlet(string type, string cmdlet) =>
        Assert.Contains(cmdlet + " -Identity 'R1' -IncludeReport", MissingFor(new FakeView("X." + type) { { "Name", "R1" } }), System.StringComparison.Ordinal);

    [Fact]
    public void A_mailbox_without_history_names_the_switch_for_it() =>
        Assert.Contains("Get-MailboxStatistics -Identity 'Adele Vance' -IncludeMoveReport",
            MissingFor(new FakeView { { "DisplayName", "Adele Vance" }, { "MoveHistory", null } }), System.StringComparison.Ordinal);

    [Fact]
    public void A_move_request_is_told_to_ask_for_statistics() =>
        Assert.Contains("Get-MoveRequestStatistics",
            MissingFor(new FakeView("Microsoft.Exchange.Management.RecipientTasks.MoveRequest") { { "DisplayName", "A" }, { "Status", "Queued" } }), System.StringComparison.Ordinal);

    [Theory]
    [InlineData("Microsoft.Exchange.Migration.MigrationBatch")]
    [InlineData("System.Management.Automation.PSCustomObject")]
    public void A_migration_batch_is_told_to_ask_for_its_users(string type)
    {
        MoveReportException error = Assert.Throws<MoveReportException>(() => Read(new FakeView(type) { { "TotalCount", 3 }, { "Status", "Synced" }, { "Report", null } }));
        Assert.Equal("NotAMoveReport", error.Code);
        Assert.Contains("in Exchange Online PowerShell: Get-MigrationUser", error.Message, System.StringComparison.Ordinal);
    }
}
