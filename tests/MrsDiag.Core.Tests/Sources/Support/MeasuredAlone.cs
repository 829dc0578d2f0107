using Xunit;

namespace MrsDiag.Core.Tests.Sources.Support;

/// <summary>Tests that watch the memory of the whole process: they run when no other test does.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public class MeasuredAlone;
