using System;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MrsDiag.Endpoints;

/// <summary>Reads one host as a user writes it: a name of any script, or an IP address.</summary>
internal static class EndpointHost
{
    private const int MaxName = 253;
    private const int MaxLabel = 63;

    /// <summary>Makes the form that goes over the wire: lower-case ASCII, or an address in its canonical form without brackets.</summary>
    /// <param name="host">The host, cleaned.</param>
    /// <param name="ascii">The wire form.</param>
    /// <param name="problem">What is wrong with it, as a clause; empty where nothing is.</param>
    /// <returns>Whether it is a host.</returns>
    public static bool TryRead(string host, out string ascii, out string problem)
    {
        ascii = "";
        problem = host.Length == 0 ? "it has no host name" : "";
        if (problem.Length > 0)
            return false;
        return TryReadAddress(host, out ascii, ref problem) || (problem.Length == 0 && TryReadName(host, out ascii, out problem));
    }

    /// <summary>Whether a host in its wire form is an IP address.</summary>
    public static bool IsAddress(string host) => IPAddress.TryParse(host, out _);

    private static bool TryReadAddress(string host, out string ascii, ref string problem)
    {
        ascii = "";
        bool bracketed = host[0] == '[';
        string inside = bracketed ? host.TrimStart('[').TrimEnd(']') : host;
        if (inside.IndexOf(':') < 0)
        {
            if (bracketed)
                problem = "only an IPv6 address stands in brackets";
            return !bracketed && TryReadIPv4(host, out ascii, ref problem);
        }
        if (!IPAddress.TryParse(inside, out IPAddress? address) || address.AddressFamily != AddressFamily.InterNetworkV6)
            problem = "it is neither an IPv6 address nor a name with a port";
        else if (inside.IndexOf('%') >= 0)
            problem = "a link-local address with a zone is known to one computer only";
        else if (address.Equals(IPAddress.IPv6Any))
            problem = "nothing can be reached at the unspecified address";
        else
            ascii = address.ToString();
        return problem.Length == 0;
    }

    // Not left to the platform: it also takes 10.1, 0x0a000001 and octal numbers, and makes addresses of them that nobody meant.
    private static bool TryReadIPv4(string host, out string ascii, ref string problem)
    {
        ascii = "";
        string last = host.Substring(host.LastIndexOf('.') + 1);
        bool isNumber = last.Length > 0 && Array.TrueForAll(last.ToCharArray(), c => c is >= '0' and <= '9');
        bool isHexadecimal = last.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        if (!isNumber && !isHexadecimal)
            return false;
        string[] parts = host.Split('.');
        if (parts.Length != 4 || !Array.TrueForAll(parts, IsOctet))
            problem = "an IPv4 address has four decimal numbers from 0 to 255, without leading zeros";
        else if (host is "0.0.0.0" or "255.255.255.255")
            problem = "nothing can be reached at this address";
        else
            ascii = host;
        return problem.Length == 0;
    }

    private static bool IsOctet(string part) =>
        part.Length is >= 1 and <= 3 && (part.Length == 1 || part[0] != '0')
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value <= 255;

    private static bool TryReadName(string host, out string ascii, out string problem)
    {
        ascii = "";
        problem = LookAlikes.Find(host);
        if (problem.Length > 0)
            return false;
        if (!TryToAscii(host, out string name))
            problem = "it is no valid international name";
        else if (name.Length > MaxName)
            problem = "the name is longer than the 253 characters that DNS allows";
        else if (FaultOf(name) is { } fault)
            problem = fault;
        else
            ascii = name.ToLowerInvariant();
        return problem.Length == 0;
    }

    private static bool TryToAscii(string host, out string ascii)
    {
        ascii = host;
        // Beyond what DNS takes anyway the mapping's cost grows faster than the name.
        if (Array.TrueForAll(host.ToCharArray(), c => c < 0x80) || host.Length > MaxName)
            return true;
        try
        {
            ascii = new IdnMapping { AllowUnassigned = false }.GetAscii(host.Normalize(NormalizationForm.FormKC));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string? FaultOf(string name)
    {
        foreach (string label in name.Split('.'))
        {
            if (label.Length == 0)
                return "a part of the name between two dots is empty";
            if (label.Length > MaxLabel)
                return "a part of the name is longer than the 63 characters that DNS allows";
            if (label[0] == '-' || label[label.Length - 1] == '-')
                return "a part of the name begins or ends with a hyphen";
            int bad = Array.FindIndex(label.ToCharArray(), c => !IsNameCharacter(c));
            if (bad >= 0)
                return "a host name cannot hold the character " + LookAlikes.Describe(label[bad]);
        }
        return null;
    }

    // The underscore is no letter of a host name, and yet servers have it.
    private static bool IsNameCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_';
}
