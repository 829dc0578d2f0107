using MrsDiag.Facts;

namespace MrsDiag.MoveReports;

/// <summary>How a call ended, where the innermost text of an error says it plainly; a probe fills the same fields from what it saw.</summary>
internal static class CallKindText
{
    private static readonly (string Text, string Kind, string Stage)[] Sentences =
    [
        ("the connected party did not properly respond after a period of time", "timedOut", "connect"),
        ("target machine actively refused it", "refused", "connect"),
        ("The remote name could not be resolved", "nameNotResolved", "dns"),
        ("An existing connection was forcibly closed by the remote host", "reset", "request"),
        ("A connection that was expected to be kept alive was closed by the server", "closed", "request"),
        ("Could not establish trust relationship for the SSL/TLS secure channel", "certificateNotTrusted", "tls"),
        ("The remote certificate is invalid according to the validation procedure", "certificateNotTrusted", "tls"),
        ("Could not create SSL/TLS secure channel", "tlsFailed", "tls"),
        ("SSL negotiation failed", "tlsFailed", "tls"),
        ("The request channel timed out", "timedOut", "request"),
        ("has exceeded the allotted timeout of", "timedOut", "request"),
        ("The operation has timed out", "timedOut", "request"),
    ];

    /// <summary>Fills kind, stage and logon where they are missing and the text is plain.</summary>
    public static void Fill(FactItem item)
    {
        if (TextSearch.Has(item.Text("message"), "content type text/html"))
            item.Put("contentType", "text/html");
        if (item["status"] is double status)
        {
            item.Put("kind", "answered");
            // The Mailbox Replication Service always calls with credentials: a 401 that it reports came after them.
            item.Put("logon", status == 401 ? "refused" : null);
            return;
        }
        string text = item.Text("text");
        foreach ((string sentence, string kind, string stage) in Sentences)
        {
            if (!TextSearch.Has(text, sentence))
                continue;
            item.Put("kind", kind);
            item.Put("stage", stage);
            return;
        }
    }
}
