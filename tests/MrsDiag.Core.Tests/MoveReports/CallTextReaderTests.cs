using System;
using MrsDiag.MoveReports;
using Xunit;
using static MrsDiag.Core.Tests.MoveReports.Samples;

namespace MrsDiag.Core.Tests.MoveReports;

public class CallTextReaderTests
{
    [Theory]
    [InlineData("The remote server returned an error: (401) Unauthorized.", 401)]
    [InlineData("The remote server returned an error: (403) Forbidden..", 403)]
    [InlineData("The remote server returned an error: (404) Not Found.", 404)]
    [InlineData("The remote server returned an unexpected response: (413) RequestEntityTooLarge.", 413)]
    [InlineData("The remote server returned an error: (501) Not Implemented.", 501)]
    [InlineData("The remote server returned an error: (502) Bad Gateway.", 502)]
    [InlineData("The remote server returned an error: (504) Gateway Timeout.", 504)]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed. Error details: (405) Method Not Allowed", 405)]
    [InlineData("Der Aufruf von 'https://h/EWS/mrsproxy.svc' ist fehlgeschlagen. --> Der Remoteserver hat einen Fehler zurückgegeben: (401) Nicht autorisiert.", 401)]
    [InlineData("https://h/EWS/mrsproxy.svc --> Le serveur distant a retourné une erreur : (403) Interdit.", 403)]
    [InlineData("https://h/EWS/mrsproxy.svc --> リモート サーバーがエラーを返しました: (503) サーバーを使用できません", 503)]
    [InlineData("The HTTP request is unauthorized with client authentication scheme 'Negotiate'.", 401)]
    [InlineData("The HTTP request was forbidden with client authentication scheme 'Negotiate'.", 403)]
    [InlineData("mrsproxy.svc: Response status code does not indicate success: 502 (Bad Gateway).", 502)]
    [InlineData("mrsproxy.svc answered HTTP/1.1 503 Service Unavailable", 503)]
    public void The_status_is_read(string text, int expected) => Assert.Equal(expected, CallTextReader.Read(text)!.Status);

    [Theory]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed. The job encountered too many transient failures (503) and is quitting.")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed. Copied (404 of 500) items")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed. Items copied (404)")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed. Retries (503) All used up")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed: (hr=0x80004005, ec=401)")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed: (999) Something")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc EX01.contoso.com (15.1.2507.6 caps:05FFFF)' failed.")]
    public void Other_figures_are_no_status(string text) => Assert.Null(CallTextReader.Read(text)!.Status);

    [Fact]
    public void The_innermost_status_decides() =>
        Assert.Equal(403, CallTextReader.Read("The call to 'https://h/EWS/mrsproxy.svc' failed: (401) Unauthorized. --> The remote server returned an error: (403) Forbidden.")!.Status);

    [Fact]
    public void An_unauthorized_exception_stands_for_401_in_every_language() =>
        Assert.Equal(401, CallTextReader.Read("MrsHttpUnauthorizedException: 資格情報が正しくありません。")!.Status);

    [Theory]
    [InlineData("The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed.", "mail.contoso.com")]
    [InlineData("The call to 'https://mail.contoso.com:8443/EWS/mrsproxy.svc' failed.", "mail.contoso.com")]
    [InlineData("The call to 'HTTPS://Mail.Contoso.com/ews/MRSProxy.svc' failed.", "Mail.Contoso.com")]
    [InlineData("The remote name could not be resolved: 'mail.contoso.com'", "mail.contoso.com")]
    [InlineData("The connection to the server 'mail.contoso.com' could not be completed.", "mail.contoso.com")]
    [InlineData("No MRSProxy was found running at 'autodiscover.contoso.com'.", "autodiscover.contoso.com")]
    [InlineData("The call to 'abc.resource.mailboxmigration.his.msappproxy.net/EWS/mrsproxy.svc' timed out.", "abc.resource.mailboxmigration.his.msappproxy.net")]
    [InlineData("See https://aka.ms/x for help. The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed.", "mail.contoso.com")]
    [InlineData("The call to 'net.tcp://am0.prod.outlook.com:9821/X AM0.prod.outlook.com (15.20.1.2 ServerCaps:F)' failed. Error details: The call to 'https://mail.contoso.com/EWS/mrsproxy.svc' failed.", "mail.contoso.com")]
    [InlineData("The call to 'net.tcp://ex01.contoso.com:808/X' failed. Error details: TCP error code 10061", "ex01.contoso.com")]
    [InlineData("The call to 'https://mail.<DomainName>.com/EWS/mrsproxy.svc' failed.", "")]
    [InlineData("The HTTP request was forbidden with client authentication scheme 'Negotiate'.", "")]
    public void The_host_is_read(string text, string expected) => Assert.Equal(expected, CallTextReader.Read(text)!.Host);

    [Theory]
    [InlineData("The request channel timed out while waiting for a reply after 00:00:09.9977695. Increase the timeout value passed to the call to Request.", "00:00:09.9977695")]
    [InlineData("The request channel timed out attempting to send after 00:00:00.0049846. The time allotted may have been a portion of a longer timeout.", "00:00:00.0049846")]
    [InlineData("The HTTP request to 'https://mydomain/EWS/mrsproxy.svc' has exceeded the allotted timeout of 00:00:00.0049846.", "00:00:00.0049846")]
    [InlineData("TimeoutErrorTransientException: mrsproxy: Zeitüberschreitung nach 00:00:50.", "00:00:50")]
    public void The_stated_time_span_is_read(string text, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), CallTextReader.Read(text)!.Timeout);

    [Theory]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' timed out. The operation has timed out")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' timed out at 5/1/2024 10:00:00 AM.")]
    [InlineData("The call to 'https://h/EWS/mrsproxy.svc' failed after 00:00:10.")]
    public void What_is_no_stated_time_span_is_none(string text) => Assert.Null(CallTextReader.Read(text)!.Timeout);

    [Theory]
    [InlineData("MapiExceptionNetworkError: Unable to make connection to the server. (hr=0x80040115, ec=-2147221227)")]
    [InlineData("RecipientNotFoundPermanentException: Cannot find a recipient that has mailbox GUID '4ca8eac9-f378-4e82-8d07-f984c64176e8'.")]
    [InlineData("SourceMailboxAlreadyBeingMovedTransientException: Couldn't switch the mailbox into Sync Source mode.")]
    [InlineData("TooManyBadItemsPermanentException: This mailbox exceeded the maximum number of corrupted items that were specified for this move request.")]
    [InlineData("StoragePermanentException: The folder is broken, see https://aka.ms/x.")]
    [InlineData("StalledDueToMailboxLock")]
    public void A_failure_that_concerns_no_remote_call_has_no_outcome(string text) => Assert.Null(CallTextReader.Read(text));

    [Theory]
    [InlineData("CommunicationErrorTransientException: Fehler bei der Kommunikation.")]
    [InlineData("WebException: x")]
    [InlineData("No connection could be made because the target machine actively refused it 203.0.113.7:443")]
    [InlineData("The underlying connection was closed: An unexpected error occurred on a send.")]
    [InlineData("Could not establish trust relationship for the SSL/TLS secure channel with authority 'mail.contoso.com'.")]
    [InlineData("An existing connection was forcibly closed by the remote host")]
    [InlineData("Mailbox Replication Proxy Service can't process this request because it has reached the maximum number of active MRS connections allowed. Current connections: 100, Connections limit: 100")]
    public void A_failure_of_a_remote_call_is_known_by_its_class_or_words(string text) => Assert.NotNull(CallTextReader.Read(text));

    [Fact]
    public void All_that_a_fault_says_is_read_at_once()
    {
        CallText call = CallTextReader.Read(Fault("EX01.contoso.com (15.1.2507.6 caps:05FFFF)"))!;
        Assert.Equal(("mail.contoso.com", "EX01.contoso.com", new Version(15, 1, 2507, 6)), (call.Host, call.Server, call.ServerVersion));
        Assert.Equal((null, null, "", "", null), (call.Status, call.AuthSchemes, call.AuthSet, call.Address, call.Timeout));
        Assert.True(call.IsMrsProxy);
    }
}
