namespace MrsDiag.Core.Tests.MoveReports;

/// <summary>Error texts as people posted them, letter by letter.</summary>
internal static class SeedTexts
{
    public const string SequenceFault =
        "CommunicationErrorTransientException: The call to 'https://MRSPROXYHOST/EWS/mrsproxy.svc ( caps:05FFFF)' failed.\n"
        + "Error details: The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint. "
        + "The value of wsrm:Identifier is not a known Sequence identifier. The reliable session was faulted.";

    public const string TwoServersAsXml =
        "<S N=”Message”>Communication with remote service ‘ CAS1.fqdn ( caps:05FFFF)’ has failed. –&gt; The call to ‘ CAS1.fqdn ( caps:05FFFF)’ failed. "
        + "Error details: The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint. "
        + "The value of wsrm:Identifier is not a known Sequence identifier. The reliable session was faulted..\n\n"
        + "Similarly, we also found the exact same reference, but for another CAS:\n\n"
        + "<S N=”Message”>Communication with remote service ‘ CAS2.fqdn ( caps:05FFFF)’ has failed. –&gt; The call to ‘ CAS2.fqdn ( caps:05FFFF)’ failed. "
        + "Error details: The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint. "
        + "The value of wsrm:Identifier is not a known Sequence identifier. The reliable session was faulted..";

    public const string Unavailable503 =
        "Original error was: Microsoft.Exchange.Migration.MigrationServerConnectionFailedException: The connection to the server 'mrs.removed.com' could not be "
        + "completed. ---> Microsoft.Exchange.MailboxReplicationService.RemoteTransientException: The call to 'https://mrs.removed.com/EWS/mrsproxy.svc' failed. "
        + "Error details: The HTTP service located at https://mrs.removed.com/EWS/mrsproxy.svc is unavailable. This could be because the service is too busy or "
        + "because no endpoint was found listening at the specified address. Please ensure that the address is correct and try accessing the service again "
        + "later. --> The remote server returned an error: (503) Server Unavailable..";

    // The web form swallowed the line ends, and the sender's remark follows the arrow.
    public const string Forbidden403 =
        "Thanks!! In my case it was this: RunspaceId : 5c6063f8-42b6-4651-ad7e-f9dbc9b1a00fResult : FailedMessage : The ExchangeRemote endpoint settings could not be "
        + "determined from the autodiscover response. No MRSProxy was found running at 'autodiscover.domain.com'.'https://autodiscover.domain.com/EWS/mrsproxy.svc' "
        + "failed. Error details: The HTTP requestwas forbidden with client authentication scheme 'Negotiate'. --> The remote server returned anerror: (403) "
        + "Forbidden.. --->This was due to not having basic auth enabled on the EWS vDir. enabled, waited and now we are cooking. no iis reset. ";

    public const string NoEndpoint =
        "Error: MigrationTransientException: The call to 'https://mail.test.com/EWS/mrsproxy.svc' failed because no service was listening on the specified endpoint. "
        + "Error details: There was no endpoint listening at https://mail.test.com/EWS/mrsproxy.svc that could accept the message. This is often caused by an "
        + "incorrect address or SOAP action. See InnerException, if present, for more details. --> Unable to connect to the remote server --> A connection attempt "
        + "failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed "
        + "to respond X.X.X.X:443 --> The call to 'https://mail.test.com/EWS/mrsproxy.svc' failed because no service was listening on the specified endpoint. Error "
        + "details: There was no endpoint listening at https://mail.test.com/EWS/mrsproxy.svc that could accept the message. This is often caused by an incorrect "
        + "address or SOAP action. See InnerException, if present, for more details. --> Unable to connect to the remote server --> A connection attempt failed "
        + "because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to "
        + "respond X.X.X.X:443 --> There was no endpoint listening at https://mail.test.com/EWS/mrsproxy.svc that could accept the message. This is often caused by "
        + "an incorrect address or SOAP action. See InnerException, if present, for more details. --> Unable to connect to the remote server --> A connection attempt "
        + "failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed "
        + "to respond X.X.X.X:443 Report:";

    public const string Kemp = "kernel: L7: badrequest-client_read [>] (-501): <s:Envelope ? , 0 [hlen 1270, nhdrs 8]";
}
