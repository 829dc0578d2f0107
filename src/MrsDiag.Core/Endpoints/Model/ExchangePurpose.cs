namespace MrsDiag.Endpoints;

/// <summary>What an HTTP exchange was made for.</summary>
public enum ExchangePurpose
{
    /// <summary>GET without logon.</summary>
    Get = 0,

    /// <summary>POST without logon, body at once, no <c>Expect</c>.</summary>
    Post = 1,

    /// <summary>POST with <c>Expect: 100-continue</c>, body sent without waiting.</summary>
    ExpectBodyAtOnce = 2,

    /// <summary>POST with <c>Expect</c>, body held back until a 100 or a final answer comes, at most five seconds.</summary>
    ExpectBodyHeldBack = 3,

    /// <summary>POST without <c>Expect</c>, body held back five seconds or until an answer comes.</summary>
    BodyHeldBack = 4,

    /// <summary>As <see cref="ExpectBodyHeldBack"/>, to the WS-Security address of EWS, which asks for no HTTP logon.</summary>
    ExpectWsSecurity = 5,

    /// <summary>POST with a chunked body.</summary>
    Chunked = 6,

    /// <summary>healthcheck.htm.</summary>
    HealthCheck = 7,
}
