using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class LineWrapTests
{
    private const string Text = "CommunicationErrorTransientException: The call to 'https://mail.contoso.com/EWS/mrsproxy.svc CAS1.contoso.com (14.3.224.1 caps:05FFFF)' failed. Error details: "
        + "The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint.";

    private static string HardWrapped(string text, int width) => string.Join("\n", text.Chunk(width).Select(c => new string(c)));

    [Theory]
    [InlineData(40)]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    public void A_console_s_right_edge_leaves_no_trace(int width)
    {
        string read = Assert.Single(ReadText(HardWrapped(Text, width)).Failures).Message;
        Assert.Equal(Text.Replace(" ", "", System.StringComparison.Ordinal), read.Replace(" ", "", System.StringComparison.Ordinal));
        Assert.Equal(Text, read);
    }

    [Theory]
    [InlineData("The HTTP request was\nforbidden with client", "The HTTP request was forbidden with client")]
    [InlineData("The HTTP requ\nest was forbidden", "The HTTP request was forbidden")]
    [InlineData("Microsoft.Exchange.MailboxReplicationService.MRSRemotePer\n                manentException: x", "Microsoft.Exchange.MailboxReplicationService.MRSRemotePermanentException: x")]
    [InlineData("Microsoft.Exchange.Migration.\nMigrationServerConnectionFailedException: x", "Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: x")]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrspr\noxy.svc' failed.", "The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed.")]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc\nCAS1.contoso.com (14.3.224.1 caps:05FFFF)' failed.", "The call to 'https://mail.contoso.com/EWS/mrsproxy.svc CAS1.contoso.com (14.3.224.1 caps:05FFFF)' failed.")]
    [InlineData("The target is Zanzibar\nKilimanjaro", "The target is Zanzibar Kilimanjaro")]
    [InlineData("It failed.\nThen it failed again.", "It failed. Then it failed again.")]
    public void A_cut_word_is_joined_where_it_can_be_told(string text, string expected) =>
        Assert.Equal(expected, TextBlockParser.Rejoin([.. text.Split('\n')]));
}
