using Xunit;

namespace MrsDiag.Cmdlets.Tests.Engine;

/// <summary>A test that needs a real PowerShell: skipped with the reason without one, failing where MRSDIAG_REQUIRE names pwsh.</summary>
internal sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute() => Skip = PowerShellFolder.SkipReason!;
}
