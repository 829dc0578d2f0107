using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Security.Authentication;

namespace MrsDiag.Endpoints.Probing;

// How an operation failed: platforms wrap one and the same socket error in different exceptions.
internal sealed record CallFailure(CallEnd End, string Error)
{
    public static CallFailure From(Exception exception, TimeSpan limit) => exception switch
    {
        TimeoutException => TimedOut(limit),
        _ when Find<SocketException>(exception) is { } socket => new(EndOf(socket.SocketErrorCode), $"{socket.SocketErrorCode}: {Text(exception)}"),
        _ when Find<AuthenticationException>(exception) is not null => new(CallEnd.TlsFailed, Text(exception)),
        // Both runtimes tell an end of the stream in the middle of something this way.
        IOException or ObjectDisposedException => new(CallEnd.Closed, Text(exception)),
        _ => new(CallEnd.Failed, Text(exception)),
    };

    public static CallFailure TimedOut(TimeSpan limit) =>
        new(CallEnd.TimedOut, FormattableString.Invariant($"No answer within {limit.TotalSeconds:0.###} seconds."));

    public static CallEnd EndOf(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => CallEnd.Refused,
        SocketError.TimedOut => CallEnd.TimedOut,
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.NetworkReset => CallEnd.Reset,
        // Writing to a connection that the peer has closed: EPIPE.
        SocketError.Shutdown => CallEnd.Closed,
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.HostDown or SocketError.NetworkDown
            or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable => CallEnd.Unreachable,
        _ => CallEnd.Failed,
    };

    public static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
                return found;
        }
        return null;
    }

    // All messages of the chain, each once: the reason often stands in the innermost one alone.
    public static string Text(Exception exception)
    {
        List<string> texts = [];
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            string text = e.Message.Trim();
            if (text.Length > 0 && e is not AggregateException && !texts.Contains(text))
                texts.Add(text);
        }
        return texts.Count == 0 ? exception.GetType().Name : AnswerText.Clean(string.Join(" ", texts), 1000);
    }
}
