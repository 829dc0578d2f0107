using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>Where the programs of the bench are, and why a test that needs one cannot run.</summary>
internal static class PeerProgram
{
    // Servers of Debian packages stand in sbin, which is not on every user's PATH.
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/usr/local/sbin", "/sbin"];

    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["apache2"] = "apache2 libapache2-mod-auth-gssapi gss-ntlmssp",
        ["haproxy"] = "haproxy",
        ["nginx"] = "nginx-light",
        ["dnsmasq"] = "dnsmasq-base",
        ["dig"] = "dnsutils",
        ["openssl"] = "openssl",
        ["curl"] = "curl",
        ["pwsh"] = "PowerShell 7",
    };

    /// <summary>Every peer that a test may name.</summary>
    public static IEnumerable<string> Known => Packages.Keys;

    /// <summary>The full path of a program, or null.</summary>
    public static string? Find(string name) =>
        OperatingSystem.IsWindows() ? null : Folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);

    /// <summary>The full path of a program that must be there.</summary>
    /// <exception cref="FileNotFoundException">It is not installed.</exception>
    public static string Require(string name) =>
        Find(name) ?? throw new FileNotFoundException($"{name} was not found on PATH: install {Packages.GetValueOrDefault(name, name)}.");

    /// <summary>What is missing for this peer, with the packages to install; null when it can run.</summary>
    public static string? Missing(string peer) =>
        Find(peer) is null || peer == "apache2" && !ApacheModules.AreThere ? $"{peer} cannot run here: install {Packages[peer]}." : null;
}
