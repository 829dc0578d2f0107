using System;
using System.Collections.Generic;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace MrsDiag.Wire.Tls;

/// <summary>
/// The names a certificate is good for, read from its bytes: the platform's own text of the extension is localised and differs
/// between systems. A part that cannot be read ends the list, nothing throws for it.
/// </summary>
public static class CertificateNames
{
    private const string SubjectAlternativeName = "2.5.29.17";

    /// <summary>The DNS names of the subject alternative name (RFC 5280 section 4.2.1.6).</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>The names as they stand there, in their order, wildcards included; characters that no name has are replaced.</returns>
    public static IReadOnlyList<string> DnsNames(X509Certificate2 certificate) => AlternativeNames.DnsNames(Extension(certificate));

    /// <summary>The IP addresses of the subject alternative name.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>The addresses as text, in their order.</returns>
    public static IReadOnlyList<string> IpAddresses(X509Certificate2 certificate) => AlternativeNames.IpAddresses(Extension(certificate));

    /// <summary>The common name of the subject; of several the last, which is the most specific.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <returns>The name, or an empty text.</returns>
    public static string CommonName(X509Certificate2 certificate)
    {
        if (certificate is null)
            throw new ArgumentNullException(nameof(certificate));
        return SubjectText.CommonName(certificate.SubjectName.RawData ?? []);
    }

    /// <summary>
    /// Whether the certificate is good for a host (RFC 6125, RFC 9525): a wildcard only as the whole leftmost label and for one label,
    /// an address only by an address of the certificate, the common name only where there is no DNS name.
    /// </summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="host">A name, with or without a dot at the end, or an IP address.</param>
    /// <returns>Whether it is good for it; never for a text that is no host's name.</returns>
    public static bool Matches(X509Certificate2 certificate, string host)
    {
        if (host is null)
            throw new ArgumentNullException(nameof(host));
        if (HostNames.TryReadAddress(host, out IPAddress address))
            return Contains(IpAddresses(certificate), address);
        if (!HostNames.TryToAscii(host, out string ascii) || ascii.IndexOf('*') >= 0)
            return false;
        IReadOnlyList<string> names = DnsNames(certificate);
        if (names.Count == 0)
            names = [CommonName(certificate)];
        foreach (string name in names)
        {
            if (MatchesName(name, ascii))
                return true;
        }
        return false;
    }

    private static byte[] Extension(X509Certificate2 certificate)
    {
        if (certificate is null)
            throw new ArgumentNullException(nameof(certificate));
        return certificate.Extensions[SubjectAlternativeName]?.RawData ?? [];
    }

    private static bool Contains(IReadOnlyList<string> addresses, IPAddress address)
    {
        // By value: one IPv6 address has many texts.
        foreach (string text in addresses)
        {
            if (IPAddress.TryParse(text, out IPAddress? candidate) && candidate.Equals(address))
                return true;
        }
        return false;
    }

    private static bool MatchesName(string pattern, string host)
    {
        bool isWildcard = pattern.StartsWith("*.", StringComparison.Ordinal);
        if (!HostNames.TryToAscii(isWildcard ? pattern.Substring(2) : pattern, out string name) || name.IndexOf('*') >= 0)
            return false;
        if (!isWildcard)
            return string.Equals(name, host, StringComparison.Ordinal);
        int dot = host.IndexOf('.');
        // "*.com" would be good for every domain; no client takes it.
        return dot > 0 && name.IndexOf('.') > 0 && string.Equals(host.Substring(dot + 1), name, StringComparison.Ordinal);
    }
}
