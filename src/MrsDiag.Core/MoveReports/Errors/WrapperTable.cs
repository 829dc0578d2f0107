using System;
using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>
/// What only carries another error and must never win over it (research move-report.md, rule-authoring notes; J9). A wrapper with nothing inside
/// is still the best that the text offers; that is for <see cref="ExceptionChainParser.Innermost"/> to decide.
/// </summary>
internal static class WrapperTable
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "MigrationPermanentException", "MigrationTransientException", "MigrationMRSPermanentException",
        "MigrationServerConnectionFailedException", "MigrationServerConnectionTimeoutException",
        "MigrationRemoteEndpointSettingsCouldNotBeAutodiscoveredException",
        "RemoteTransientException", "RemotePermanentException",
        "TooManyTransientFailureRetriesPermanentException",
        "SourceMailboxConnectionStalePermanentException", "TargetMailboxConnectionStalePermanentException",
        "TargetInvocationException", "AggregateException", "RemoteException", "CmdletInvocationException",
    };

    private static readonly string[] TypeStarts = ["MRSRemote", "CommunicationError", "CommunicationWithRemoteServiceFailed"];

    private static readonly string[] Texts =
    [
        "There was no endpoint listening at",
        "no service was listening on the specified endpoint",
        "Unable to connect to the remote server",
        "was unable to connect to the remote server using the credentials provided",
        "endpoint settings could not be determined from the autodiscover response",
        "No MRSProxy was found running at",
        "Migration Endpoint could not be created",
        "The job encountered too many transient failures",
        "Exception has been thrown by the target of an invocation",
        "We weren't able to connect to the remote server",
        "We were not able to connect to the remote server",
        "Couldn't connect to the source mailbox",
        "Couldn't connect to the target mailbox",
        "One or more errors occurred",
    ];

    /// <summary>Whether a class only carries another error.</summary>
    /// <param name="type">Class name without namespace.</param>
    public static bool IsWrapperType(string type)
    {
        if (type.Length == 0)
            return false;
        if (Types.Contains(type))
            return true;
        return Array.Exists(TypeStarts, start => TextSearch.Starts(type, start));
    }

    /// <summary>Whether a text holds "The connection to the server X could not be completed", with or without quotes.</summary>
    public static bool IsConnectionSentence(string text) =>
        TextSearch.Has(text, "could not be completed") && TextSearch.Has(text, "connection to the server");

    /// <summary>Whether a message only says that something failed, not why.</summary>
    /// <param name="message">One link's message.</param>
    public static bool IsWrapperText(string message)
    {
        string head = message.Length > 600 ? message.Substring(0, 600) : message;
        if (TextSearch.HasAny(head, Texts))
            return true;
        if (IsConnectionSentence(head))
            return true;
        return TextSearch.Starts(head, "Communication with remote service") && TextSearch.Has(head, "has failed");
    }
}
