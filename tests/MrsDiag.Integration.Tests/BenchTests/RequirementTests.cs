using System.Linq;
using MrsDiag.Integration.Tests.Bench;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Integration.Tests.BenchTests;

public sealed class RequirementTests
{
    [Fact]
    public void Every_peer_that_the_environment_requires_is_there() =>
        Assert.All(PeerProgram.Known.Where(RequiredPeers.Contains), p => Assert.Null(PeerProgram.Missing(p)));

    [Fact]
    public void A_reason_to_skip_names_the_packages_to_install() =>
        Assert.All(PeerProgram.Known.Select(PeerProgram.Missing).Where(m => m is not null), m => Assert.Contains("install ", m));
}
