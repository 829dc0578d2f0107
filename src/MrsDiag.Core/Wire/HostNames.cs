using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MrsDiag.Wire;

// Names of hosts in the form in which the wire carries them.
internal static class HostNames
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    // Lower case, punycode, no dot at the end. Underscores are allowed: service records begin with them.
    public static bool TryToAscii(string name, out string ascii)
    {
        ascii = name.EndsWith(".", StringComparison.Ordinal) ? name.Substring(0, name.Length - 1) : name;
        if (!IsAscii(ascii) && !TryPunycode(ascii, out ascii))
            return false;
        ascii = ascii.ToLowerInvariant();
        if (ascii.Length is 0 or > LongestName)
            return false;
        foreach (string label in ascii.Split('.'))
        {
            if (label.Length is 0 or > LongestLabel || !IsPrintable(label))
                return false;
        }
        return true;
    }

    // Only whole addresses: IPAddress.TryParse alone takes "10" for 0.0.0.10. A scope belongs to this computer, not to the wire.
    public static bool TryReadAddress(string host, out IPAddress address)
    {
        string text = host.Length > 2 && host[0] == '[' && host[host.Length - 1] == ']' ? host.Substring(1, host.Length - 2) : host;
        int scope = text.IndexOf('%');
        if (scope > 0 && text.IndexOf(':') >= 0)
            text = text.Substring(0, scope);
        bool isWhole = text.IndexOf(':') >= 0 || text.Split('.').Length == 4;
        if (!isWhole || !IPAddress.TryParse(text, out IPAddress? parsed))
        {
            address = IPAddress.None;
            return false;
        }
        address = parsed;
        return address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6;
    }

    private static bool TryPunycode(string name, out string ascii)
    {
        ascii = name;
        // The mapping's cost grows faster than the name.
        if (name.Length > LongestName)
            return false;
        try
        {
            ascii = new IdnMapping().GetAscii(name);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsAscii(string text)
    {
        foreach (char c in text)
        {
            if (c > '\x7F')
                return false;
        }
        return true;
    }

    private static bool IsPrintable(string label)
    {
        foreach (char c in label)
        {
            if (c is <= ' ' or >= '\x7F')
                return false;
        }
        return true;
    }
}
