using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>Tells failures of a remote call from failures of anything else: a mailbox, a directory, an item.</summary>
internal static class CallSigns
{
    private static readonly string[] TypeStarts =
    [
        "CommunicationError", "CommunicationWithRemoteService", "MrsHttp", "TimeoutError", "EndpointNotFound", "MRSProxyConnectionLimit",
        "WebException", "SocketException", "HttpRequestException", "MessageSecurityException", "ServerTooBusyException", "ProtocolException",
        "SecurityNegotiationException", "MigrationServerConnection", "MigrationRemoteEndpointSettings", "MigrationConnectionTested",
    ];

    private static readonly string[] Texts =
    [
        "mrsproxy", "The call to '", "Communication with remote service", "no endpoint listening", "connect to the remote server",
        "The remote server returned an", "The HTTP request", "The HTTP service", "no longer recognizes this sequence", "wsrm:Identifier",
        "reliable session", "request channel timed out", "allotted timeout", "SSL/TLS secure channel", "SSL negotiation",
        "remote certificate is invalid", "remote name could not be resolved", "actively refused", "did not properly respond",
        "forcibly closed by the remote host", "underlying connection was closed", "connection that was expected to be kept alive",
        "active MRS connections", "TCP error code", "connection to the server '", "badrequest-client_read", "authentication header received",
        "does not match the content type of the binding", "HTTP requests per minute",
        "Migration Endpoint could not be created",
    ];

    /// <summary>Whether the failure concerns a remote call.</summary>
    /// <param name="text">Cleaned text.</param>
    /// <param name="chain">Its chain; class names count in every language.</param>
    public static bool Concern(string text, IReadOnlyList<ExceptionLink> chain)
    {
        if (TextSearch.HasAny(text, Texts))
            return true;
        foreach (ExceptionLink link in chain)
        {
            if (link.Type.Length > 0 && Array.Exists(TypeStarts, start => TextSearch.Starts(link.Type, start)))
                return true;
        }
        if (WrapperTable.IsConnectionSentence(text))
            return true;
        return HostText.HasUrl(text) && TextSearch.Has(text, "/ews/");
    }
}
