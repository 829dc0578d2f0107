using System;
using MrsDiag.Sources.Values;

namespace MrsDiag.MoveReports;

/// <summary>A report line that tells which servers a side of the move is connected through.</summary>
/// <param name="Side"><c>source</c>, <c>target</c>, or empty where the line is in another language.</param>
/// <param name="Mailbox">The mailbox as the line names it; one of Exchange Online carries its tenant.</param>
/// <param name="MailboxServer">Mailbox server.</param>
/// <param name="MailboxVersion">Its version.</param>
/// <param name="ProxyServer">Server that hosts MRS Proxy; empty where the line names none.</param>
/// <param name="ProxyVersion">Its build (J6).</param>
internal sealed record ConnectedLine(
    string Side, string Mailbox, string MailboxServer, Version? MailboxVersion, string ProxyServer, Version? ProxyVersion)
{
    private const string Start = "Connected to ";

    /// <summary>Whether the side is hosted by Exchange Online, as far as the line shows.</summary>
    public bool IsOnline =>
        RemoteServerText.IsExchangeOnline(MailboxServer)
        || Mailbox.IndexOf(".onmicrosoft.com\\", StringComparison.OrdinalIgnoreCase) >= 0
        || (MailboxVersion is { Major: 15, Minor: >= 20 });

    /// <summary>Reads a line.</summary>
    /// <param name="message">The message of a report line.</param>
    /// <returns>What it says, or <see langword="null"/> where it is another line.</returns>
    public static ConnectedLine? Parse(string message)
    {
        bool english = message.StartsWith(Start, StringComparison.Ordinal);
        if (!english && message.IndexOf("aps:", StringComparison.Ordinal) < 0)
            return null;
        string text = MrsDiag.Text.TextCleaner.Clean(message);
        FindProxy(text, out string proxy, out Version? proxyVersion);
        if (!english)
            return proxy.Length == 0 ? null : new ConnectedLine("", "", "", null, proxy, proxyVersion);
        string side = text.IndexOf("source", Start.Length, Math.Min(7, text.Length - Start.Length), StringComparison.OrdinalIgnoreCase) >= 0 ? "source"
            : text.IndexOf("target", Start.Length, Math.Min(7, text.Length - Start.Length), StringComparison.OrdinalIgnoreCase) >= 0 ? "target" : "";
        int server = TextSearch.After(text, "Mailbox server ");
        int version = server < 0 ? -1 : text.IndexOf("Version ", server, StringComparison.OrdinalIgnoreCase);
        int close = version < 0 ? -1 : text.IndexOf(')', version);
        Version? mailboxVersion = close < 0 ? null : VersionText.Parse(text.Substring(version, close - version));
        return new ConnectedLine(side, TextSearch.Quoted(text, 0) ?? "", server < 0 ? "" : TextSearch.Quoted(text, server) ?? "", mailboxVersion, proxy, proxyVersion);
    }

    // "… proxy server 'CAS01.contoso.com' 14.3.151.0 caps:05FFFF": in every language a quoted name, a build, and caps.
    private static void FindProxy(string text, out string server, out Version? version)
    {
        server = "";
        version = null;
        int caps = text.IndexOf("aps:", StringComparison.Ordinal);
        if (caps < 0)
            return;
        int quote = text.LastIndexOf('\'', caps);
        int open = quote <= 0 ? -1 : text.LastIndexOf('\'', quote - 1);
        int digit = quote + 1;
        while (digit < caps && (text[digit] is ' ' or '('))
            digit++;
        if (open < 0 || digit >= caps || !TextSearch.IsDigit(text[digit]) || text[digit - 1] == '(')
            return;
        version = VersionText.ParseDotted(text, digit, out _);
        if (version is not null)
            server = text.Substring(open + 1, quote - open - 1).Trim();
    }
}
