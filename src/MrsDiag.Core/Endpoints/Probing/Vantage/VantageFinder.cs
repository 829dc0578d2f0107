using System.Net;

namespace MrsDiag.Endpoints.Probing;

// Where the probe stands towards an address (J13): from inside a success says little about the path of Exchange Online.
internal sealed class VantageFinder(EndpointVantage? given, LocalNetwork network)
{
    public (EndpointVantage Vantage, string Reason) Find(IPAddress address)
    {
        if (given is { } said)
            return (said, "It was given.");
        address = AddressKind.Normalize(address);
        string kind = AddressKind.WhyPrivate(address);
        if (kind.Length > 0)
            return (EndpointVantage.Internal, $"{address} is {kind}.");
        if (network.Neighbor(address) is { } neighbor)
            return (EndpointVantage.Internal, $"{address} is in the network of this computer's {neighbor.Address}/{neighbor.Prefix}.");
        if (network.SameSite(address) is { } site)
            return (EndpointVantage.Internal, $"{address} has the same /48 prefix as this computer's {site}.");
        return network.HasPublic(address.AddressFamily)
            ? (EndpointVantage.External, $"{address} is public, and so is an address of this computer.")
            : (EndpointVantage.Unknown,
                $"{address} is public, but this computer has private addresses only: it may stand inside, or outside behind another NAT.");
    }

    /// <summary>Whether silence may only mean that the router does not lead an inside client back in (hairpin NAT).</summary>
    public bool MayBeHairpin(IPAddress address, EndpointVantage vantage)
    {
        address = AddressKind.Normalize(address);
        return vantage != EndpointVantage.External && IsBeyondReach(address);
    }

    /// <summary>Whether the address is public and this computer has no public address of its family.</summary>
    public bool IsBeyondReach(IPAddress address) => AddressKind.IsPublic(address) && network.HasOnlyPrivate(address.AddressFamily);
}
