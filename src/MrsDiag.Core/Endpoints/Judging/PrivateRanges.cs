using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Endpoints;

/// <summary>Addresses that are not routed on the Internet.</summary>
internal static class PrivateRanges
{
    /// <summary>Whether an address is private, local, or shared by a provider's NAT.</summary>
    /// <param name="text">The address; anything else is not private.</param>
    /// <returns>Whether it is.</returns>
    public static bool Contain(string text)
    {
        if (!IPAddress.TryParse(text, out IPAddress? address))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        byte[] b = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || (b[0] & 0xFE) == 0xFC;
        return b[0] switch
        {
            10 or 127 => true,
            100 => (b[1] & 0xC0) == 64,
            169 => b[1] == 254,
            172 => (b[1] & 0xF0) == 16,
            192 => b[1] == 168,
            _ => false,
        };
    }

    /// <summary>Whether an address is of IPv6.</summary>
    /// <param name="text">The address.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsIpv6(string text) =>
        IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6;
}
