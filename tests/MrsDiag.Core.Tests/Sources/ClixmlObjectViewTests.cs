using System.Collections.Generic;
using System.Linq;
using MrsDiag.Core.Tests.Fixtures;
using MrsDiag.Sources;
using MrsDiag.Tests.Shared;
using Xunit;

namespace MrsDiag.Core.Tests.Sources;

/// <summary>The contract over CLIXML.</summary>
public sealed class ClixmlObjectViewTests : ObjectViewContract
{
    /// <inheritdoc/>
    protected override IReadOnlyList<object?> Load(string fixtureFile)
    {
        using ClixmlReader reader = ClixmlReader.Open(FixtureFolder.MoveReport(fixtureFile));
        List<object?> objects = reader.ReadObjects().ToList();
        Assert.Empty(reader.Problems);
        return objects;
    }
}
