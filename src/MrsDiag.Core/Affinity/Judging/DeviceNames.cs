using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MrsDiag.Affinity;

/// <summary>Computer names that look like those of a device in front of Exchange. A likeness, never a proof: people name servers as they like.</summary>
internal static class DeviceNames
{
    private static readonly Regex Like = new(
        @"^(?:BIG-?IP|F5|LTM|KEMP|LOADMASTER|LM\d|NETSCALER|NSVPX|NS\d|CITRIX|ADC|HAPROXY|NGINX|LB\d*|LOADBAL|VIP\d*|FW\d*|FIREWALL|TMG|ISA|WAP|PROXY|REVPROXY|RPROXY|WAF|FORTI|FGT|SOPHOS|UTM|BARRACUDA|PALOALTO|ALTEON|RADWARE|A10|GATEWAY|GW\d*)(?:$|[-_.\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(250));

    /// <summary>Whether a name looks like that of a device, or is none of the servers that were given.</summary>
    /// <param name="name">A computer name.</param>
    /// <param name="known">The servers of the pool; empty where they were not given.</param>
    /// <returns>Whether it may be the device itself.</returns>
    public static bool MayBe(string name, IReadOnlyList<string> known)
    {
        if (name.Length == 0)
            return false;
        if (known.Count > 0)
            return !known.Any(k => ComputerName.Same(k, name));
        try
        {
            return Like.IsMatch(name);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
