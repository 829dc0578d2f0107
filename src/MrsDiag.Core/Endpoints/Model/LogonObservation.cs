using System;

namespace MrsDiag.Endpoints;

/// <summary>One call with credentials, made by the platform's own HTTP client. Holds no password.</summary>
public sealed class LogonObservation
{
    /// <summary><c>get</c>, or <c>expectPost</c>: a POST with <c>Expect</c> whose body was held back.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The scheme that was allowed: NTLM, Negotiate, or Basic.</summary>
    public string Scheme { get; set; } = "";

    /// <summary>How the account was written: <c>domainUser</c>, <c>userPrincipalName</c>, or <c>plain</c> (J15).</summary>
    public string AccountForm { get; set; } = "";

    /// <summary>When it began, UTC.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How it ended: <see cref="CallEnd.Succeeded"/> when an HTTP answer came, of whatever status.</summary>
    public CallEnd End { get; set; }

    /// <summary>The error text; empty where an answer came.</summary>
    public string Error { get; set; } = "";

    /// <summary>HTTP status. 401 means that the logon was refused; any other answer came after it was accepted, or without asking for it.</summary>
    public int? Status { get; set; }

    /// <summary>Whether the endpoint asked for a logon at all: a 401 came on the unauthenticated exchange of this address.</summary>
    public bool WasAsked { get; set; }

    /// <summary>Headers of the answer.</summary>
    public HttpHeaderObservation[] Headers { get; set; } = [];

    /// <summary>The beginning of the body as text, at most 2,000 characters.</summary>
    public string Body { get; set; } = "";

    /// <summary>How long the body was held back; <see langword="null"/> where it was not.</summary>
    public TimeSpan? BodyHeldBack { get; set; }

    /// <summary>Whether the platform began to send the body.</summary>
    public bool SentBody { get; set; }

    /// <summary>How long the call took.</summary>
    public TimeSpan Duration { get; set; }
}
