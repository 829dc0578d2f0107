using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using MrsDiag.Facts;
using MrsDiag.Isolation;
using MrsDiag.Rules;

namespace MrsDiag.RuleBase;

/// <summary>Gives the rules: those that come with the module, read once per process, and those of the user beside them.</summary>
internal static class RulePackProvider
{
    // PublicationOnly: a failure is not kept, so that a mended installation works without a new session.
    private static readonly Lazy<RulePackLoad> ShippedLoad = new(() => Read([]), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The folder of the packs that come with the module.</summary>
    internal static string ShippedFolder { get; } = Path.Combine(PrivateAssemblies.ModuleFolder, "rules");

    /// <summary>The shipped packs alone.</summary>
    internal static RulePackLoad Shipped => ShippedLoad.Value;

    /// <summary>The shipped packs with further packs and overlays, read as one rule base: they may refer to each other's rules.</summary>
    /// <param name="files">The further files; one of the same name replaces a shipped pack.</param>
    /// <returns>What reading gave.</returns>
    internal static RulePackLoad With(IReadOnlyList<RulePackFile> files) => files.Count == 0 ? Shipped : Read(files);

    private static RulePackLoad Read(IReadOnlyList<RulePackFile> files) =>
        RulePackReaders.Create().Read(RulePackFolder.Combine(ShippedFolder, files), FactCatalogs.Default);
}
