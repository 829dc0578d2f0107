namespace MrsDiag.Facts;

/// <summary>The collection <c>callOutcomes</c>: what a remote call ended in. Every source that sees an answer or an error has it.</summary>
public static class CallOutcomeTable
{
    /// <summary>The collection's name.</summary>
    public const string Name = "callOutcomes";

    /// <summary>How a call can end.</summary>
    public static readonly string[] Kinds =
    [
        "answered", "refused", "timedOut", "reset", "closed", "unreachable", "nameNotResolved", "tlsFailed", "certificateNotTrusted", "malformed", "failed",
    ];

    /// <summary>At which step a call without an answer ended.</summary>
    public static readonly string[] Stages = ["dns", "connect", "tls", "request"];

    /// <summary>Where the caller stood (J13).</summary>
    public static readonly string[] Vantages = ["internal", "external", "unknown"];

    /// <summary>Makes the table for one source (ordinals belong to one collection instance).</summary>
    /// <returns>The table; the same fields in the same order each time.</returns>
    public static FactCollection Create() => new(Name, "What one remote call ended in: an HTTP answer or an error.", isTimed: true,
        new FactField("status", FactType.Number, "HTTP status, from the innermost text that names one; missing without one."),
        new FactField("authSchemes", FactType.TextList, "Schemes that the answer offered, lower case, for example negotiate, ntlm; empty list: none offered."),
        new FactField("authSet", FactType.Text, "The same as one text, sorted and joined by '+': basic+negotiate+ntlm; 'none' for an empty offer; missing where the text does not say."),
        new FactField("server", FactType.Text, "Server that answered, where the text or header names it."),
        new FactField("serverVersion", FactType.Version, "Its Exchange build, where known."),
        new FactField("serverMajor", FactType.Number, "Major version of Exchange: of serverVersion; in a probe 15 where a header proves 2013 or later."),
        new FactField("host", FactType.Text, "Host that was called."),
        new FactField("isHybridAgent", FactType.Boolean, "Whether host is a Hybrid Agent name (J5)."),
        new FactField("address", FactType.Text, "Address and port that the error names, for example 203.0.113.7:443; in a probe those that were called."),
        new FactField("innermostType", FactType.Text, "Exception class of the innermost cause; missing for a plain answer."),
        new FactField("text", FactType.Text, "The innermost text."),
        new FactField("message", FactType.Text, "The whole text with its wrappers; in a probe the answer and the beginning of its body."),
        new FactField("timeout", FactType.Duration, "The time span that a timeout text states."),
        new FactField("scenario", FactType.Text, "Scenario (J1)."),
        new FactField("transport", FactType.Text, "Transport (J1)."),
        new FactField("recovered", FactType.Boolean, "Whether the work went on after it; in a report: the failure is not final, and the request neither failed nor was suspended. Missing where the input does not tell."),
        new FactField("kind", FactType.Text, "How the call ended; missing where the text does not tell.", Kinds),
        new FactField("stage", FactType.Text, "Where a call without an answer ended: name resolution, connection, TLS, or the request itself.", Stages),
        new FactField("logon", FactType.Text, "Whether the call was made without credentials, or they were accepted or refused; missing where the input does not say.", ["anonymous", "accepted", "refused"]),
        new FactField("serverHeader", FactType.Text, "Header Server of the answer, for example Microsoft-IIS/10.0; only a probe sees it, missing where absent."),
        new FactField("location", FactType.Text, "Header Location of a redirect; only a probe sees it."),
        new FactField("contentType", FactType.Text, "Header Content-Type of the answer, or the type that the text quotes."),
        new FactField("isLogonForm", FactType.Boolean, "Whether the answer is a page that asks for a logon by a form; only a probe sees it."),
        new FactField("sentExpect", FactType.Boolean, "Whether the request carried Expect: 100-continue; only a probe knows."),
        new FactField("onlyWithExpect", FactType.Boolean, "Whether the same call without Expect was answered otherwise; missing where it was not made (J14)."),
        new FactField("exchangeOnline", FactType.Boolean, "Whether headers mark the answer as one of Exchange Online; only a probe sees them."),
        new FactField("vantage", FactType.Text, "Where the probe stood (J13); missing in a report, where the caller is the one that matters.", Vantages));
}
