using System.Collections.Generic;

namespace MrsDiag.MoveReports;

/// <summary>Reads the HTTP status that an error text names. The figure in parentheses survives translation, the words do not.</summary>
internal static class HttpStatusText
{
    private static readonly string[] Labels = ["HTTP status code ", "status code ", "HTTP status ", "HTTP/1.1 ", "HTTP/1.0 ", "HTTP/2 ", "indicate success: "];

    /// <summary>Reads the status.</summary>
    /// <param name="chain">The chain; the innermost link that names a status decides.</param>
    /// <param name="text">The whole cleaned text, for what stands outside the links.</param>
    /// <returns>100 to 599, or <see langword="null"/>.</returns>
    public static int? Read(IReadOnlyList<ExceptionLink> chain, string text)
    {
        for (int i = chain.Count - 1; i >= 0; i--)
        {
            if (Numbered(chain[i].Message) is { } status)
                return status;
        }
        return Numbered(text) ?? FromWords(chain, text) ?? Kemp(text);
    }

    // "…: (503) Server Unavailable", "(404) Not Found", "status code 401". Other figures in parentheses are counts, not statuses.
    private static int? Numbered(string text)
    {
        for (int open = text.LastIndexOf('('); open >= 0; open = open == 0 ? -1 : text.LastIndexOf('(', open - 1))
        {
            if (ThreeDigits(text, open + 1) is { } status && open + 4 < text.Length && text[open + 4] == ')'
                && OpensPhrase(text, open) && ClosesPhrase(text, open + 5))
                return status;
        }
        foreach (string label in Labels)
        {
            int after = TextSearch.After(text, label);
            if (after >= 0 && ThreeDigits(text, after) is { } status && (after + 3 == text.Length || !char.IsLetterOrDigit(text[after + 3])))
                return status;
        }
        return null;
    }

    // At the start, or behind a colon (the full-width one of Chinese and Japanese sessions too).
    private static bool OpensPhrase(string text, int open)
    {
        int i = open - 1;
        while (i >= 0 && text[i] == ' ')
            i--;
        return i < 0 || text[i] is ':' or '\uff1a' or '>' or '.' or '"' or '\'';
    }

    // The reason phrase starts with a capital (or a script without capitals), or nothing follows.
    private static bool ClosesPhrase(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        return i >= text.Length || !char.IsLower(text[i]);
    }

    private static int? ThreeDigits(string text, int start)
    {
        if (start + 3 > text.Length)
            return null;
        int value = 0;
        for (int i = start; i < start + 3; i++)
        {
            if (!TextSearch.IsDigit(text[i]))
                return null;
            value = value * 10 + (text[i] - '0');
        }
        return value is >= 100 and <= 599 ? value : null;
    }

    private static int? FromWords(IReadOnlyList<ExceptionLink> chain, string text)
    {
        // J9: this sentence of WCF stands for 503, although it also speaks of an endpoint that was not found.
        if (TextSearch.Has(text, "The HTTP service located at") && TextSearch.Has(text, "is unavailable"))
            return 503;
        if (TextSearch.Has(text, "unauthorized with client authentication scheme"))
            return 401;
        if (TextSearch.Has(text, "forbidden with client authentication scheme"))
            return 403;
        foreach (ExceptionLink link in chain)
        {
            if (link.Type == "MrsHttpUnauthorizedException")
                return 401;
        }
        return null;
    }

    // "badrequest-client_read [>] (-501): <s:Envelope …": a load balancer's log line that tells what it answered (J18).
    private static int? Kemp(string text)
    {
        int at = TextSearch.After(text, "badrequest-client_read");
        int open = at < 0 ? -1 : text.IndexOf("(-", at, System.StringComparison.Ordinal);
        return open >= 0 && open - at < 40 ? ThreeDigits(text, open + 2) : null;
    }
}
