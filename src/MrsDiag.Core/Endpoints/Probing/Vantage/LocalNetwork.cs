using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace MrsDiag.Endpoints.Probing;

// The addresses of this computer with their prefix lengths, and the DNS servers it uses.
internal sealed class LocalNetwork(IReadOnlyList<(IPAddress Address, int Prefix)> addresses, IReadOnlyList<IPAddress> dnsServers)
{
    // Every platform leaves out something of it; what cannot be read is as if it were not there.
    public static LocalNetwork Read()
    {
        List<(IPAddress, int)> addresses = [];
        List<IPAddress> servers = [];
        try
        {
            foreach (NetworkInterface card in NetworkInterface.GetAllNetworkInterfaces())
            {
                if (card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown)
                    Read(card, addresses, servers);
            }
        }
        catch (Exception)
        {
            // What it could not say it does not say: the vantage becomes unknown, and no DNS server is asked.
        }
        return new LocalNetwork(addresses, [.. servers.Distinct()]);
    }

    /// <summary>DNS servers of this computer, in its order.</summary>
    public IReadOnlyList<IPAddress> DnsServers => dnsServers;

    public bool HasPublic(AddressFamily family) =>
        addresses.Any(own => own.Address.AddressFamily == family && AddressKind.IsPublic(own.Address));

    public bool HasOnlyPrivate(AddressFamily family) => !HasPublic(family);

    /// <summary>The own address whose network an address belongs to.</summary>
    public (IPAddress Address, int Prefix)? Neighbor(IPAddress address)
    {
        foreach ((IPAddress own, int prefix) in addresses)
        {
            if (IsSame(own, address, prefix))
                return (own, prefix);
        }
        return null;
    }

    /// <summary>The own public IPv6 address in the same site, which gets a /48 (RFC 6177), as an address.</summary>
    public IPAddress? SameSite(IPAddress address) =>
        address.AddressFamily != AddressFamily.InterNetworkV6
            ? null
            : addresses.Select(own => own.Address).FirstOrDefault(own => AddressKind.IsPublic(own) && IsSame(own, address, 48));

    private static void Read(NetworkInterface card, List<(IPAddress, int)> addresses, List<IPAddress> servers)
    {
        try
        {
            IPInterfaceProperties properties = card.GetIPProperties();
            foreach (UnicastIPAddressInformation own in properties.UnicastAddresses)
                addresses.Add((own.Address, Prefix(own)));
            if (card.NetworkInterfaceType == NetworkInterfaceType.Loopback && servers.Count > 0)
                return;
            // fec0:0:0:ffff::1 to ::3 is what Windows writes where nothing is configured.
            servers.AddRange(properties.DnsAddresses.Where(static server => !server.IsIPv6SiteLocal));
        }
        catch (Exception)
        {
            // What it could not say it does not say: the vantage becomes unknown, and no DNS server is asked.
        }
    }

    private static int Prefix(UnicastIPAddressInformation own)
    {
        try
        {
            return own.PrefixLength;
        }
        catch (Exception e) when (e is NotImplementedException or PlatformNotSupportedException)
        {
            // A host route: it claims no neighbors.
            return own.Address.GetAddressBytes().Length * 8;
        }
    }

    private static bool IsSame(IPAddress one, IPAddress other, int prefix)
    {
        byte[] a = one.GetAddressBytes(), b = other.GetAddressBytes();
        if (a.Length != b.Length || prefix <= 0 || prefix > a.Length * 8)
            return false;
        for (int bit = 0; bit < prefix; bit++)
        {
            int mask = 0x80 >> (bit & 7);
            if ((a[bit >> 3] & mask) != (b[bit >> 3] & mask))
                return false;
        }
        return true;
    }
}
