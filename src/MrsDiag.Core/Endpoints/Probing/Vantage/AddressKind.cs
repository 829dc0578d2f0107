using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Endpoints.Probing;

internal static class AddressKind
{
    public static IPAddress Normalize(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>What makes an address one that the internet does not carry; empty for a public one.</summary>
    public static string WhyPrivate(IPAddress address)
    {
        address = Normalize(address);
        if (IPAddress.IsLoopback(address))
            return "a loopback address";
        byte[] bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? WhyPrivate4(bytes) : WhyPrivate6(address, bytes);
    }

    public static bool IsPublic(IPAddress address) => WhyPrivate(address).Length == 0;

    private static string WhyPrivate4(byte[] bytes) => (bytes[0], bytes[1]) switch
    {
        (10, _) or (172, >= 16 and <= 31) or (192, 168) => "a private address (RFC 1918)",
        (169, 254) => "a link-local address",
        (100, >= 64 and <= 127) => "an address of carrier-grade NAT (RFC 6598)",
        (127, _) => "a loopback address",
        (0, _) => "an unspecified address",
        _ => "",
    };

    private static string WhyPrivate6(IPAddress address, byte[] bytes)
    {
        if (address.IsIPv6LinkLocal)
            return "a link-local address";
        if (address.IsIPv6SiteLocal)
            return "a site-local address";
        if ((bytes[0] & 0xFE) == 0xFC)
            return "a unique local address (RFC 4193)";
        return address.Equals(IPAddress.IPv6Any) ? "an unspecified address" : "";
    }
}
