using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("MrsDiag.Cmdlets.Tests.Engine." + nameof(MrsDiag.Cmdlets.Tests.Engine.EngineTestFramework), "MrsDiag.Cmdlets.Tests")]

namespace MrsDiag.Cmdlets.Tests.Engine;

/// <summary>
/// The ordinary framework. That it stands in this assembly lets <see cref="EngineResolver"/> register before the types of the assembly
/// are listed, some of which derive from the engine's.
/// </summary>
public sealed class EngineTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink);
