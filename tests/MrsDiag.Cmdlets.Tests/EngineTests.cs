using System.Management.Automation;
using MrsDiag.Cmdlets.Tests.Engine;
using Xunit;

namespace MrsDiag.Cmdlets.Tests;

public sealed class EngineTests
{
    [Fact]
    public void A_required_PowerShell_is_there() =>
        Assert.True(PowerShellFolder.Path is not null || PowerShellFolder.SkipReason is not null, "MRSDIAG_REQUIRE names pwsh and none was found.");

    [EngineFact]
    public void The_engine_is_the_real_one_and_not_the_empty_stubs() =>
        Assert.Equal(3, new PSObject("abc").Properties["Length"].Value);

    [EngineFact]
    public void A_session_has_the_cmdlets_of_the_module()
    {
        using Session session = new();
        Assert.Equal(["Get-MoveReportFinding", "Get-MrsDiagRule", "Test-LoadBalancerAffinity", "Test-MrsDiagRulePack", "Test-MrsProxyEndpoint"], System.Linq.Enumerable.Select(session.Run("Get-Command -Module MrsDiag | Sort-Object Name"), c => c.ToString()));
    }
}
