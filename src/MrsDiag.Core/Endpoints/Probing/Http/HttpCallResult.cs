using System;
using MrsDiag.Wire.Http;

namespace MrsDiag.Endpoints.Probing;

// What a request came to. The observation is free of secrets; the head is as it was sent, for those who read tokens out of it.
internal sealed record HttpCallResult(HttpExchange Exchange, HttpResponseHead? Head)
{
    /// <summary>Whether TCP and, with https, TLS came about.</summary>
    public bool IsConnected { get; init; }

    /// <summary>Whether another request can go over the same connection.</summary>
    public bool CanReuseConnection { get; init; }

    /// <summary>When the head of the final answer was whole, UTC.</summary>
    public DateTime AnsweredAt { get; init; }
}
