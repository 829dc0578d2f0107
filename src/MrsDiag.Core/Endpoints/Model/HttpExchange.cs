using System;

namespace MrsDiag.Endpoints;

/// <summary>One HTTP request without credentials, and what came back.</summary>
public sealed class HttpExchange
{
    /// <summary>What it was made for.</summary>
    public ExchangePurpose Purpose { get; set; }

    /// <summary>Method.</summary>
    public string Method { get; set; } = "";

    /// <summary>Path that was asked for.</summary>
    public string Path { get; set; } = "";

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How it ended: <see cref="CallEnd.Succeeded"/> when a whole HTTP answer came, of whatever status.</summary>
    public CallEnd End { get; set; }

    /// <summary>The error text; empty where an answer came.</summary>
    public string Error { get; set; } = "";

    /// <summary>HTTP status of the final answer.</summary>
    public int? Status { get; set; }

    /// <summary>Its reason phrase.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Its headers.</summary>
    public HttpHeaderObservation[] Headers { get; set; } = [];

    /// <summary>Authentication schemes that it offers, lower case, sorted, each once.</summary>
    public string[] AuthenticationSchemes { get; set; } = [];

    /// <summary>Realm of Basic; empty without one.</summary>
    public string Realm { get; set; } = "";

    /// <summary>The beginning of the body as text, at most 2,000 characters.</summary>
    public string Body { get; set; } = "";

    /// <summary>How long the body was, bytes read.</summary>
    public long BodyLength { get; set; }

    /// <summary>Whether the request carried <c>Expect: 100-continue</c>.</summary>
    public bool SentExpect { get; set; }

    /// <summary>Whether an interim 100 was seen.</summary>
    public bool SawContinue { get; set; }

    /// <summary>From the end of the request's head to the 100; <see langword="null"/> without one.</summary>
    public TimeSpan? TimeToContinue { get; set; }

    /// <summary>Whether the body was sent. A final answer that came first makes sending it needless.</summary>
    public bool SentBody { get; set; }

    /// <summary>From the end of the request's head to the head of the final answer.</summary>
    public TimeSpan? TimeToAnswer { get; set; }

    /// <summary>Whether the peer closed the connection after its answer.</summary>
    public bool ConnectionClosed { get; set; }

    /// <summary>What in the answer breaks HTTP/1.1 and was read all the same.</summary>
    public string[] Anomalies { get; set; } = [];

    /// <summary>The first header of a name.</summary>
    /// <param name="name">Its name, without regard to case.</param>
    /// <returns>Its value, or empty.</returns>
    public string Header(string name)
    {
        foreach (HttpHeaderObservation header in Headers)
        {
            if (string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }
        return "";
    }
}
