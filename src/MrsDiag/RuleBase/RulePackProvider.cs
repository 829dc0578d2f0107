using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using MrsDiag.Facts;
using MrsDiag.Isolation;
using MrsDiag.Rules;

namespace MrsDiag.RuleBase;

/// <summary>Gives the rules: those that come with the module, read once per process, and those of the user beside them.</summary>
internal static class RulePackProvider
{
    // PublicationOnly: a failure is not kept, so that a mended installation works without a new session.
    private static readonly Lazy<RulePackLoad> ShippedLoad =
        new(() => Read(RulePackFiles.Shipped().Select(RulePackFiles.Read).ToArray()), LazyThreadSafetyMode.PublicationOnly);

    /// <summary>The shipped packs alone.</summary>
    internal static RulePackLoad Shipped => ShippedLoad.Value;

    /// <summary>The shipped packs with further packs and overlays, read as one rule base: they may refer to each other's rules.</summary>
    /// <param name="files">The further files.</param>
    /// <param name="shipped">Full names of the shipped packs to take; all unless given.</param>
    /// <returns>What reading gave; a shipped file that is also among <paramref name="files"/> is read once.</returns>
    internal static RulePackLoad With(IReadOnlyList<RulePackFile> files, IReadOnlyList<string>? shipped = null)
    {
        if (files.Count == 0 && shipped is null)
            return Shipped;
        HashSet<string> given = new(files.Select(f => f.Name), StringComparer.Ordinal);
        return Read([.. (shipped ?? RulePackFiles.Shipped()).Where(f => !given.Contains(f)).Select(RulePackFiles.Read), .. files]);
    }

    private static RulePackLoad Read(IReadOnlyList<RulePackFile> files) => RulePackReaders.Create().Read(files, FactCatalogs.Default);
}
