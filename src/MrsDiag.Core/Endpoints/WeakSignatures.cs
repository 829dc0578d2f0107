using System;
using System.Collections.Generic;

namespace MrsDiag.Endpoints;

/// <summary>Signature algorithms of certificates that are no longer accepted, by object identifier (RFC 3279, RFC 4055, RFC 5758).</summary>
internal static class WeakSignatures
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.2"] = "md2RSA",
        ["1.2.840.113549.1.1.4"] = "md5RSA",
        ["1.2.840.113549.1.1.5"] = "sha1RSA",
        ["1.3.14.3.2.29"] = "sha1RSA",
        ["1.2.840.10040.4.3"] = "sha1DSA",
        ["1.2.840.10045.4.1"] = "sha1ECDSA",
    };

    /// <summary>The name of a weak algorithm; <see langword="null"/> for any other.</summary>
    /// <param name="oid">The object identifier.</param>
    public static string? NameOf(string? oid) => oid is not null && Names.TryGetValue(oid, out string? name) ? name : null;

    /// <summary>Whether a name is that of a weak algorithm, however the platform writes it.</summary>
    /// <param name="name">The name in an observation.</param>
    public static bool Has(string name) => name.StartsWith("sha1", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("md5", StringComparison.OrdinalIgnoreCase) || name.StartsWith("md2", StringComparison.OrdinalIgnoreCase);
}
