using System.Collections.Generic;
using System.Linq;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class ExceptionChainParserTests
{
    [Theory]
    [InlineData("Access is denied.", "", ":Access is denied.")]
    [InlineData("", "", ":")]
    [InlineData("", "StoragePermanentException", "StoragePermanentException:")]
    [InlineData("MapiExceptionNetworkError: Unable to make connection to the server. (hr=0x80040115, ec=-2147221227)", "",
        "MapiExceptionNetworkError:Unable to make connection to the server. (hr=0x80040115, ec=-2147221227)")]
    [InlineData("Microsoft.Exchange.Data.Storage.StoragePermanentException: Broken.", "", "StoragePermanentException:Broken.")]
    [InlineData("System.Net.Sockets.SocketException (10060): No answer.", "", "SocketException:No answer.")]
    [InlineData("System.Runtime.InteropServices.COMException (0x80004005): No.", "", "COMException:No.")]
    [InlineData("|Microsoft.Exchange.Migration.MigrationPermanentException|Target mailbox is full.", "", "MigrationPermanentException:Target mailbox is full.", true)]
    [InlineData("DataExportTransientException: MapiFxProxyTransientException: The data export was cancelled.", "",
        "~DataExportTransientException: | MapiFxProxyTransientException:The data export was cancelled.")]
    [InlineData("DataExportTransientException: MapiFxProxyTransientException: The data export was cancelled.", "DataExportTransientException",
        "~DataExportTransientException: | MapiFxProxyTransientException:The data export was cancelled.")]
    [InlineData("Cannot find a recipient. --> Cannot find a recipient.", "MigrationPermanentException", "MigrationPermanentException:Cannot find a recipient.", true)]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed. Error details: Access is denied.", "RemoteTransientException", "RemoteTransientException:Access is denied.")]
    [InlineData("Outer. ---> System.Net.WebException: Inner.\n   at System.Net.X.Y()\n   --- End of inner exception stack trace ---\n   at A.B()", "SomeException",
        "SomeException:Outer. | WebException:Inner.")]
    [InlineData("Could not do it. OriginalFailureType: MapiExceptionNotFound, WellKnownException: MRSRemote None MRSRemote\nRemote stack trace:\n   at X.Y()",
        "MRSRemotePermanentException", "~MRSRemotePermanentException: | MapiExceptionNotFound:Could not do it.")]
    [InlineData("An unexpected error has occurred and a Watson dump is being generated: Could not find a part of the path 'D:\\TEMP\\x.tmp'.", "",
        ":Could not find a part of the path 'D:\\TEMP\\x.tmp'.")]
    [InlineData("One. –> Two. —> Three.", "", ":One. | :Two. | :Three.")]
    [InlineData("The remote server returned an error: (401) Unauthorized..", "", ":The remote server returned an error: (401) Unauthorized.")]
    [InlineData("Ratio 3->2 and a>b and x - > y.", "", ":Ratio 3->2 and a>b and x - > y.")]
    public void A_text_is_read_as_its_chain(string text, string type, string expected, bool firstIsWrapper = false) =>
        Assert.Equal((firstIsWrapper ? "~" : "") + expected, Chain(ExceptionChainParser.Parse(text, type)));

    [Fact]
    public void A_class_given_apart_is_the_outermost_link()
    {
        IReadOnlyList<ExceptionLink> chain = ExceptionChainParser.Parse("MapiExceptionNetworkError: Unable to make connection to the server.", "RemoteTransientException");
        Assert.Equal("~RemoteTransientException: | MapiExceptionNetworkError:Unable to make connection to the server.", Chain(chain));
    }

    [Fact]
    public void A_chain_that_is_pasted_three_times_is_one_chain()
    {
        IReadOnlyList<ExceptionLink> chain = ExceptionChainParser.Parse(SeedTexts.NoEndpoint);
        Assert.Equal(3, chain.Count);
        Assert.Equal(["MigrationTransientException", "", ""], chain.Select(l => l.Type));
        Assert.Equal([true, true, false], chain.Select(l => l.IsWrapper));
    }

    [Fact]
    public void A_later_place_of_a_message_gives_its_class_to_the_first_place()
    {
        string text = "Failed. --> The request timed out. --> System.TimeoutException: The request timed out.";
        Assert.Equal(":Failed. | TimeoutException:The request timed out.", Chain(ExceptionChainParser.Parse(text)));
    }

    [Fact]
    public void The_innermost_of_two_classes_owns_the_words_that_both_print()
    {
        string text = "RemoteTransientException: The data is broken. ---> Microsoft.Exchange.Data.Storage.CorruptDataException: The data is broken.";
        Assert.Equal("~RemoteTransientException: | CorruptDataException:The data is broken.", Chain(ExceptionChainParser.Parse(text)));
    }

    [Theory]
    [InlineData("MigrationPermanentException")]
    [InlineData("MigrationTransientException")]
    [InlineData("MigrationMRSPermanentException")]
    [InlineData("MRSRemoteTransientException")]
    [InlineData("MRSRemotePermanentException")]
    [InlineData("RemoteTransientException")]
    [InlineData("RemotePermanentException")]
    [InlineData("CommunicationErrorTransientException")]
    [InlineData("CommunicationErrorPermanentException")]
    [InlineData("MigrationServerConnectionFailedException")]
    [InlineData("TooManyTransientFailureRetriesPermanentException")]
    public void A_wrapper_never_wins_over_what_it_carries(string wrapper)
    {
        IReadOnlyList<ExceptionLink> chain = ExceptionChainParser.Parse($"{wrapper}: Something failed. --> The disk is full.");
        Assert.True(chain[0].IsWrapper);
        Assert.Equal("The disk is full.", ExceptionChainParser.Innermost(chain).Message);
        IReadOnlyList<ExceptionLink> reversed = ExceptionChainParser.Parse($"IOException: The disk is full. --> {wrapper}: Something failed.");
        Assert.Equal("IOException", ExceptionChainParser.Innermost(reversed).Type);
    }

    [Theory]
    [InlineData("The connection to the server 'mail.contoso.com' could not be completed.")]
    [InlineData("The ExchangeRemote endpoint settings could not be determined from the autodiscover response. No MRSProxy was found running at 'x.contoso.com'.")]
    [InlineData("The Mailbox Replication Service was unable to connect to the remote server using the credentials provided. Please check the credentials and try again.")]
    [InlineData("The job encountered too many transient failures (60) and is quitting. The most common failure is X with the hit count 42.")]
    [InlineData("Communication with remote service 'CAS1.contoso.com ( caps:05FFFF)' has failed.")]
    [InlineData("Exception has been thrown by the target of an invocation.")]
    [InlineData("Unable to connect to the remote server")]
    [InlineData("Couldn't connect to the source mailbox.")]
    public void A_sentence_that_only_says_that_it_failed_is_a_wrapper_but_the_best_there_is_alone(string sentence)
    {
        Assert.Equal("The disk is full.", ExceptionChainParser.Innermost(ExceptionChainParser.Parse($"The disk is full. --> {sentence}")).Message);
        Assert.Equal(sentence, ExceptionChainParser.Innermost(ExceptionChainParser.Parse(sentence)).Message);
    }

    [Fact]
    public void A_wrapper_class_with_the_details_of_its_call_is_no_wrapper()
    {
        ExceptionLink link = ExceptionChainParser.Parse(Fault("EX01.contoso.com (15.1.2507.6 caps:05FFFF)"), "CommunicationErrorTransientException").Single();
        Assert.False(link.IsWrapper);
        Assert.Equal(Sequence, link.Message);
    }

    [Theory]
    [InlineData("SomeTransientException: A. --> B.", "SomeTransientException")]
    [InlineData("MigrationTransientException: A. --> StorageTransientException: B. --> C.", "StorageTransientException")]
    [InlineData("MigrationTransientException: A. --> C.", "MigrationTransientException")]
    [InlineData("A. --> MigrationTransientException: B.", "MigrationTransientException")]
    [InlineData("A. --> B.", "")]
    public void The_innermost_class_is_that_of_the_deciding_link_or_of_the_nearest_around_it(string text, string expected) =>
        Assert.Equal(expected, ExceptionChainParser.InnermostType(ExceptionChainParser.Parse(text)));

    [Fact]
    public void What_PowerShell_prints_around_an_error_goes_and_its_class_stays()
    {
        const string Text = """
            Test-MigrationServerAvailability : The connection to the server 'mail.contoso.com' could not be completed.
            At line:1 char:1
            + Test-MigrationServerAvailability -ExchangeRemoteMove -RemoteServer ma ...
            + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
                + CategoryInfo          : NotSpecified: (:) [Test-MigrationServerAvailability], MigrationServerConnectionFailedException
                + FullyQualifiedErrorId : [Server=X,RequestId=1,TimeStamp=4/21/2015 2:07:09 PM] [FailureCategory=Cmdlet-Y] 284A32E1
                + PSComputerName        : outlook.office365.com
            """;
        Assert.Equal("~MigrationServerConnectionFailedException:The connection to the server 'mail.contoso.com' could not be completed.",
            Chain(ExceptionChainParser.Parse(Text)));
    }

    [Fact]
    public void The_class_is_also_found_in_an_error_id_that_the_console_wrapped()
    {
        const string Text = "The call to 'https://h/EWS/mrsproxy.svc' failed. Error details: Access is denied.\n\\+ CategoryInfo : NotSpecified: (:)\n"
            + "\\+ FullyQualifiedErrorId : [Server=x] [FailureCategory=Cmdlet-RemoteTransien\ntException] 284A32E1,Microsoft.Exchange.Management.RecipientTasks.NewMoveRequest";
        Assert.Equal("RemoteTransientException:Access is denied.", Chain(ExceptionChainParser.Parse(Text)));
    }

    [Fact]
    public void The_frame_that_PowerShell_7_draws_goes()
    {
        const string Text = "\u001b[31;1mNew-MoveRequest: \u001b[0m\nLine |\n   1 |  New-MoveRequest -Identity x\n     |  ~~~~~~~~~~~~~~~~~~~~~~~~~~~\n     | You must specify the PrimaryOnly parameter.";
        Assert.Equal(":You must specify the PrimaryOnly parameter.", Chain(ExceptionChainParser.Parse(Text)));
    }

    [Fact]
    public void Words_behind_a_long_arrow_without_a_class_are_a_remark()
    {
        IReadOnlyList<ExceptionLink> chain = ExceptionChainParser.Parse(SeedTexts.Forbidden403);
        Assert.Contains("(403) Forbidden", ExceptionChainParser.Innermost(chain).Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_chains_of_an_exception_and_its_inner_exception_are_one()
    {
        IReadOnlyList<ExceptionLink> outer = ExceptionChainParser.Parse("A failed. --> B failed. --> C failed.", "OuterException");
        IReadOnlyList<ExceptionLink> inner = ExceptionChainParser.Parse("B failed. --> C failed.", "MiddleException");
        Assert.Equal("OuterException:A failed. | MiddleException:B failed. | :C failed.", Chain(ExceptionChainParser.Join(outer, inner)));
    }
}
