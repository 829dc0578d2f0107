using System.Collections.Generic;
using System.Linq;

namespace MrsDiag.Endpoints.Probing;

// What each address of an endpoint has to know of the others.
internal static class Siblings
{
    public static void Fill(IReadOnlyList<EndpointObservation> observations)
    {
        SiblingObservation[] all = [.. observations.Select(Describe)];
        for (int i = 0; i < all.Length; i++)
            observations[i].Siblings = [.. all.Where((_, other) => other != i)];
    }

    private static SiblingObservation Describe(EndpointObservation observation) => new()
    {
        Route = observation.Route,
        Address = observation.Address,
        PinnedName = observation.PinnedName,
        Tcp = observation.Tcp.End,
        CertificateSha256 = observation.Tls.Certificates.FirstOrDefault()?.Sha256 ?? "",
        GetStatus = Find(observation, ExchangePurpose.Get)?.Status,
        AuthenticationSchemes = Find(observation, ExchangePurpose.Get)?.AuthenticationSchemes ?? [],
        PostStatus = Find(observation, ExchangePurpose.Post)?.Status,
        ExpectStatus = Find(observation, ExchangePurpose.ExpectBodyHeldBack)?.Status,
        LogonStatus = observation.Logons.FirstOrDefault()?.Status,
        Server = observation.Challenges.Select(static challenge => challenge.NetBiosComputerName)
            .FirstOrDefault(static name => name.Length > 0) ?? "",
        ExtendedProtection = observation.Configuration is { AdPropertiesOnly: false } directory ? directory.ExtendedProtection : "",
    };

    private static HttpExchange? Find(EndpointObservation observation, ExchangePurpose purpose) =>
        observation.Exchanges.FirstOrDefault(exchange => exchange.Purpose == purpose);
}
