using System;
using System.Linq;

namespace MrsDiag.Tests.Shared;

/// <summary>
/// What a test run must have: the names in MRSDIAG_REQUIRE. A test that lacks one of them fails there; elsewhere it is skipped with its reason.
/// </summary>
internal static class RequiredPeers
{
    private static readonly string[] Names = (Environment.GetEnvironmentVariable("MRSDIAG_REQUIRE") ?? "")
        .Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether the environment requires the peer, in any letter case.</summary>
    public static bool Contains(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
