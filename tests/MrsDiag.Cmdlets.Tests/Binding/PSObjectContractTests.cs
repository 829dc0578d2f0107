using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Binding;
using MrsDiag.Cmdlets.Tests.Engine;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Cmdlets.Tests.Binding;

/// <summary>The contract over what the engine's own Import-Clixml gives: the same files, the same answers as the CLIXML reader's.</summary>
public sealed class PSObjectContractTests : ObjectViewContract
{
    /// <inheritdoc/>
    protected override IReadOnlyList<object?> Load(string fixtureFile)
    {
        Skip.If(PowerShellFolder.SkipReason is not null, PowerShellFolder.SkipReason);
        string file = Path.Combine(AppContext.BaseDirectory, "fixtures", fixtureFile);
        // Reading needs a session, since adapted properties are found through one.
        using Session session = new();
        return session.Run("Import-Clixml -LiteralPath $File", ("File", file)).Select(PSValue.From)
            .SelectMany(value => value is IReadOnlyList<object?> list ? list : [value]).ToList();
    }
}
