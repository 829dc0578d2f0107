using System.Collections.Generic;

namespace MrsDiag.Fixtures.MoveReports;

/// <summary>
/// Failures with the texts that Exchange and the framework below it print (research move-report.md 1.4 and 2; the seeds' comments).
/// Names are general ones.
/// </summary>
public static class FailureTexts
{
    private const string Arrow = " --> ";

    private static readonly KeyValuePair<string, int>[] Transient = [Kind("Exchange", 1), Kind("Transient", 2), Kind("MRS", 10), Kind("MRSTransient", 11)];

    private static readonly KeyValuePair<string, int>[] Permanent = [Kind("Exchange", 1), Kind("MRS", 10), Kind("MRSPermanent", 12)];

    /// <summary>A WCF sequence that the server does not know: another server than before, or one that restarted.</summary>
    /// <param name="host">Published name.</param>
    /// <param name="server">The server that the fault names, with its build and capabilities, for example <c>CAS1.contoso.com (14.3.439.0 caps:05FFFF)</c>.</param>
    public static SampleFailure SequenceFault(string host, string server)
    {
        const string Fault = "The remote endpoint no longer recognizes this sequence. This is most likely due to an abort on the remote endpoint. "
            + "The value of wsrm:Identifier is not a known Sequence identifier. The reliable session was faulted.";
        return Call("CommunicationErrorTransientException", $"{Url(host)} {server}", "failed", Fault, Inner("CommunicationException", Fault));
    }

    /// <summary>The mailbox is still held by an earlier session.</summary>
    public static SampleFailure MailboxLocked() => new()
    {
        Type = "SourceMailboxAlreadyBeingMovedTransientException",
        Message = "Couldn't switch the mailbox into Sync Source mode.",
        Hash = "8f4c",
        Kinds = Transient,
    };

    /// <summary>401 with the schemes that the answer offered.</summary>
    public static SampleFailure Unauthorized(string host, string offered)
    {
        string text = $"The HTTP request is unauthorized with client authentication scheme 'Negotiate'. "
            + $"The authentication header received from the server was '{offered}'.";
        return Http("RemotePermanentException", "MrsHttpUnauthorizedException", host, text, "(401) Unauthorized");
    }

    /// <summary>403.</summary>
    public static SampleFailure Forbidden(string host) =>
        Http("RemoteTransientException", "MessageSecurityException", host, "The HTTP request was forbidden with client authentication scheme 'Negotiate'.", "(403) Forbidden");

    /// <summary>503.</summary>
    public static SampleFailure Unavailable(string host) =>
        Http("RemoteTransientException", "ServerTooBusyException", host, $"The HTTP service located at {Url(host)} is unavailable. "
            + "This could be because the service is too busy or because no endpoint was found listening at the specified address. "
            + "Please ensure that the address is correct and try accessing the service again later.", "(503) Server Unavailable");

    /// <summary>504.</summary>
    public static SampleFailure GatewayTimeout(string host) =>
        Http("CommunicationErrorTransientException", "ProtocolException", host, "The remote server returned an unexpected response: (504) Gateway Timeout.", "(504) Gateway Timeout");

    /// <summary>"No endpoint listening" around its reason.</summary>
    public static SampleFailure NoEndpoint(string host, string reason)
    {
        string text = $"There was no endpoint listening at {Url(host)} that could accept the message. "
            + "This is often caused by an incorrect address or SOAP action. See InnerException, if present, for more details.";
        return Call("EndpointNotFoundTransientException", Url(host), "failed because no service was listening on the specified endpoint", text + Arrow + reason,
            Inner("EndpointNotFoundException", text, Inner("WebException", reason)));
    }

    /// <summary>A certificate that is not trusted.</summary>
    public static SampleFailure CertificateInvalid(string host)
    {
        string outer = $"Could not establish trust relationship for the SSL/TLS secure channel with authority '{host}'.";
        const string Closed = "The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.";
        const string Invalid = "The remote certificate is invalid according to the validation procedure.";
        return Call("CommunicationErrorTransientException", Url(host), "failed", outer + Arrow + Closed + Arrow + Invalid,
            Inner("SecurityNegotiationException", outer, Inner("WebException", Closed, Inner("AuthenticationException", Invalid))));
    }

    /// <summary>No answer in time.</summary>
    public static SampleFailure Timeout(string host, string span)
    {
        string channel = $"The request channel timed out while waiting for a reply after {span}. Increase the timeout value passed to the call to Request "
            + "or increase the SendTimeout value on the Binding. The time allotted to this operation may have been a portion of a longer timeout.";
        string request = $"The HTTP request to '{Url(host)}' has exceeded the allotted timeout of {span}. "
            + "The time allotted to this operation may have been a portion of a longer timeout.";
        return Call("TimeoutErrorTransientException", Url(host), "timed out", channel + Arrow + request,
            Inner("TimeoutException", channel, Inner("TimeoutException", request)));
    }

    /// <summary>MRS Proxy has no connection left.</summary>
    public static SampleFailure ConnectionLimit(string server) => new()
    {
        Type = "MRSProxyConnectionLimitReachedTransientException",
        Message = $"The server '{server}' has reached the maximum number of active MRS connections allowed. Current connections: 100, Connections limit: 100.",
        Hash = "b3d1",
        Kinds = [.. Transient, Kind("MRSProxyLimitReached", 14)],
    };

    /// <summary>The far side did not take the data in time.</summary>
    public static SampleFailure ExportTimeout() => new()
    {
        Type = "DataExportTransientException",
        Message = "MapiFxProxyTransientException: The data export was cancelled due to a timeout. The destination didn't respond in time.",
        Hash = "4a07",
        Kinds = Transient,
        Inner = Inner("MapiFxProxyTransientException", "The data export was cancelled due to a timeout. The destination didn't respond in time."),
    };

    /// <summary>More corrupt items than allowed.</summary>
    public static SampleFailure TooManyBadItems() => new()
    {
        Type = "TooManyBadItemsPermanentException",
        Message = "This mailbox exceeded the maximum number of corrupted items that were specified for this move request.",
        Hash = "c0de",
        Side = "",
        Kinds = Permanent,
    };

    /// <summary>The roll-up at the end of many retries.</summary>
    public static SampleFailure TooManyTransient(int count, string type, int hits) => new()
    {
        Type = "TooManyTransientFailureRetriesPermanentException",
        Message = $"The job encountered too many transient failures ({count}) and is quitting. The most common failure is {type} with the hit count {hits}.",
        Hash = "7e21",
        Side = "",
        Kinds = Permanent,
    };

    /// <summary>Puts one more wrapper around a failure, as a remote call does.</summary>
    public static SampleFailure Wrap(SampleFailure inner) => new()
    {
        Type = "MRSRemoteTransientException",
        Message = inner.Message,
        Side = inner.Side,
        Hash = inner.Hash,
        Timestamp = inner.Timestamp,
        Kinds = inner.Kinds,
        DataContext = inner.DataContext,
        Inner = inner,
    };

    private static string Url(string host) => $"https://{host}/EWS/mrsproxy.svc";

    private static SampleFailure Http(string type, string wcfType, string host, string text, string status)
    {
        string web = $"The remote server returned an error: {status}.";
        return Call(type, Url(host), "failed", text + Arrow + web, Inner(wcfType, text, Inner("WebException", web)));
    }

    private static SampleFailure Call(string type, string target, string how, string details, SampleFailure inner) => new()
    {
        Type = type,
        Message = $"The call to '{target}' {how}. Error details: {details}.",
        // Any four hex digits, the same for the same kind.
        Hash = inner.Type.Length.ToString("x2", System.Globalization.CultureInfo.InvariantCulture) + "9a",
        Kinds = type.EndsWith("PermanentException", System.StringComparison.Ordinal) ? Permanent : Transient,
        Inner = inner,
    };

    private static SampleFailure Inner(string type, string message, SampleFailure? inner = null) => new()
    {
        Type = type,
        Message = message,
        Side = "",
        Inner = inner,
    };

    private static KeyValuePair<string, int> Kind(string name, int number) => new(name, number);
}
