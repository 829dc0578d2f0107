using Xunit;

namespace MrsDiag.Cmdlets.Tests.Engine;

/// <summary>A theory that needs a real PowerShell; see <see cref="EngineFactAttribute"/>.</summary>
internal sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute() => Skip = PowerShellFolder.SkipReason!;
}
