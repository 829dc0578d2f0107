using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MrsDiag.Facts;
using MrsDiag.RulePacks;
using MrsDiag.Rules;
using MrsDiag.Sources;

namespace MrsDiag.Cli.Input;

/// <summary>Finds and reads the shipped packs and those of the user.</summary>
internal static class PackFiles
{
    private static readonly string[] Extensions = [".yml", ".yaml"];

    /// <summary>Reads packs as one rule base.</summary>
    /// <param name="userPaths">Files, folders or wildcards of the user's packs and overlays.</param>
    /// <returns>What was read, and the names of the user's files.</returns>
    /// <exception cref="InputFileException">A file cannot be read, or a name fits none.</exception>
    public static (RulePackLoad Load, IReadOnlyList<string> UserFiles) Read(IReadOnlyList<string> userPaths)
    {
        string[] user = userPaths.SelectMany(Existing).ToArray();
        string shipped = Path.Combine(AppContext.BaseDirectory, "rules");
        IReadOnlyList<RulePackFile> files = RulePackFolder.Combine(shipped, user.Select(RulePackFolder.Read).ToArray());
        RulePackLoad load = new RulePackReader().Read(files, FactCatalogs.Default);
        return (load, user);
    }

    private static IReadOnlyList<string> Existing(string name)
    {
        IReadOnlyList<string> files = InputPaths.Expand(name, Extensions);
        return files.Count > 0 ? files : throw new InputFileException("FileNotFound", $"No rule pack fits '{name}'.");
    }
}
