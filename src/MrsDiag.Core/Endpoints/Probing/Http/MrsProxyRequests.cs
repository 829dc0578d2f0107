using System.Collections.Generic;
using System.Text;

namespace MrsDiag.Endpoints.Probing;

// The requests that are made of every address.
internal static class MrsProxyRequests
{
    public const string WsSecurityPath = "/ews/exchange.asmx/wssecurity";
    public const string HealthCheckPath = "/ews/healthcheck.htm";

    /// <summary>Says nothing to anybody: a SOAP 1.2 envelope without an operation.</summary>
    public static byte[] Envelope { get; } = Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
        + "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body/></s:Envelope>");

    public static ExchangeRequest Get(ProbePlace place) => place.Request(ExchangePurpose.Get, "GET", place.Path);

    /// <summary>All that can be asked at the same time, once the first GET has shown that there is a connection.</summary>
    public static IReadOnlyList<ExchangeRequest> Others(ProbePlace place) =>
    [
        Post(place, ExchangePurpose.Post),
        Post(place, ExchangePurpose.ExpectBodyAtOnce) with { Expect = true },
        Post(place, ExchangePurpose.ExpectBodyHeldBack) with { Expect = true, Timing = BodyTiming.HeldBack },
        Post(place, ExchangePurpose.BodyHeldBack) with { Timing = BodyTiming.HeldBack },
        Post(place, ExchangePurpose.ExpectWsSecurity) with { Path = WsSecurityPath, Expect = true, Timing = BodyTiming.HeldBack },
        Post(place, ExchangePurpose.Chunked) with { IsChunked = true },
        place.Request(ExchangePurpose.HealthCheck, "GET", HealthCheckPath),
    ];

    private static ExchangeRequest Post(ProbePlace place, ExchangePurpose purpose) =>
        place.Request(purpose, "POST", place.Path) with { Body = Envelope };
}
