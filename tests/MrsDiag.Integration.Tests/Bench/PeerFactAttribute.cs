using System.Linq;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Integration.Tests.Bench;

/// <summary>A test that needs real programs: skipped with the packages to install, unless MRSDIAG_REQUIRE names the missing one.</summary>
internal sealed class PeerFactAttribute : FactAttribute
{
    public PeerFactAttribute(params string[] peers) => Skip = PeerSkip.Reason(peers)!;
}

/// <summary>As <see cref="PeerFactAttribute"/>, for theories.</summary>
internal sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute(params string[] peers) => Skip = PeerSkip.Reason(peers)!;
}

/// <summary>The one decision between skipping and failing.</summary>
internal static class PeerSkip
{
    public static string? Reason(string[] peers) =>
        peers.Where(p => !RequiredPeers.Contains(p)).Select(PeerProgram.Missing).FirstOrDefault(m => m is not null);
}
